export { setCourseState } from "./life";
export { createCourse, editCourse } from "./plan";
export { deleteSession, proposeSessions, saveSession } from "./timetable";
export {
  approveWorkshop,
  editWorkshop,
  scheduleWorkshop,
  takeApprovalBack,
  turnDownWorkshop,
} from "./workshop";
