import type { SessionKind } from "../../../db/values/timetable";
import { noParts, type PartName, type Parts, type PlannedGroup, piecesOf } from "./parts";

/** A part that a plan is to have beside its modules, and the minutes of it that it lacks. */
export type PartMissing = {
  sessionId: null;
  about: string;
  kind: "part_missing";
  part: Exclude<PartName, "module">;
  minutes: number;
};

type Standing = {
  kind: SessionKind;
  moduleId: number | null;
  day: string;
  startsAt: string;
  endsAt: string;
  groupId: number | null;
};

/** A course about whose proposal nobody said anything asks for micro-teaching alone, in whatever length it has. */
const usualMicroTeaching = 20;

/** What a plan is to have beside its modules: what its last proposal was asked for, else what the course itself asks for. */
export const partsAsked = (
  last: Parts | null,
  { microTeaching }: { microTeaching: boolean },
  people: number,
  there: readonly { kind: SessionKind }[],
): Parts =>
  last ?? {
    ...noParts,
    microTeaching:
      microTeaching && !there.some(({ kind }) => kind === "micro_teaching") ? usualMicroTeaching : 0,
    people,
  };

/**
 * The parts that a plan is to have and lacks: what a proposal around its sessions would still put in. An opening is nothing
 * that a course cannot do without; of a course that has no test at all another thing is said.
 */
export function partsMissing(
  asked: Parts,
  sessions: readonly Standing[],
  saidOfTests: boolean,
  groups: readonly PlannedGroup[] = [],
): PartMissing[] {
  const days = [...new Set(sessions.map(({ day }) => day))].sort();
  const { body, tail } = piecesOf(
    { modules: [], parts: asked, staying: sessions, days, groups },
    Number.POSITIVE_INFINITY,
  );
  return [...body, ...tail].flatMap(({ part, minutes }) => {
    if (part === "module" || part === "opening") return [];
    if (saidOfTests && (part === "preTest" || part === "postTest")) return [];
    return [
      { sessionId: null, about: `part ${part} ${minutes}`, kind: "part_missing" as const, part, minutes },
    ];
  });
}
