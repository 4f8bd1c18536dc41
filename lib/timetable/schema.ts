import * as z from "zod";
import { sessionKinds } from "../../db/values/timetable";
import {
  agree,
  checkbox,
  day,
  id,
  ids,
  oneOf,
  optionalId,
  optionalLine,
  optionalNumber,
  time,
  wholeNumber,
} from "../fields";

type Proposed = { startsAt: string; endsAt: string; breakFrom: string; breakMinutes: number };

/** Hours by which a timetable is proposed. */
export const proposalSchema = z
  .object({
    courseId: id(),
    startsAt: time(),
    endsAt: time(),
    breakFrom: time(),
    breakMinutes: wholeNumber(0, 180),
    /** True: sessions placed by hand go as well. */
    replaceByHand: checkbox().optional(),
    /** The timetable as the page showed it (`timetableWord`). */
    foreseen: optionalLine(60).optional(),
  })
  .check(
    agree<Proposed>(["endsAt", "startsAt"], (p) => p.endsAt > p.startsAt, "endBeforeStart"),
    agree<Proposed>(
      ["breakFrom", "breakMinutes", "startsAt", "endsAt"],
      (p) => p.breakMinutes === 0 || (p.breakFrom > p.startsAt && p.breakFrom < p.endsAt),
      "breakOutside",
    ),
  );

/** A session as its form says it; without a key where it is new. */
export const sessionSchema = z
  .object({
    courseId: id(),
    sessionId: optionalId(),
    version: optionalNumber(1, 999_999_999),
    kind: oneOf(sessionKinds),
    moduleId: optionalId(),
    title: optionalLine(160),
    day: day(),
    startsAt: time(),
    endsAt: time(),
    roomId: optionalId(),
    /** Whose session it is; none: everybody's. */
    groupId: optionalId(),
    /** Who leads. */
    trainerIds: ids(20),
    coTrainerIds: ids(20),
    apprenticeIds: ids(20),
  })
  .check(
    agree<{ startsAt: string; endsAt: string }>(
      ["endsAt", "startsAt"],
      (s) => s.endsAt > s.startsAt,
      "endBeforeStart",
    ),
    agree<{ kind: string; moduleId: number | null }>(
      ["moduleId", "kind"],
      (s) => s.kind !== "module" || s.moduleId !== null,
      "chooseModule",
    ),
    agree<Record<"trainerIds" | "coTrainerIds" | "apprenticeIds", number[]>>(
      ["apprenticeIds", "coTrainerIds", "trainerIds"],
      (s) => {
        const all = [...s.trainerIds, ...s.coTrainerIds, ...s.apprenticeIds];
        return new Set(all).size === all.length;
      },
      "trainerOnce",
    ),
  );
export type SessionInput = z.output<typeof sessionSchema>;

/** A session that goes. */
export const sessionDeleteSchema = z.object({ courseId: id(), sessionId: id() });

/** Two sessions of a course that change places. */
export const swapSchema = z.object({ courseId: id(), sessionId: id(), otherId: id() });

/** The whole course to another first day; `foreseen` is what the page said that this does (`moveWord`). */
export const moveSchema = z.object({
  courseId: id(),
  startsOn: day(),
  foreseen: optionalLine(90).optional(),
});

/** A change that is undone. */
export const timetableUndoSchema = z.object({ changeId: id() });
