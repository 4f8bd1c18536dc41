import { addMonths } from "../../time/zone";
import { type Evidence, type Kind, knownOn, type Of, only, withdrawnOn } from "./known";

/** Until which civil day one module is certified, or was, and by what. */
export type ModuleEnd = {
  code: string;
  until: string;
  /** The decision that gave it this end. */
  by: Of<"approved" | "renewed" | "master_approved">;
  /** The keys of the decisions on which it rests. */
  decisions: readonly string[];
  /** True where it rests on a certification from before. */
  before: boolean;
};

/** The end that comes first among these, of several of one day that of the last decision. */
export const firstEnd = (ends: readonly ModuleEnd[]): ModuleEnd | undefined =>
  ends.reduce<ModuleEnd | undefined>(
    (best, one) =>
      !best || one.until < best.until || (one.until === best.until && one.by.day > best.by.day) ? one : best,
    undefined,
  );

/** The end that comes last among these, of several of one day that of the last decision. */
export const lastEnd = (ends: readonly ModuleEnd[]): ModuleEnd | undefined =>
  ends.reduce<ModuleEnd | undefined>(
    (best, one) =>
      !best || one.until > best.until || (one.until === best.until && one.by.day > best.by.day) ? one : best,
    undefined,
  );

/** What can still be renewed on a civil day: the modules that hold, or whose grace lasts; where none does those that ended last. */
export function renewable(ends: readonly ModuleEnd[], day: string, graceMonths: number): ModuleEnd[] {
  const some = ends.filter(({ until }) => addMonths(until, graceMonths) >= day);
  const last = lastEnd(ends)?.until;
  return some.length > 0 ? some : ends.filter(({ until }) => until === last);
}

/** What a decision prolongs that names no modules: a master trainer's what holds, for what is over is renewed and not mastered; where nothing does, as one renewed in its grace, what can be renewed. */
function prolongable({ kind, day }: ModuleEnd["by"], ends: readonly ModuleEnd[], graceMonths: number) {
  const holding = kind === "master_approved" ? ends.filter(({ until }) => until >= day) : [];
  return holding.length > 0 ? holding : renewable(ends, day, graceMonths);
}

/**
 * Until when each module that was ever certified since the last withdrawal is, or was, in the order of their codes: the one answer
 * to for what somebody is certified, from which their stage, the register, decisions and their paper take it. An approval gives its
 * own modules its end and no other one's; a renewal gives the modules that it renews its end, one that names none all that can be
 * renewed; becoming a master trainer what holds that day. None shortens.
 */
export function endsOf(known: readonly Evidence[], graceMonths: number): ModuleEnd[] {
  const ended = withdrawnOn(known);
  const ends = new Map<string, ModuleEnd>();
  for (const by of only(known, "approved", "renewed", "master_approved")) {
    if (by.day <= ended) continue;
    const codes =
      by.kind === "approved"
        ? by.modules
        : (by.modules?.filter((code) => ends.has(code)) ??
          prolongable(by, [...ends.values()], graceMonths).map(({ code }) => code));
    for (const code of codes) {
      const now = ends.get(code);
      if (now && now.until > by.until) continue;
      const goesOn = by.kind !== "approved" ? now : undefined;
      ends.set(code, {
        ...{ code, until: by.until, by },
        decisions: [...(goesOn?.decisions ?? []), by.key],
        before: goesOn?.before ?? (by.kind === "approved" && by.before === true),
      });
    }
  }
  return [...ends.values()].sort((a, b) => a.code.localeCompare(b.code, "en", { numeric: true }));
}

/** Codes of the modules that ended and can still be renewed on a civil day: they are not approved anew. */
export const inGrace = (ends: readonly ModuleEnd[], day: string, graceMonths: number): string[] =>
  ends.flatMap(({ code, until }) => (until < day && addMonths(until, graceMonths) >= day ? code : []));

/**
 * After which civil day practice counts towards a certification for modules: the last one on which any of these held that hold no more,
 * or that of the withdrawal; null where all of the way does. What certified once certifies not again: who let a module lapse has
 * practised since, whatever else they are or were certified for, while what they learnt stays learnt. What ended of other modules
 * changes nothing for these.
 * @param codes null: of the way as a whole, on which nothing lapsed while anything holds, and else what held last.
 */
export function practiceAfter(
  known: readonly Evidence[],
  graceMonths: number,
  day: string,
  codes: readonly string[] | null = null,
): string | null {
  const ends = endsOf(known, graceMonths);
  const holds = ends.some(({ until }) => until >= day);
  const lapsed = ends.filter(({ code, until }) => until < day && (codes?.includes(code) ?? !holds));
  return lastEnd(lapsed)?.until ?? (withdrawnOn(known) || null);
}

/** Modules by after which day practice counts for them, in their order: conditions are one answer only for those of one such day. */
export function byPractice(
  known: readonly Evidence[],
  graceMonths: number,
  day: string,
  codes: readonly string[],
): string[][] {
  const groups = new Map<string | null, string[]>();
  for (const code of codes) {
    const after = practiceAfter(known, graceMonths, day, [code]);
    groups.set(after, [...(groups.get(after) ?? []), code]);
  }
  return [...groups.values()];
}

/** What somebody practised, of which only what came after `practiceAfter` counts. */
export const practiceKinds: readonly Kind[] = [
  ...(["workshop", "observation", "coaching_visit", "examination", "refresher"] as const),
];

/** Modules with their ends by end, the first one first, so that each end is said once. */
export function byEnd(
  ends: readonly Pick<ModuleEnd, "code" | "until">[],
): { until: string; codes: string[] }[] {
  const days = [...new Set(ends.map(({ until }) => until))].sort();
  return days.map((until) => ({
    until,
    codes: ends.flatMap((one) => (one.until === until ? one.code : [])),
  }));
}

/** Modules that are certified alike: by a decision of one day, until one day, from before or not. */
export type EndSaid = {
  codes: string[];
  /** The civil day of the decision, and the last one of validity. */
  since: string;
  until: string;
  before: boolean;
};

/** The same by what is said of each, the first end first: so several ends of one tool are never said as one. */
export function endsSaid(ends: readonly ModuleEnd[]): EndSaid[] {
  const said = new Map<string, EndSaid>();
  for (const { code, until, by, before } of ends) {
    const key = `${until} ${by.day} ${before}`;
    const one = said.get(key);
    if (one) one.codes.push(code);
    else said.set(key, { codes: [code], since: by.day, until, before });
  }
  return [...said.keys()].sort().map((key) => said.get(key)!);
}

/** The modules that somebody is certified for on the day of another decision, by it and what was decided before: what their paper says. */
export const endsWith = (
  history: readonly Evidence[],
  decision: ModuleEnd["by"],
  graceMonths: number,
): ModuleEnd[] =>
  endsOf(knownOn([...history, decision], decision.day), graceMonths).filter(
    ({ until }) => until >= decision.day,
  );
