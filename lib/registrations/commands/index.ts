export { decideRegistrations, registerPerson, withdraw } from "./decide";
export { moveWithCourse } from "./place";
export { register } from "./register";
