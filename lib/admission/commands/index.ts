export { confirmRegistrations } from "./confirm";
export { decideRegistrations } from "./decide";
export { registerList } from "./list";
export { register } from "./register";
export { registerPerson } from "./registerPerson";
export { undoDecision } from "./undoDecision";
