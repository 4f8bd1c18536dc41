export { setCourseState } from "./life";
export { moveCourse } from "./move";
export { createCourse, editCourse } from "./plan";
export { deleteSession, proposeSessions, saveSession, swapSessions } from "./timetable";
export { forgetTimetableChanges, undoTimetableChange } from "./undo";
export {
  approveWorkshop,
  editWorkshop,
  scheduleWorkshop,
  takeApprovalBack,
  turnDownWorkshop,
} from "./workshop";
