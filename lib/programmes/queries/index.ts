export { dayInProgramme, fromEachDay, type ProgrammeDays, programmeDays } from "../store/days";
export { type ProgrammeNumbers, programmeNumbers } from "./numbers";
export {
  contactOf,
  coursesOnceIn,
  isDemonstration,
  type ProgrammeContact,
  type PublicContact,
  programmeDetail,
  programmeList,
  programmesTrained,
  publicContacts,
  withCourses,
} from "./programmes";
export { reviewOf, reviewsDue } from "./reviews";
