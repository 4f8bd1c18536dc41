export { ownTimetableChanges, type TimetableChange } from "./changes";
export { type Elsewhere, takenElsewhere } from "./conflicts";
export { courseMove } from "./move";
export { courseSessions, type Session } from "./sessions";
