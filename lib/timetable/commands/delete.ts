import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { sessionDeleteSchema } from "../schema";
import { demandAsShown, keepChange, timetableToChange } from "./change";
import { removeSessions } from "./remove";

/**
 * Takes a session out of the timetable. Refused where somebody changed it since its page was opened, and once its roll
 * has entries that count.
 */
export const deleteSession = command("timetable.edit", sessionDeleteSchema, (cx, input) => {
  const before = timetableToChange(cx, input.courseId);
  const session = before.timetable.find((s) => s.id === input.sessionId) ?? refuse("sessionGone");
  demandAsShown(cx, before, input, session);
  removeSessions(cx, before.course, [session.id]);
  const changed = keepChange(cx, before, "delete");
  happened(cx, {
    kind: "timetable.session-deleted",
    courseId: before.course.id,
    sessionId: session.id,
  });
  return changed;
});
