import type { Rubric, StageAwaits, StageEventKind } from "../../../db/values/stages";
import { approvals } from "./decide";
import type { DoubtedFor } from "./doubted";
import { meanOf } from "./entered";
import { lowestOf } from "./rubric";
import { isUnsigned, signatureOf } from "./signature";

type Entry = {
  id: number;
  kind: StageEventKind;
  ofId: number | null;
  awaits: StageAwaits | null;
  enteredAt: number;
  /** Codes of the modules that it is about; null where it names none. */
  modules: readonly string[] | null;
  courseId: number | null;
  rubric: Rubric | null;
};

/** Whether a decision counted what is about the workshop of something that was entered (`countedBy`). */
export type Counted = (
  decision: Pick<Entry, "id" | "kind" | "modules">,
  ground: Pick<Entry, "courseId">,
) => boolean;

/** What a certification rests on among what is entered; a training, a roll or a plan says it of itself. */
export const groundsEntered: readonly StageEventKind[] = [
  "workshop_confirmed",
  "practicum",
  "coaching_visit",
  "observation",
  "examination",
  "refresher",
  "master_training",
  "master_examination",
];

/** True for a decision that went by what was entered; a certification from before goes by its paper. */
const wentBy = (entries: readonly Entry[], { kind, ofId }: Entry): boolean =>
  approvals.includes(kind) && entries.find(({ id }) => id === ofId)?.kind !== "certified_before";

type OfStrike = Pick<Entry, "id" | "kind" | "enteredAt">;

/** The observation that was written in the place of a struck one in the same act; undefined where none was. */
const replacementOf = <E extends OfStrike>(
  entries: readonly E[],
  struck: Pick<Entry, "id" | "kind">,
  strike: Pick<Entry, "id" | "enteredAt">,
): E | undefined =>
  struck.kind === "observation"
    ? entries.find(
        ({ kind, enteredAt, id }) =>
          kind === "observation" && id > struck.id && id > strike.id && enteredAt === strike.enteredAt,
      )
    : undefined;

/** True where a struck observation was replaced by another one in the same act: it was put right, and stands anew. */
export const isCorrected = (
  entries: readonly OfStrike[],
  struck: Pick<Entry, "id" | "kind">,
  strike: Pick<Entry, "id" | "enteredAt">,
): boolean => replacementOf(entries, struck, strike) !== undefined;

/** What stood among these entries before one of them; what stands now where none is named. */
function standingAt<E extends Entry>(entries: readonly E[], before = Number.POSITIVE_INFINITY): E[] {
  const then = entries.filter(({ id }) => id < before);
  const gone = new Set(then.flatMap(({ kind, ofId }) => (kind === "struck" ? (ofId ?? []) : [])));
  return then.filter(({ id }) => !gone.has(id));
}

/** Whatever says the same as something that was entered: its corrections, one after the other, and each confirmation of one workshop. */
function sameAs<E extends Entry>(entries: readonly E[], ground: E): E[] {
  if (ground.kind === "workshop_confirmed" && ground.courseId !== null)
    return entries.filter(({ kind, courseId }) => kind === ground.kind && courseId === ground.courseId);
  const strike = entries.find(({ kind, ofId }) => kind === "struck" && ofId === ground.id);
  const next = strike && replacementOf(entries, ground, strike);
  return next ? [ground, ...sameAs(entries, next)] : [ground];
}

/** True where an observation gives no less than another one: what was corrected to less is not what a decision went by. */
const givesNoLess = (one: Rubric | null, than: Rubric | null): boolean =>
  !one || !than || (meanOf(one) >= meanOf(than) && lowestOf(one) >= lowestOf(than));

/** True where something that was entered, or one of those that say the same (`all`), counts by what stands: an observation that both sign with its signature. */
const countsAmong = (standing: readonly Entry[], all: readonly Entry[], { rubric }: Entry): boolean =>
  all.some((one) => standing.includes(one) && !isUnsigned(standing, one) && givesNoLess(one.rubric, rubric));

/**
 * By which strike something that was entered counts no more, itself or by the signature that it awaits; undefined where it counts, was
 * corrected to no less or signed anew. `strikes`: all that took something of it away, of which one may have been answered.
 */
function lostBy<E extends Entry>(entries: readonly E[], ground: E) {
  const all = sameAs(entries, ground);
  if (countsAmong(standingAt(entries), all, ground)) return undefined;
  const ids = new Set(all.map(({ id }) => id));
  const ofThese = (one: E | undefined) =>
    one !== undefined && (ids.has(one.id) || (one.kind === "signed" && ids.has(one.ofId ?? 0)));
  const strikes = entries.filter(
    ({ kind, ofId }) => kind === "struck" && ofThese(entries.find(({ id }) => id === ofId)),
  );
  const last = strikes.findLast(
    ({ id }) =>
      countsAmong(standingAt(entries, id), all, ground) &&
      !countsAmong(standingAt(entries, id + 1), all, ground),
  );
  return last ? { last, strikes } : undefined;
}

