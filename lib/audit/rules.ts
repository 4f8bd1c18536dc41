export { type ExceptionKind, exceptionKinds } from "../../db/values/audit";
