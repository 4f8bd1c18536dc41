import { minutesOf } from "../../time/civil";
import { minutesTaken } from "./conflicts";
import { minutesOfAll } from "./grid";
import type { Issue, OfOne, Plan, PlannedSession } from "./issues";
import { times } from "./times";

/**
 * How long a trainer trains in other courses on a day; `hidden`: among these is one that is not the viewer's to know;
 * `mostMinutes`: of the programmes of these.
 */
export type HoursElsewhere = {
  trainerId: number;
  day: string;
  minutes: number;
  mostMinutes?: number;
  hidden?: boolean;
};

/** Most minutes of sessions on a day where the programme of a course and those it is shared with meet: the smallest holds. */
export const mostMinutesOf = (programmes: readonly { hoursADay: number }[]): number =>
  Math.min(...programmes.map(({ hoursADay }) => hoursADay * 60));

/** Who trains a session and has a place in another course at that time. */
export const expectedMeanwhile =
  (plan: Plan) =>
  (session: PlannedSession): OfOne[] =>
    (plan.trainersExpected?.get(session.id) ?? []).map(({ trainerId, courseId }) => {
      const of = `trainer ${trainerId} in course ${courseId}`;
      const issue = { kind: "trainer_expected" as const, trainerId, courseId };
      return { key: of, of, was: `${session.id} ${times(session)} ${of}`, issue };
    });

/**
 * Trainers who have too many hours on a day, with what they train in other courses: whoever does nothing else is told of
 * only where not everybody sits through as much. Where other programmes meet on that day, the smallest of their limits holds.
 */
export function overHoursOf(plan: Plan, sessions: readonly PlannedSession[], day: string): Issue[] {
  const whole = minutesOfAll(sessions);
  const trainers = [...new Set(sessions.flatMap((s) => s.trainers.map(({ id }) => id)))];
  return trainers.flatMap((trainerId): Issue[] => {
    const own = sessions.filter((s) => s.trainers.some(({ id }) => id === trainerId));
    const other = plan.hoursElsewhere?.find((one) => one.trainerId === trainerId && one.day === day);
    const there = other?.minutes ?? 0;
    const spans = own.map((s) => ({ startsAt: minutesOf(s.startsAt), endsAt: minutesOf(s.endsAt) }));
    const minutes = minutesTaken(spans) + there;
    const most = Math.min(plan.mostMinutes, other?.mostMinutes ?? plan.mostMinutes);
    if (minutes <= most || (there === 0 && whole > most)) return [];
    const hours = own.map((s) => `${s.startsAt}-${s.endsAt}`).join(" ");
    const about = `trainer ${trainerId} ${day} ${hours} elsewhere ${there}`;
    const hidden = other?.hidden ?? false;
    return [{ sessionId: own.at(-1)!.id, about, kind: "over_hours", day, minutes, most, trainerId, hidden }];
  });
}
