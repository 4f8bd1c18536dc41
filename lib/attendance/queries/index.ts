export { type AttendanceMatrix, attendanceMatrix, peopleAtRisk } from "./matrix";
export { presenceIn } from "./presence";
export { type CourseRecord, courseRecords } from "./records";
export {
  countSessionsBetween,
  courseRolls,
  type Roll,
  type RollPerson,
  rollOf,
  sessionsBetween,
} from "./roll";
