import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { groupRow } from "../../groups/store";
import { isClosed, isWithin, type RoomRow, roomRow } from "../../places/store";
import { countsByGroup } from "../../registrations/store/groups";
import { refuseAt } from "../../result";
import { lacksRoom } from "../rules/besides";
import { wholeSpan } from "../rules/conflicts";
import { expectedAt } from "../rules/expected";
import { roomedIn } from "../rules/rooms";
import { giveRoomSchema } from "../schema";
import type { KeptSession } from "../store";
import { roomsTaken } from "../store/taken";
import { keepChange, type Standing, timetableToChange } from "./change";
import { putSessions } from "./put";

/** Refuses a room that is closed, or in no venue of the course's country. */
function roomOf(cx: Context, { course }: Standing, roomId: number): RoomRow {
  const room = roomRow(cx, roomId);
  if (!room || !isWithin(cx, course, room.venueId)) return refuseAt({ roomId: fault("retired") });
  if (isClosed(cx, room)) refuseAt({ roomId: fault("retired") });
  return room;
}

/** Sessions to come that are to be in a room and have none, of one group or (null) all of them. */
const without = (cx: Context, timetable: readonly KeptSession[], groupId: number | null): KeptSession[] =>
  timetable.filter(
    (s) =>
      s.startInstant > cx.now &&
      lacksRoom({ ...s, isOnline: s.online }) &&
      (groupId === null || s.groupId === groupId),
  );

/**
 * Gives a room to all sessions to come that have none, or to those of a group: where it is free and has a seat for everybody.
 * @returns how many of them have none still.
 */
export const giveRoom = command("timetable.edit", giveRoomSchema, (cx, input) => {
  const before = timetableToChange(cx, input.courseId);
  const { course, timetable } = before;
  if (input.groupId !== null && !groupRow(cx, course.id, input.groupId))
    refuseAt({ groupId: fault("groupGone") });
  const room = roomOf(cx, before, input.roomId);
  const expected = expectedAt(countsByGroup(cx, course.id), course);
  const sessions = without(cx, timetable, input.groupId).map((session) => ({
    session,
    startsAt: session.startInstant,
    endsAt: session.endInstant,
    people: expected(session.groupId ?? null),
  }));
  const whole = wholeSpan(sessions);
  const taken = whole === null ? [] : roomsTaken(cx, [room.id], whole);
  const given = roomedIn(sessions, room, taken);
  putSessions(
    cx,
    course,
    given.map(({ session }) => ({ ...session, roomId: room.id })),
  );
  const changed = keepChange(cx, before, "edit");
  if (given.length > 0)
    happened(cx, {
      kind: "timetable.room-given",
      courseId: course.id,
      roomId: room.id,
      sessions: given.length,
    });
  return { ...changed, given: given.length, left: sessions.length - given.length };
});
