import type { StageAwaits, StageEventKind } from "../../../db/values/stages";
import type { GateState, Standing } from "./stage";
import type { Bond } from "./superior";

/** Something that was entered, as far as decisions refer to it. */
type Entry = { id: number; kind: StageEventKind; ofId: number | null; awaits: StageAwaits | null };

/** What a certification came of, or what goes on from it. */
export const approvals: readonly StageEventKind[] = ["approved", "renewed", "master_approved"];
const answers: readonly StageEventKind[] = ["returned", "refused", "struck", ...approvals];

/** What answered, ended or struck out something that was entered; undefined while nothing has. */
export const answerTo = <E extends Entry>(entries: readonly E[], id: number): E | undefined =>
  entries.find((one) => one.ofId === id && answers.includes(one.kind));

/** True where something that was entered was answered, ended or struck out by something else; itself may be struck out as well. */
const isAnswered = (entries: readonly Entry[], id: number): boolean => answerTo(entries, id) !== undefined;

/**
 * The recommendation that waits for an answer; undefined where none does.
 * @param towards what it recommends by exception; null: a first certification.
 */
export const openRecommendation = <E extends Entry>(
  entries: readonly E[],
  towards: StageAwaits | null = null,
): E | undefined =>
  entries.findLast(
    (one) => one.kind === "recommended" && one.awaits === towards && !isAnswered(entries, one.id),
  );

/** What something that was entered, or what it answers, is to lead to beside a first certification; null where to nothing else. */
export const towardsOf = (
  entries: readonly Entry[],
  { awaits, ofId }: Pick<Entry, "awaits" | "ofId">,
): StageAwaits | null =>
  awaits ?? (ofId === null ? null : (entries.find(({ id }) => id === ofId)?.awaits ?? null));

/** To what a recommendation may be, the first certification (null) first. */
export const allTowards = [
  null,
  "renewed",
  "master_approved",
] as const satisfies readonly (StageAwaits | null)[];

/** What ends every question that is open. */
const ends: readonly StageEventKind[] = [...approvals, "not_continued", "withdrawn"];

/**
 * The question with which the last recommendation went back, and that nobody answered or decided past yet, nor struck out with
 * its recommendation; `towards` as above.
 */
export function openQuestion<E extends Entry>(
  entries: readonly E[],
  towards: StageAwaits | null = null,
): E | undefined {
  const last = entries.findLast(
    (one) =>
      ends.includes(one.kind) ||
      ((one.kind === "recommended" || one.kind === "returned") && towardsOf(entries, one) === towards),
  );
  if (last?.kind !== "returned") return undefined;
  return entries.some(
    ({ kind, ofId }) => kind === "struck" && ofId !== null && [last.id, last.ofId].includes(ofId),
  )
    ? undefined
    : last;
}

/** Every question that is open among the entries of one way, with what its recommendation is to lead to. */
export const openQuestions = <E extends Entry>(entries: readonly E[]) =>
  allTowards.flatMap((towards) => {
    const question = openQuestion(entries, towards);
    return question ? [{ question, towards }] : [];
  });

/** The question that a recommendation answers: the last one with which one towards the same went back before it, since anything was decided. */
export function questionBefore<E extends Entry>(entries: readonly E[], recommendation: Entry): E | undefined {
  const towards = towardsOf(entries, recommendation);
  return openQuestion(
    entries.filter(({ id }) => id < recommendation.id),
    towards,
  );
}

/** True where a recommendation was answered already, or struck out. */
export const isDecided = (entries: readonly Entry[], id: number): boolean => isAnswered(entries, id);

/** Keys of the entries that were struck out. */
const struckIn = (entries: readonly Entry[]): ReadonlySet<number> =>
  new Set(entries.flatMap(({ kind, ofId }) => (kind === "struck" ? (ofId ?? []) : [])));

/**
 * What stops the way and can be resumed: the entry, which was neither struck out nor resumed by a word that stands, nor ended by a
 * withdrawal since; undefined where nothing does.
 */
export function openStop<E extends Entry>(entries: readonly E[]): E | undefined {
  const struck = struckIn(entries);
  const resumed = new Set(
    entries.flatMap(({ id, kind, ofId }) => (kind === "resumed" && !struck.has(id) ? (ofId ?? []) : [])),
  );
  const ended = entries.findLast(({ kind }) => kind === "withdrawn")?.id ?? 0;
  return entries.findLast(
    ({ id, kind }) =>
      (kind === "suspended" || kind === "not_continued") && id > ended && !struck.has(id) && !resumed.has(id),
  );
}

/**
 * What ended or interrupts the certification of this decision since: a suspension that was not resumed, or a withdrawal before anything
 * was approved anew; undefined where nothing does.
 */
export function haltedSince<E extends Entry>(entries: readonly E[], decisionId: number): E | undefined {
  const withdrawn = entries.findLast(({ kind }) => kind === "withdrawn");
  const isLast = withdrawn && !entries.some(({ id, kind }) => id > withdrawn.id && approvals.includes(kind));
  const halt = openStop(entries) ?? (isLast ? withdrawn : undefined);
  return halt && halt.id > decisionId ? halt : undefined;
}

/**
 * Entries that cannot be struck out: what a certification came of, or was taken back by, is answered by a decision, and what
 * only refers to another entry goes with that.
 */
const keptForEver: readonly StageEventKind[] = [
  "approved",
  "renewed",
  "master_approved",
  "certified_before",
  "withdrawn",
  "struck",
];

/** What is decided on somebody whose way goes on: whoever did went by the word that let it. */
const goneOn: readonly StageEventKind[] = [
  ...approvals,
  "recommended",
  "suspended",
  "not_continued",
  "withdrawn",
];

/**
 * Whether something that was entered may be struck out, and if not why. A certification from before may until it is confirmed, a
 * word by which a way goes on until something was decided since, which would else have been decided on a way that was halted. What
 * was read goes with what it was under.
 */
export function strikable(
  entries: readonly Entry[],
  { id, kind, awaits, ofId }: Entry,
): "yes" | "approval" | "decidedOn" | "struck" {
  const kept = keptForEver.includes(kind) && awaits === null;
  if (kept || entries.some((one) => one.ofId === id && approvals.includes(one.kind))) return "approval";
  const struck = struckIn(entries);
  if (struck.has(id) || (kind === "signed" && ofId !== null && struck.has(ofId))) return "struck";
  return kind === "resumed" &&
    entries.some((one) => one.id > id && goneOn.includes(one.kind) && !struck.has(one.id))
    ? "decidedOn"
    : "yes";
}

/** The gates that are missing, in the order in which they are asked for. */
export const missingOf = ({ gates }: Pick<Standing, "gates">): GateState[] =>
  gates.filter(({ missing }) => missing > 0);

/**
 * A word for all that an approval looks at: another entry, a gate that is missing or met by now, another stage, other modules make it
 * another.
 */
export const seenWord = (entries: readonly Entry[], standing: Standing, modules: readonly string[]): string =>
  [
    entries.at(-1)?.id ?? 0,
    standing.stage,
    modules.join(""),
    missingOf(standing)
      .map(({ gate, missing }) => `${gate}${missing}`)
      .join(""),
  ]
    .join("-")
    .slice(0, 80);

/** Why somebody may not recommend, answer or decide; null where they may. `recommender`: whose recommendation it answers. */
export const conflictOf = (
  bond: Bond | null,
  viewer: number | null,
  recommender: number | null = null,
): Bond | "recommenderDecides" | null =>
  bond ?? (viewer !== null && viewer === recommender ? "recommenderDecides" : null);
