import type { Context } from "../acts/context";
import { awayThen } from "../away/queries";
import type { CourseRow } from "../courses/store";
import { busyThen, wholeSpan } from "../timetable/rules/conflicts";
import { timetableOf } from "../timetable/store/kept";
import { engagements } from "../timetable/store/taken";
import { isAskedFor, whatIsInTheWay } from "./rules";
import type { RequestRow } from "./store";

/** What is in the way of a trainer who is asked, or has accepted: sessions at which they are away, with when that is, or teach another course. */
export type InTheWay = ReturnType<typeof whatIsInTheWay>;

type Asked = Pick<RequestRow, "id" | "personId" | "state" | "sessionId" | "groupId">;

/**
 * What is in the way of those who are asked in a course and have not declined, of what is to come, by the key of the request: of
 * what an acceptance gave them their absence, of what it did not give what they teach elsewhere. Why they are away is not said.
 */
export function inTheWayOf(
  cx: Context,
  courseId: CourseRow["id"],
  requests: readonly Asked[],
): ReadonlyMap<number, InTheWay> {
  const stand = requests.filter(({ state }) => state === "waiting" || state === "accepted");
  const coming = stand.length === 0 ? [] : timetableOf(cx, courseId).filter((s) => s.endInstant > cx.now);
  const spanOf = (s: (typeof coming)[number]) => ({ startsAt: s.startInstant, endsAt: s.endInstant });
  const whole = wholeSpan(coming.map(spanOf));
  if (whole === null) return new Map();
  const people = [...new Set(stand.map(({ personId }) => personId))];
  const elsewhere = engagements(cx, people, whole, courseId);
  const awayAt = awayThen(
    cx,
    people,
    coming.map(({ day }) => day),
  );
  const of = ({ personId, state, ...request }: Asked) =>
    coming
      .filter((s) => isAskedFor(s, request, cx.now))
      .map((s) => {
        const trains = s.trainerIds.includes(personId);
        const away = trains || state === "waiting" ? (awayAt(personId, s)?.time ?? null) : null;
        const busy = !trains && busyThen(spanOf(s), [personId], elsewhere).length > 0;
        return { inTheWay: { fault: busy || null, away } };
      });
  return new Map(stand.map((request) => [request.id, whatIsInTheWay(of(request))]));
}
