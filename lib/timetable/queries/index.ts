export { ownTimetableChanges, type TimetableChange } from "./changes";
export { courseMove } from "./move";
export { courseSessions, type Session } from "./sessions";
