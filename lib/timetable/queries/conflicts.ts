import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import type { FieldFault } from "../../faults";
import { busyThen, roomTakenThen, wholeSpan } from "../rules/conflicts";
import { engagements, roomsTaken } from "../store/taken";
import { busyFault, roomFault } from "./inTheWay";
import type { Session } from "./sessions";

/** Why a trainer or a room cannot be at a session. */
export type Elsewhere = { what: "trainer" | "room"; fault: FieldFault };

/**
 * Sessions of a course whose trainers or room are taken by another session at that time, by key. It is refused whenever
 * something is written; data that is older than the guards of the file may hold it all the same.
 */
export function takenElsewhere(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
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
          .map((other) => ({ what: "trainer" as const, fault: busyFault(cx, other, course.zone) })),
        ...roomTakenThen(span, roomId, taken, new Set([id])).map((other) => ({
          what: "room" as const,
          fault: roomFault(cx, other, course.zone),
        })),
      ];
      return elsewhere.length > 0 ? [[id, elsewhere]] : [];
    }),
  );
}
