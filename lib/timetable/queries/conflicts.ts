import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import type { FieldFault } from "../../faults";
import type { Translated } from "../../i18n/rules";
import { addDays, daysFrom } from "../../time/civil";
import { dayAt, instantOf, timeAt } from "../../time/zone";
import type { TakenTime } from "../rules/carry";
import { busyThen, roomTakenThen, wholeSpan } from "../rules/conflicts";
import { engagements, roomsTaken } from "../store/taken";
import { busyFault, courseToName, roomFault } from "./inTheWay";
import type { Session } from "./sessions";

/** Why a trainer or a room cannot be at a session. */
export type Elsewhere = { what: "trainer" | "room"; fault: FieldFault };

/**
 * Sessions of a course whose trainers or room are taken by another session at that time, by key. It is refused whenever
 * something is written; data that is older than the guards of the file may hold it all the same.
 */
export function takenElsewhere(
  cx: Context,
  course: GrantedCourse<"timetable.edit" | "timetable.issues">,
  sessions: readonly Session[],
): Map<number, Elsewhere[]> {
  const placed = sessions.map((s) => ({
    id: s.id,
    roomId: s.roomId,
    trainerIds: s.trainers.map(({ id }) => id),
    span: { startsAt: s.startInstant, endsAt: s.endInstant },
  }));
  const whole = wholeSpan(placed.map(({ span }) => span));
  if (whole === null) return new Map();
  const engaged = engagements(cx, [...new Set(placed.flatMap((s) => s.trainerIds))], whole);
  const taken = roomsTaken(cx, [...new Set(placed.flatMap((s) => s.roomId ?? []))], whole);
  return new Map(
    placed.flatMap(({ id, roomId, trainerIds, span }) => {
      const elsewhere: Elsewhere[] = [
        ...busyThen(span, trainerIds, engaged)
          .filter((other) => other.sessionId !== id)
          .map((other) => ({ what: "trainer" as const, fault: busyFault(cx, other, course) })),
        ...roomTakenThen(span, roomId, taken, new Set([id])).map((other) => ({
          what: "room" as const,
          fault: roomFault(cx, other, course),
        })),
      ];
      return elsewhere.length > 0 ? [[id, elsewhere]] : [];
    }),
  );
}

/** When a trainer or a room of a course is taken by another course; its title where the viewer may know it. */
export type TakenByOther = TakenTime & { course: Translated | null };

/** On the days of a course, when its trainers and rooms are taken by other courses: at its own hours, each day by itself. */
export function takenByOthers(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  sessions: readonly Session[],
): TakenByOther[] {
  const { startsOn, endsOn, zone } = course;
  if (!startsOn || !endsOn) return [];
  const span = {
    startsAt: instantOf(startsOn, "00:00", zone),
    endsAt: instantOf(addDays(endsOn, 1), "00:00", zone),
  };
  const trainerIds = [...new Set(sessions.flatMap((s) => s.trainers.map(({ id }) => id)))];
  const roomIds = [...new Set(sessions.flatMap((s) => s.roomId ?? []))];
  const taken = [
    ...engagements(cx, trainerIds, span, course.id).map((other) => ({ ...other, roomId: null })),
    ...roomsTaken(cx, roomIds, span, course.id).map((other) => ({ ...other, trainerId: null })),
  ];
  const titles = new Map(taken.map(({ courseId }) => [courseId, courseToName(cx, courseId)]));
  return taken.flatMap(({ trainerId, roomId, courseId, startsAt, endsAt }) => {
    const [first, last] = [dayAt(startsAt, zone), dayAt(endsAt - 1, zone)];
    return daysFrom(first, last).map((day) => ({
      ...{ trainerId, roomId, day, course: titles.get(courseId) ?? null },
      startsAt: day === first ? timeAt(startsAt, zone) : "00:00",
      endsAt: day === last && dayAt(endsAt, zone) === last ? timeAt(endsAt, zone) : "24:00",
    }));
  });
}
