import type { OfOne, Plan, PlannedSession } from "./issues";
import { times } from "./times";

/** Who trains a session, or was asked for it, and is away then. */
export const away =
  (plan: Plan) =>
  (session: PlannedSession): OfOne[] => {
    const people = [
      ...session.trainers.map(({ id }) => ({ id, asked: false })),
      ...session.asked.map(({ id }) => ({ id, asked: true })),
    ];
    return people.flatMap(({ id: trainerId, asked }) => {
      const absence = plan.awayAt(trainerId, session);
      if (absence === null) return [];
      const of = `trainer ${trainerId} away ${absence.id}`;
      const issue = { kind: "away" as const, trainerId, asked, time: absence.time };
      const was = `${session.id} ${times(session)} trainer ${trainerId}`;
      return [{ key: `${of} ${asked}`, of, was, issue }];
    });
  };

/** The room of a session where it is no longer used, as one thing with its other sessions. */
export const roomClosed =
  ({ closedRooms }: Plan) =>
  ({ id, roomId }: PlannedSession): OfOne[] => {
    if (roomId === null || !closedRooms?.has(roomId)) return [];
    const of = `room ${roomId} closed`;
    return [{ key: of, of, was: `${id} ${of}`, issue: { kind: "room_closed", roomId } }];
  };

/** Who trains a session and can no longer sign in, as one thing with their other sessions. */
export const trainerGone =
  ({ disabled }: Plan) =>
  ({ id, trainers }: PlannedSession): OfOne[] =>
    trainers.flatMap(({ id: trainerId }) => {
      if (!disabled?.has(trainerId)) return [];
      const of = `trainer ${trainerId} gone`;
      return [{ key: of, of, was: `${id} ${of}`, issue: { kind: "trainer_gone" as const, trainerId } }];
    });
