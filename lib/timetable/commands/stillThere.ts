import { disabledAmong } from "../../accounts/store";
import type { Context } from "../../acts/context";
import { trainersIn } from "../../courses/store";
import { personNames } from "../../people/store";
import { isClosed, isWithin, roomRow } from "../../places/store";
import { refuse } from "../../result";
import type { Standing } from "./change";
import type { WantedSession } from "./put";

/** Refuses a room that is closed, or is not the course's, and a trainer who is no longer there to train. */
export function demandStillThere(cx: Context, { course }: Standing, wanted: readonly WantedSession[]): void {
  for (const roomId of new Set(wanted.flatMap((s) => s.roomId ?? []))) {
    // Rooms are retired, never deleted.
    const room = roomRow(cx, roomId)!;
    if (isClosed(cx, room) || !isWithin(cx, course, room.venueId))
      refuse("rearrangeRoomGone", { params: { room: room.name } });
  }
  const trainerIds = [...new Set(wanted.flatMap((s) => s.trainerIds))];
  const allowed = trainersIn(cx, course.id);
  const disabled = disabledAmong(cx, trainerIds);
  const gone = trainerIds.find((id) => !allowed.includes(id) || disabled.includes(id));
  if (gone !== undefined)
    refuse("rearrangeTrainerGone", { params: { trainer: { person: personNames(cx, gone)! } } });
}
