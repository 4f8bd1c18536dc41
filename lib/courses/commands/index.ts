export { approveWorkshop, takeApprovalBack, turnDownWorkshop } from "./approve";
export { createCourse } from "./create";
export { editCourse } from "./edit";
export { editWorkshop } from "./editWorkshop";
export { setCourseState } from "./life";
export { moveCourse } from "./move";
export { scheduleWorkshop } from "./schedule";
export { deleteSession, proposeSessions, saveSession, swapSessions } from "./timetable";
export { forgetTimetableChanges, undoTimetableChange } from "./undo";
