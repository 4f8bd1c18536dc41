export { setCourseState } from "./life";
export { createCourse, editCourse } from "./plan";
export { deleteSession, proposeSessions, saveSession } from "./timetable";
