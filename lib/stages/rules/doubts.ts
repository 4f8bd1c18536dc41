import type { StageAwaits, StageEventKind } from "../../../db/values/stages";
import { approvals } from "./decide";
import type { DoubtedFor } from "./doubted";
import { signatureOf } from "./signature";

type Entry = {
  id: number;
  kind: StageEventKind;
  ofId: number | null;
  awaits: StageAwaits | null;
  enteredAt: number;
  /** Codes of the modules that it is about; null where it names none. */
  modules: readonly string[] | null;
};

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

/** True where a struck observation was replaced by another one in the same act: it was put right, and nothing is missing. */
export const isCorrected = (entries: readonly Entry[], struck: Entry, strike: Entry): boolean =>
  struck.kind === "observation" &&
  entries.some(
    ({ kind, enteredAt, id }) => kind === "observation" && id > struck.id && enteredAt === strike.enteredAt,
  );

/** True where an observation whose signature was struck out was signed or taken anew since, so that it counts again. */
const isSignedAnew = (entries: readonly Entry[], struck: Entry, strike: Entry): boolean =>
  struck.kind === "signed" &&
  standingAt(entries).some(
    ({ id, kind, ofId }) => kind === "signed" && ofId === struck.ofId && id > strike.id,
  );

/** What stood among these entries before one of them; what stands now where none is named. */
function standingAt<E extends Entry>(entries: readonly E[], before = Number.POSITIVE_INFINITY): E[] {
  const then = entries.filter(({ id }) => id < before);
  const gone = new Set(then.flatMap(({ kind, ofId }) => (kind === "struck" ? (ofId ?? []) : [])));
  return then.filter(({ id }) => !gone.has(id));
}

/**
 * Since which entry that counted which was struck out: itself, or the signature of an observation that awaits one, which may be what
 * was struck out; null of what nothing rests on.
 */
function countedSince(entries: readonly Entry[], struck: Entry, strike: Entry): number | null {
  const ground = struck.kind === "signed" ? entries.find(({ id }) => id === struck.ofId) : struck;
  if (!ground || !groundsEntered.includes(ground.kind)) return null;
  if (ground.kind === "observation" && ground.awaits !== null)
    return struck === ground
      ? (signatureOf(standingAt(entries, strike.id), ground.id)?.id ?? null)
      : struck.id;
  return struck === ground ? struck.id : null;
}

/**
 * For which modules what was decided after one entry and before a strike is in doubt: those that it certified and that were not approved
 * anew since; an approval that names no modules is of the whole tool. Null where none is.
 */
function inDoubt(
  entries: readonly Entry[],
  decisions: readonly Entry[],
  { id: strikeId }: Entry,
): DoubtedFor {
  const since = entries.filter(({ id, kind }) => id > strikeId && kind === "approved");
  if (decisions.length === 0 || since.some(({ modules }) => modules === null)) return null;
  const anew = new Set(since.flatMap(({ modules }) => modules ?? []));
  const covers = ({ modules }: Entry) => modules?.every((code) => anew.has(code)) ?? false;
  if (decisions.some(({ modules }) => modules === null)) {
    const all = entries.filter(({ id, kind }) => id < strikeId && kind === "approved");
    return all.length > 0 && all.every(covers) ? null : "all";
  }
  const codes = new Set(decisions.flatMap(({ modules }) => modules ?? []));
  const left = [...codes].filter((code) => !anew.has(code)).sort();
  return left.length > 0 ? left : null;
}

/**
 * What was struck out of that on which a certification of this way rests, after it was decided, and of which nobody has said yet
 * what becomes of the certification: each strike with the entry, the last decision that went by it and the modules that are in doubt
 * (`of`). A withdrawal answers it, and so does whoever leaves the certification as it is, by a signature under the strike that was
 * not struck out itself; a renewal, which only goes on from it, never, nor an approval, but one of all that was certified: then
 * nothing rests on what was struck out.
 * @param entries what was entered of one way, in the order in which it was.
 */
export function doubtsIn<E extends Entry>(
  entries: readonly E[],
): { strike: E; struck: E; decision: E; of: NonNullable<DoubtedFor> }[] {
  const standing = standingAt(entries);
  return entries.flatMap((strike) => {
    const struck = strike.kind === "struck" ? entries.find(({ id }) => id === strike.ofId) : undefined;
    if (!struck || isCorrected(entries, struck, strike) || isSignedAnew(entries, struck, strike)) return [];
    const from = countedSince(entries, struck, strike);
    const before = entries.filter(({ id }) => id < strike.id);
    // What was withdrawn by then certifies nobody any more.
    const ended = before.findLast(({ kind }) => kind === "withdrawn")?.id ?? 0;
    const decisions = before.filter(
      (one) => from !== null && one.id > Math.max(from, ended) && wentBy(entries, one),
    );
    const answered =
      entries.some(({ id, kind }) => id > strike.id && kind === "withdrawn") ||
      signatureOf(standing, strike.id) !== undefined;
    const of = answered ? null : inDoubt(entries, decisions, strike);
    return of === null ? [] : [{ strike, struck, decision: decisions.at(-1)!, of }];
  });
}

/**
 * For which modules a certification of this way is in doubt: what the decisions certified that went by something that was struck out
 * since, without what was approved anew; null where nothing is, so that it is never said of none.
 */
export function doubtedFor(entries: readonly Entry[]): DoubtedFor {
  const all = doubtsIn(entries).map(({ of }) => of);
  if (all.length === 0) return null;
  return all.includes("all") ? "all" : [...new Set(all.flat())].sort();
}

/** The decision on which a certification of this way stands now; undefined where none does, or it was withdrawn. */
export const decisionIn = <E extends Entry>(entries: readonly E[]): E | undefined => {
  const last = entries.findLast(({ kind }) => kind === "withdrawn" || approvals.includes(kind));
  return last?.kind === "withdrawn" ? undefined : last;
};

/** Who recommended what a decision answered; null where nobody did. */
export const recommenderOf = (
  entries: readonly (Entry & { enteredBy: number | null })[],
  { ofId }: Pick<Entry, "ofId">,
): number | null => entries.find(({ id }) => id === ofId)?.enteredBy ?? null;
