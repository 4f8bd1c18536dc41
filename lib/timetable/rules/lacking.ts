import type { SessionKind } from "../../../db/values/timetable";
import { noParts, type PartName, type Parts, type PlannedGroup, piecesOf } from "./parts";

/** A part that a plan is to have beside its modules, and the minutes of it that it lacks. */
export type PartMissing = {
  sessionId: null;
  about: string;
  kind: "part_missing";
  part: Exclude<PartName, "module">;
  /** The kind of a session that has it. */
  session: SessionKind;
  minutes: number;
  /** The groups that lack some of it; null: everybody. */
  groupIds: readonly number[] | null;
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
  const missing = new Map<
    PartName,
    { session: SessionKind; minutes: number; groups: readonly number[] | null }
  >();
  for (const { part, kind: session, minutes, groups: own } of [...body, ...tail]) {
    const before = missing.get(part);
    // What groups lack begins where the one with least of it stands; it is said of whoever lacks any.
    const of = before?.groups === null || own === null ? null : [...(before?.groups ?? []), ...own];
    missing.set(part, {
      session,
      minutes: minutes + (before?.minutes ?? 0),
      groups: of && [...new Set(of)].sort((a, b) => a - b),
    });
  }
  return [...missing].flatMap(([part, { session, minutes, groups: own }]) => {
    if (part === "module" || part === "opening") return [];
    if (saidOfTests && (part === "preTest" || part === "postTest")) return [];
    const groupIds = own === null || own.length === groups.length ? null : own;
    const about = `part ${part} ${minutes}${groupIds === null ? "" : ` group ${groupIds.join(" ")}`}`;
    return [{ sessionId: null, about, kind: "part_missing" as const, part, session, minutes, groupIds }];
  });
}
