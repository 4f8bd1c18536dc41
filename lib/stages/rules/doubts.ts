import type { StageEventKind } from "../../../db/values/stages";
import { approvals } from "./decide";
import type { DoubtedFor } from "./doubted";

type Entry = {
  id: number;
  kind: StageEventKind;
  ofId: number | null;
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

/** True where all that was certified before a strike was approved anew since; an approval that names no modules is of the whole tool. */
function approvedAnew(entries: readonly Entry[], { id: strikeId }: Entry): boolean {
  const all = entries.filter(({ kind }) => kind === "approved");
  const since = all.filter(({ id }) => id > strikeId);
  const codes = new Set(since.flatMap(({ modules }) => modules ?? []));
  const covers = ({ modules }: Entry) => modules?.every((code) => codes.has(code)) ?? false;
  return (
    since.some(({ modules }) => modules === null) ||
    (since.length > 0 && all.filter(({ id }) => id < strikeId).every(covers))
  );
}

/**
 * What was struck out of that on which a certification of this way rests, after it was decided, and of which nobody has said yet
 * what becomes of the certification: each strike with the entry and the decision that went by it. A withdrawal answers it, and so does
 * whoever leaves the certification as it is, by a signature under the strike that was not struck out itself; a renewal, which only
 * goes on from it, never, nor an approval, but one of all that was certified: then nothing rests on what was struck out.
 * @param entries what was entered of one way, in the order in which it was.
 */
export function doubtsIn<E extends Entry>(entries: readonly E[]): { strike: E; struck: E; decision: E }[] {
  const gone = new Set(entries.flatMap(({ kind, ofId }) => (kind === "struck" ? (ofId ?? []) : [])));
  return entries.flatMap((strike) => {
    if (strike.kind !== "struck") return [];
    const struck = entries.find(({ id }) => id === strike.ofId);
    if (!struck || !groundsEntered.includes(struck.kind) || isCorrected(entries, struck, strike)) return [];
    const decision = entries.findLast(
      (one) => one.id > struck.id && one.id < strike.id && wentBy(entries, one),
    );
    const answered = entries.some(
      ({ id, kind, ofId }) =>
        id > strike.id &&
        (kind === "withdrawn" || (kind === "signed" && ofId === strike.id && !gone.has(id))),
    );
    return decision && !answered && !approvedAnew(entries, strike) ? [{ strike, struck, decision }] : [];
  });
}

/**
 * For which modules a certification of this way is in doubt: what the decisions certified that went by something that was struck out
 * since, without what was approved anew.
 */
export function doubtedFor(entries: readonly Entry[]): DoubtedFor {
  const doubts = doubtsIn(entries);
  if (doubts.length === 0) return null;
  const codes = new Set<string>();
  for (const { strike, struck } of doubts) {
    const before = entries.filter(({ id }) => id < strike.id);
    const ended = before.findLast(({ kind }) => kind === "withdrawn")?.id ?? 0;
    const anew = new Set(
      entries.flatMap(({ id, kind, modules }) =>
        id > strike.id && kind === "approved" ? (modules ?? []) : [],
      ),
    );
    for (const one of before) {
      if (one.id < Math.max(struck.id, ended) || !wentBy(entries, one)) continue;
      if (one.modules === null) return "all";
      for (const code of one.modules) if (!anew.has(code)) codes.add(code);
    }
  }
  return [...codes].sort();
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
