import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { heldAmong } from "../../attendance/store/kept";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { keptParams } from "../queries/inTheWay";
import { meeting, type PlaceOfGroup, swappedPlaces, unchanged } from "../rules/sessions";
import { swapSchema } from "../schema";
import type { KeptSession } from "../store";
import { demandAsShown, keepChange, timetableToChange } from "./change";
import { putSessions } from "./put";
import { demandStillThere } from "./stillThere";

/** Refuses where the longer of two that change places would run into a third session that was free of both. */
function demandRoomFor(
  cx: Context,
  timetable: readonly KeptSession[],
  [a, b]: readonly [KeptSession, KeptSession],
  places: readonly PlaceOfGroup[],
): void {
  const met = timetable.find(
    (other) =>
      other.id !== a.id &&
      other.id !== b.id &&
      places.some((place) => meeting(place, other)) &&
      !meeting(a, other) &&
      !meeting(b, other),
  );
  if (met) refuse("swapMeets", { params: keptParams(cx, met) });
}

/**
 * Lets two sessions of a course change places; each keeps its length, room and trainers. Refused on a page that is out of
 * date, once one of them was held, where one does not fit into the other's place, and where a trainer or a room is no longer to be had.
 */
export const swapSessions = command("timetable.edit", swapSchema, (cx, input) => {
  const before = timetableToChange(cx, input.courseId);
  const find = (id: number) => before.timetable.find((s) => s.id === id);
  const a = find(input.sessionId) ?? refuse("sessionGone");
  const b = find(input.otherId) ?? refuseAt({ otherId: fault("sessionGone") });
  demandAsShown(cx, before, input, a);
  if (a.id === b.id) refuseAt({ otherId: fault("choose") });
  if (heldAmong(cx, [a.id, b.id]).size > 0) refuse("rollHasEntries");
  const [placeA, placeB] = swappedPlaces(a, b) ?? refuseAt({ otherId: fault("swapTooLong") });
  const wanted = [
    { ...a, ...placeA, placedByHand: true },
    { ...b, ...placeB, placedByHand: true },
  ] as const;
  // Side by side at one time, they have nothing to change.
  if (unchanged(wanted[0], a) && unchanged(wanted[1], b)) refuseAt({ otherId: fault("choose") });
  demandStillThere(cx, before, wanted);
  demandRoomFor(cx, before.timetable, [a, b], wanted);
  putSessions(cx, before.course, wanted);
  const changed = keepChange(cx, before, "edit");
  happened(cx, { kind: "timetable.swapped", courseId: before.course.id, sessions: [a.id, b.id] });
  return changed;
});
