export { type CourseRecord, courseRecords } from "./records";
export { courseRolls, type Roll, type RollPerson, rollOf, sessionsBetween } from "./roll";
