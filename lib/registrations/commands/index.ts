export { confirmRegistrations, decideRegistrations, undoWithdrawal } from "./decide";
export { comeBack, withdraw } from "./own";
export { forgetAddresses, moveWithCourse, promote } from "./place";
export { register } from "./register";
export { registerPerson } from "./registerPerson";
export { bringBack, release, tellCancelled } from "./release";
