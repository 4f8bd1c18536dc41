import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { heldAmong } from "../../attendance/store/kept";
import type { FieldFault } from "../../faults";
import type { GoesBy } from "../../i18n/zoneNames";
import { calendarOf } from "../../places/queries";
import { placesOf } from "../../registrations/store/places";
import { trainersToHear } from "../../requests/commands/training";
import { busyThen, roomTakenThen, spanOf, wholeSpan } from "../rules/conflicts";
import { datesOf, movedDates, movedDays, moveWord } from "../rules/move";
import { timetableWord } from "../rules/sessions";
import type { KeptSession } from "../store";
import { timetableOf } from "../store/kept";
import { engagements, roomsTaken } from "../store/taken";
import { busyFault, roomFault } from "./inTheWay";
import { noLongerThere, toComeOf } from "./stillThere";

/** Who and what is elsewhere when these sessions are; the sessions themselves are in nobody's way. */
function clashesOf(cx: Context, course: GoesBy, sessions: readonly KeptSession[]): FieldFault[] {
  const own = new Set(sessions.map((s) => s.id));
  const placed = sessions.map((s) => ({ ...s, span: spanOf(s, course.zone) }));
  const whole = wholeSpan(placed.map((s) => s.span));
  if (whole === null) return [];
  const trainerIds = [...new Set(sessions.flatMap((s) => s.trainerIds))];
  const roomIds = [...new Set(sessions.flatMap((s) => s.roomId ?? []))];
  const engaged = engagements(cx, trainerIds, whole).filter((other) => !own.has(other.sessionId));
  const taken = roomsTaken(cx, roomIds, whole);
  const clashes = placed.flatMap((s) => [
    ...busyThen(s.span, s.trainerIds, engaged).map((other) => busyFault(cx, other, course)),
    ...roomTakenThen(s.span, s.roomId, taken, own).map((other) => roomFault(cx, other, course)),
  ]);
  return [...new Map(clashes.map((clash) => [JSON.stringify(clash), clash])).values()];
}

/** What moving a course does: its dates, its sessions with their new days, and who or what is no longer there, or in the way elsewhere. */
export function moveOf(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  timetable: readonly KeptSession[],
  startsOn: string,
) {
  const before = datesOf(course);
  const { weekend, free } = calendarOf(cx, course.country);
  const used = [...new Set([before.startsOn, ...timetable.map((s) => s.day), before.endsOn])].sort();
  const places = movedDays(used, before.startsOn, startsOn, weekend, free);
  const dates = movedDates(before, places.get(before.startsOn)!, places.get(before.endsOn)!);
  const sessions = timetable.map((s) => ({ ...s, day: places.get(s.day)! }));
  const held = heldAmong(
    cx,
    timetable.map((s) => s.id),
  );
  const known = timetable.map((s) => ({ ...s, held: held.has(s.id) }));
  return {
    dates,
    sessions,
    clashes: [
      ...noLongerThere(cx, course, toComeOf(cx, course, sessions)),
      ...clashesOf(cx, course, sessions),
    ],
    held: held.size > 0,
    foreseen: moveWord(timetableWord(known), dates),
  };
}

/** The timetable of a course, what moving it to another first day does, and whether anybody hears of it; null where it has no dates. */
export function courseMove(cx: Context, course: GrantedCourse<"timetable.edit">, startsOn: string) {
  if (!course.startsOn) return null;
  const timetable = timetableOf(cx, course.id);
  const { seatsTaken, waiting } = placesOf(cx, course.id);
  return {
    ...moveOf(cx, course, timetable, startsOn),
    timetable,
    tells: seatsTaken + waiting,
    trainersTold: trainersToHear(cx, course),
  };
}
