export { decideRegistrations, registerPerson, withdraw } from "./decide";
export { moveWithCourse, promote } from "./place";
export { register } from "./register";
export { bringBack, release, tellCancelled } from "./release";
