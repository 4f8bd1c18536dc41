import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { modulesIn } from "../../courses/store";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { keptParams } from "../queries/inTheWay";
import { sessionFault, unchanged } from "../rules/sessions";
import { rearrangeSchema } from "../schema";
import { demandAsShown, keepChange, type Standing, timetableToChange, withHeld } from "./change";
import { offDay } from "./offDay";
import { putSessions, type WantedSession } from "./put";
import { rearranged } from "./rearranged";
import { demandStillThere } from "./stillThere";

/** Refuses a session of which attendance was taken, and one that would be outside the course. */
function demandMovable(cx: Context, { course, timetable }: Standing, wanted: readonly WantedSession[]): void {
  const there = new Map(timetable.map((s) => [s.id, s]));
  const own = wanted.flatMap(({ id }) => there.get(id ?? 0) ?? []);
  const held = withHeld(cx, own).find((s) => s.held);
  if (held) refuse("rearrangeRollTaken", { params: keptParams(cx, held) });
  const { startsOn, endsOn } = course;
  for (const session of wanted) {
    if (!sessionFault(session, course)) continue;
    if (!startsOn || !endsOn) refuse("courseNeedsDates");
    if (session.endsAt <= session.startsAt) refuse("endBeforeStart");
    refuse("rearrangeOutside", {
      params: { day: { day: session.day }, from: { day: startsOn }, to: { day: endsOn } },
    });
  }
}

/**
 * Puts sessions elsewhere by hand, several at once where one thing moves others: moves a session, makes it longer, splits,
 * copies or inserts one, or moves all that follow. Refused as a whole on a page that is out of date, once attendance was
 * taken, across midnight, outside the course, onto a day off unless that is meant, and where a trainer or a room is
 * elsewhere or no longer to be had.
 */
export const rearrangeSessions = command("timetable.edit", rearrangeSchema, (cx, input) => {
  const before = timetableToChange(cx, input.courseId);
  const { course, timetable } = before;
  const session = timetable.find((s) => s.id === input.sessionId) ?? refuse("sessionGone");
  demandAsShown(cx, before, input, session);
  const { moduleId = null } = input;
  if (input.how === "insert" && moduleId !== null && !modulesIn(cx, course.id).includes(moduleId))
    refuseAt({ moduleId: fault("retired") });
  const there = new Map(timetable.map((s) => [s.id, s]));
  const wanted = rearranged(cx, before, session, input).filter((one) => {
    const now = one.id === undefined ? undefined : there.get(one.id);
    return !now || !unchanged(one, now);
  });
  if (wanted.length === 0)
    return { courseId: course.id, slug: course.slug, changeId: null, sessionId: session.id };
  demandMovable(cx, before, wanted);
  if (input.how === "move" && !input.anyway) {
    const off = offDay(cx, before, wanted);
    if (off) refuse(off.code, off);
  }
  demandStillThere(cx, before, wanted);
  const keys = putSessions(
    cx,
    course,
    wanted.map((one) => ({ ...one, placedByHand: true })),
  );
  const changed = keepChange(cx, before, wanted.every(({ id }) => id === undefined) ? "add" : "edit");
  happened(cx, { kind: "timetable.rearranged", courseId: course.id, how: input.how, sessions: keys });
  return { ...changed, sessionId: keys[0] ?? session.id };
});
