export { counts } from "../store";
export { type CourseTool, courseTools } from "../store/rows";
export { seenWord } from "../store/workshops";
export {
  type Course,
  courseHead,
  type DeskCourse,
  deskCourse,
  endedOn,
  endingIn,
  publicCourse,
} from "./course";
export { curriculumMove, curriculumNews } from "./curriculum";
export { type CatalogueRow, catalogue, catalogueChoices, deskCourses, publicAddresses } from "./lists";
export { organisationExpected, organisationsToChoose } from "./organisations";
export { type CourseTableRow, courseTable, soonestFirst } from "./table";
export {
  approvalIsFinal,
  decidedWorkshop,
  lastWorkshop,
  ownTaught,
  ownWorkshops,
  trainerToldByHand,
  turnedDownBy,
  turnedDownOf,
  type WorkshopLine,
  workshopsToApprove,
} from "./workshops";
