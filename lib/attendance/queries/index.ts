export { attendanceIn, type CourseRecord, courseRecords } from "./records";
export { courseRolls, missingRolls, type Roll, type RollPerson, rollOf, sessionsBetween } from "./roll";
