export { confirmRegistrations } from "./confirm";
export { decideRegistrations } from "./decide";
export { promote } from "./promote";
export { register } from "./register";
export { registerPerson } from "./registerPerson";
export { bringBack, release, tellCancelled } from "./release";
export { undoWithdrawal } from "./undoWithdrawal";
