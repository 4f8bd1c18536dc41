export { deleteSession } from "./delete";
export { forgetRemovedSessions, forgetTimetableChanges } from "./forget";
export { moveCourse } from "./move";
export { proposeSessions } from "./propose";
export { rearrangeSessions } from "./rearrange";
export { renewTimes } from "./renewTimes";
export { saveSession } from "./save";
export { swapSessions } from "./swap";
export { undoTimetableChange } from "./undo";
