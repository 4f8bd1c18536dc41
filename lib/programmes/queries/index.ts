export { type ProgrammeNumbers, programmeNumbers } from "./numbers";
export {
  contactOf,
  isDemonstration,
  type ProgrammeContact,
  programmeDetail,
  programmeList,
  programmesTrained,
  withCourses,
} from "./programmes";
