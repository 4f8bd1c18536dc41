import type { StageEventKind } from "../../../db/values/stages";
import type { GateState, Standing } from "./stage";

/** Something that was entered, as far as decisions refer to it. */
type Entry = { id: number; kind: StageEventKind; ofId: number | null };

const answers: readonly StageEventKind[] = ["returned", "refused", "approved", "struck"];

/** True where something that was entered was answered, ended or struck out by something else; itself may be struck out as well. */
const isAnswered = (entries: readonly Entry[], id: number): boolean =>
  entries.some((one) => one.ofId === id && answers.includes(one.kind));

/** The recommendation that waits for an answer; undefined where none does. */
export const openRecommendation = <E extends Entry>(entries: readonly E[]): E | undefined =>
  entries.findLast((one) => one.kind === "recommended" && !isAnswered(entries, one.id));

/** True where a recommendation was answered already, or struck out. */
export const isDecided = (entries: readonly Entry[], id: number): boolean => isAnswered(entries, id);

/** What stops the way and can be resumed: the entry, which was neither resumed nor struck out; undefined where nothing does. */
export function openStop<E extends Entry>(entries: readonly E[]): E | undefined {
  const over = new Set(
    entries.flatMap((one) => (one.kind === "resumed" || one.kind === "struck" ? (one.ofId ?? []) : [])),
  );
  return entries.findLast(
    (one) => (one.kind === "suspended" || one.kind === "not_continued") && !over.has(one.id),
  );
}

/**
 * Entries that cannot be struck out: what a certification came of, or was taken back by, is answered by a decision, and what
 * only refers to another entry goes with that.
 */
const keptForEver: readonly StageEventKind[] = [
  "approved",
  "master_approved",
  "certified_before",
  "withdrawn",
  "struck",
];

/** Whether something that was entered may be struck out, and if not why. */
export function strikable(entries: readonly Entry[], { id, kind }: Entry): "yes" | "approval" | "struck" {
  if (keptForEver.includes(kind) || entries.some((one) => one.ofId === id && one.kind === "approved"))
    return "approval";
  return entries.some((one) => one.ofId === id && one.kind === "struck") ? "struck" : "yes";
}

/** The gates that are missing, in the order in which they are asked for. */
export const missingOf = ({ gates }: Pick<Standing, "gates">): GateState[] =>
  gates.filter(({ missing }) => missing > 0);

/**
 * A word for all that an approval looks at: another entry, a gate that is missing or met by now, another stage make it another.
 */
export const seenWord = (entries: readonly Entry[], standing: Standing): string =>
  [
    entries.at(-1)?.id ?? 0,
    standing.stage,
    missingOf(standing)
      .map(({ gate, missing }) => `${gate}${missing}`)
      .join(""),
  ]
    .join("-")
    .slice(0, 80);

/** Who decides, and what they have to do with whom it is about: keys of people. */
type Decider = { viewer: number | null; candidate: number; above: readonly number[] };

/** Why somebody may not recommend, answer or decide; null where they may. `recommender`: whose recommendation it answers. */
export const conflictOf = (
  { viewer, candidate, above }: Decider,
  recommender: number | null = null,
): "ownStage" | "subordinate" | "recommenderDecides" | null =>
  viewer === candidate
    ? "ownStage"
    : viewer !== null && above.includes(viewer)
      ? "subordinate"
      : viewer !== null && viewer === recommender
        ? "recommenderDecides"
        : null;
