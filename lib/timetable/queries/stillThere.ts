import { disabledAmong } from "../../accounts/store";
import type { Context } from "../../acts/context";
import { type CourseRow, trainersIn } from "../../courses/store";
import { type FieldFault, fault } from "../../faults";
import { personNames } from "../../people/store";
import { isClosed, isWithin, roomRow } from "../../places/store";
import { dayAt } from "../../time/zone";

/** What of a session may be no longer to be had. */
type Wanted = { day: string; roomId: number | null; trainerIds: readonly number[] };

/** Rooms that are closed, or not the course's, and trainers who are no longer there to train: why these sessions cannot be put anywhere, each once. */
export function noLongerThere(cx: Context, course: CourseRow, wanted: readonly Wanted[]): FieldFault[] {
  const rooms = [...new Set(wanted.flatMap((s) => s.roomId ?? []))].flatMap((id) => {
    // Rooms are retired, never deleted.
    const room = roomRow(cx, id)!;
    return isClosed(cx, room) || !isWithin(cx, course, room.venueId)
      ? fault("rearrangeRoomGone", { params: { room: room.name } })
      : [];
  });
  const trainerIds = [...new Set(wanted.flatMap((s) => s.trainerIds))];
  const team = trainersIn(cx, course.id);
  const disabled = disabledAmong(cx, trainerIds);
  const gone = trainerIds.filter((id) => !team.includes(id) || disabled.includes(id));
  return [
    ...rooms,
    ...gone.map((id) =>
      fault("rearrangeTrainerGone", { params: { trainer: { person: personNames(cx, id)! } } }),
    ),
  ];
}

/** Those of these sessions that are to come: what was held in a room that is closed by now, or by somebody who has left, stays so. */
export const toComeOf = <S extends Wanted>(cx: Context, { zone }: CourseRow, wanted: readonly S[]): S[] =>
  wanted.filter(({ day }) => day >= dayAt(cx.now, zone));