/** For which modules a decision is in doubt: those that it certified and that were not approved anew since; an approval that names none is of the whole tool. */
function leftOf(entries: readonly Entry[], decision: Entry): DoubtedFor {
  const since = entries.filter(({ id, kind }) => id > decision.id && kind === "approved");
  if (since.some(({ modules }) => modules === null)) return null;
  const anew = new Set(since.flatMap(({ modules }) => modules ?? []));
  if (decision.modules === null) {
    const all = entries.filter(({ id, kind }) => id <= decision.id && kind === "approved");
    const covered = all.every(({ modules }) => modules?.every((code) => anew.has(code)) ?? false);
    return all.length > 0 && covered ? null : "all";
  }
  const left = decision.modules.filter((code) => !anew.has(code));
  return left.length > 0 ? left : null;
}

/** All of these together. */
const together = (all: readonly NonNullable<DoubtedFor>[]): NonNullable<DoubtedFor> =>
  all.includes("all") ? "all" : [...new Set(all.flat())].sort();

type Decided<E> = { decision: E; of: NonNullable<DoubtedFor> };

/**
 * What was struck out of that on which a certification of this way rests, after it was decided, and of which nobody has said yet
 * what becomes of the certification: each strike by which something that a decision counted counts no more, with the entry, the
 * decisions that went by it, the first first, each with the modules that are in doubt, and all of these (`of`). A withdrawal answers
 * it, and so does whoever leaves the certification as it is, by a signature under the strike that was not struck out itself; a
 * renewal, which only goes on from it, never, nor an approval, but of what was certified: that rests on it no more.
 * @param entries what was entered of one way, in the order in which it was.
 * @param counted which decisions counted what is about a workshop; without, each counted all.
 */
export function doubtsIn<E extends Entry>(
  entries: readonly E[],
  counted: Counted = () => true,
): { strike: E; struck: E; decisions: Decided<E>[]; of: NonNullable<DoubtedFor> }[] {
  if (!entries.some(({ kind }) => kind === "struck")) return [];
  const standing = standingAt(entries);
  // What was withdrawn certifies nobody any more.
  const ended = entries.findLast(({ kind }) => kind === "withdrawn")?.id ?? 0;
  const decided = entries.flatMap((decision): Decided<E>[] => {
    const of = decision.id > ended && wentBy(entries, decision) ? leftOf(entries, decision) : null;
    return of === null ? [] : [{ decision, of }];
  });
  const found = new Map<E, Set<Decided<E>>>();
  for (const ground of entries.filter(({ kind }) => groundsEntered.includes(kind))) {
    const lost = lostBy(entries, ground);
    if (!lost) continue;
    for (const one of decided) {
      const { decision } = one;
      const counts = countsAmong(standingAt(entries, decision.id), [ground], ground);
      const left = lost.strikes.some(({ id }) => id > decision.id && signatureOf(standing, id));
      if (!counts || left || !counted(decision, ground)) continue;
      found.set(lost.last, (found.get(lost.last) ?? new Set()).add(one));
    }
  }
  return [...found]
    .map(([strike, of]) => ({
      strike,
      struck: entries.find(({ id }) => id === strike.ofId)!,
      decisions: decided.filter((one) => of.has(one)),
      of: together([...of].map((one) => one.of)),
    }))
    .sort((a, b) => a.strike.id - b.strike.id);
}

/**
 * For which modules a certification of this way is in doubt: what the decisions certified that went by something that was struck out
 * since, without what was approved anew; null where nothing is, so that it is never said of none.
 */
export const doubtedFor = (entries: readonly Entry[], counted?: Counted): DoubtedFor =>
  doubtedBy(doubtsIn(entries, counted));

/** The same of what `doubtsIn` gives. */
export const doubtedBy = (doubts: readonly Pick<Decided<Entry>, "of">[]): DoubtedFor =>
  doubts.length === 0 ? null : together(doubts.map(({ of }) => of));

/** The decision on which a certification of this way stands now; undefined where none does, or it was withdrawn. */
export const decisionIn = <E extends Entry>(entries: readonly E[]): E | undefined => {
  const last = entries.findLast(({ kind }) => kind === "withdrawn" || approvals.includes(kind));
  return last?.kind === "withdrawn" ? undefined : last;
};

/** True where somebody recommended what one of these decisions answered. */
export const recommendedOneOf = (
  entries: readonly (Entry & { enteredBy: number | null })[],
  decisions: readonly Pick<Decided<Entry>, "decision">[],
  personId: number,
): boolean =>
  decisions.some(({ decision }) =>
    entries.some(({ id, enteredBy }) => id === decision.ofId && enteredBy === personId),
  );
