import { endsOf, inGrace } from "./ends";
import { type Evidence, type Of, only } from "./known";

type Workshop = Of<"workshop">;

/**
 * True for a workshop that counts for these modules: it taught one of them, or nothing says what it taught; null, or none named: for the
 * whole tool.
 */
export const taughtOf = (
  { modules = [] }: Pick<Workshop, "modules">,
  of: readonly string[] | null,
): boolean =>
  of === null || of.length === 0 || modules.length === 0 || modules.some((code) => of.includes(code));

/** Of modules that were recommended those that were not approved; none where the whole tool was. */
export const leftOutOf = (recommended: readonly string[], approved: readonly string[]): string[] =>
  approved.length === 0 || approved.includes("")
    ? []
    : recommended.filter((code) => code !== "" && !approved.includes(code));

/** For which modules asked for apart a workshop does not count that counts for others, as it taught none of these. */
export const notCountedFor = (
  asks: readonly { modules: readonly string[] | null }[],
  workshop: Pick<Workshop, "modules">,
): string[] => {
  const codes = (counts: boolean) =>
    asks.flatMap(({ modules }) => (taughtOf(workshop, modules) === counts ? (modules ?? []) : []));
  const served = new Set(codes(true));
  return [...new Set(codes(false))].filter((code) => !served.has(code));
};

/** A history in which no workshop says what it taught, so that each counts for the whole tool. */
export const ofTool = (history: readonly Evidence[]): Evidence[] =>
  history.map((one) => {
    if (one.kind !== "workshop") return one;
    const { modules: _, ...workshop } = one;
    return workshop;
  });

/** Codes of the modules that somebody completed in trainings of trainers of the programme, or that are recognised. */
export const completedIn = (known: readonly Evidence[]): string[] =>
  [...new Set(only(known, "tot_completed", "recognised").flatMap(({ modules }) => modules))].sort();

/** The same with what they completed in other courses, wherever: what can be certified here. */
export const learntIn = (known: readonly Evidence[]): string[] =>
  [...new Set([...completedIn(known), ...only(known, "learnt").flatMap(({ modules }) => modules)])].sort();

/** The recommendation of a first certification that nobody answered yet. */
export function waitingIn(known: readonly Evidence[]): Of<"recommended"> | undefined {
  const answered = new Set(
    only(known, "returned", "refused", "approved").flatMap(({ of }) => (of === null ? [] : of)),
  );
  return only(known, "recommended").findLast(({ key }) => !answered.has(key));
}

/** Those of these modules that are approved anew: what still holds, or is within its grace, is renewed instead. */
export function newIn(
  known: readonly Evidence[],
  modules: readonly string[],
  ...[graceMonths, day]: [graceMonths: number, day: string]
): string[] {
  const ends = endsOf(known, graceMonths);
  const kept = new Set([
    ...ends.flatMap(({ code, until }) => (until >= day ? code : [])),
    ...inGrace(ends, day, graceMonths),
  ]);
  return modules.filter((code) => !kept.has(code));
}

/**
 * For which modules the conditions are asked of whoever is certified for nothing on a civil day: those that are recommended and wait, else
 * all that can be certified; null (the whole tool) where that is none, and of whoever is certified.
 */
export function askedModules(
  known: readonly Evidence[],
  graceMonths: number,
  day: string,
): readonly string[] | null {
  if (endsOf(known, graceMonths).some(({ until }) => until >= day)) return null;
  const waiting = waitingIn(known)?.modules;
  const asked = newIn(known, waiting ?? learntIn(known), graceMonths, day);
  return asked.length > 0 ? asked : (waiting ?? null);
}
