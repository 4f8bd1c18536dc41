import type { LackingGate } from "../../../db/values/certificates";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { certificateRow } from "../../certificates/store";
import { coursesCalled } from "../../courses/store/taught";
import { programmeDays } from "../../programmes/store/days";
import type { Case } from "../deciding";
import { countedBy } from "../rules/counted";
import { approvals, strikable, towardsOf } from "../rules/decide";
import { doubtsIn, isCorrected } from "../rules/doubts";
import { historyWithout, keyOfEvent } from "../rules/entered";
import { exceptionOf } from "../rules/grounds";
import { ofTool } from "../rules/scope";
import { isTaken } from "../rules/signature";
import { changeBy, stageOf } from "../rules/stage";
import { undoneAtOnce } from "../rules/undo";
import type { StageEvent } from "../store/events";
import { observedBy } from "./observing";

/** What striking out an entry of a way makes of it: another stage, or a certification that is looked at again; nulls where neither. */
function strikeOf(of: Case | null, one: StageEvent) {
  if (!of) return { change: null, doubts: false };
  const { history, gates, day, first, entries } = of;
  const strike = {
    ...one,
    id: Number.MAX_SAFE_INTEGER,
    kind: "struck" as const,
    ofId: one.id,
    enteredAt: -1,
  };
  return {
    change: changeBy(history, keyOfEvent(one.id), gates, day, first),
    doubts: doubtsIn([...entries, strike], countedBy(of)).some(({ struck }) => struck.id === one.id),
  };
}

/**
 * Which conditions were not met when something was decided by exception; null of anything else. `kept`: as they were counted then,
 * which the certification on paper says. Of an older first certification they are counted anew by what is recorded of that day;
 * none where nothing tells them.
 */
function notMetThen(
  cx: Context,
  of: Case | null,
  one: StageEvent,
): { lacking: readonly LackingGate[]; kept: boolean } | null {
  if (!one.exception || !approvals.includes(one.kind)) return null;
  const paper = one.certificateId === null ? undefined : certificateRow(cx, one.certificateId);
  const lacking = paper?.facts.evidence?.lacking;
  if (lacking) return { lacking, kept: true };
  if (!of || one.kind !== "approved") return { lacking: [], kept: false };
  const before = historyWithout(
    of.history,
    of.entries.filter(({ id }) => id >= one.id),
  );
  // What no paper keeps was decided before workshops were asked for of its own modules.
  const then = stageOf(ofTool(before), of.gates, one.day, of.first, one.modules);
  return { lacking: exceptionOf(then?.gates ?? []).lacking ?? [], kept: false };
}

/** True of a signature under a strike: the certification that rested on what was struck out stays as it is. */
const leaves = (entries: readonly StageEvent[], { kind, ofId }: StageEvent): boolean =>
  kind === "signed" && entries.some((one) => one.id === ofId && one.kind === "struck");

/** Of what strikes out, or is under a strike, what was struck out, of which civil day; null of all else. */
function whatOf(entries: readonly StageEvent[], one: StageEvent) {
  const strike = leaves(entries, one) ? entries.find(({ id }) => id === one.ofId) : one;
  const what = strike?.kind === "struck" ? entries.find(({ id }) => id === strike.ofId) : undefined;
  return what ? { kind: what.kind, day: what.day, taken: isTaken(entries, what) } : null;
}

/**
 * What was said with an entry, for whoever may read it: what is said with the signature of an observation stays, as the observation
 * does, among whoever was observed, who wrote one of that workshop, and who decides.
 */
function wordsIn(cx: Context, programmeId: number, entries: readonly StageEvent[]) {
  const viewer = cx.viewer.personId;
  const decides = gate.mayInProgramme(cx, "stage.approve", programmeId);
  const wrote = observedBy(entries, viewer);
  return ({ kind, ofId, words, personId }: StageEvent): string | null => {
    const under = kind === "signed" ? entries.find(({ id }) => id === ofId) : undefined;
    const reads =
      under?.kind !== "observation" || decides || personId === viewer || wrote.has(under.courseId!);
    return reads && words !== undoneAtOnce ? words : null;
  };
}

/** All that was entered of a way, the newest first. `of`: the way as it is decided upon; null where nothing counts on it. */
export function historyOf(
  cx: Context,
  programmeId: number,
  entries: readonly StageEvent[],
  mayStrike: boolean,
  of: Case | null = null,
) {
  const days = programmeDays(cx);
  const keys = [...new Set(entries.flatMap(({ courseId }) => courseId ?? []))];
  const called = coursesCalled(cx, keys);
  const open = new Set(gate.coursesAmong(cx, "course.read", keys).map(({ id }) => id));
  const entry = (id: number | null) => entries.find((one) => one.id === id);
  const wordsOf = wordsIn(cx, programmeId, entries);
  const correctedBy = (one: StageEvent): boolean => {
    const strike =
      one.kind === "struck" ? one : entries.find(({ kind, ofId }) => kind === "struck" && ofId === one.id);
    const struck = strike && entry(strike.ofId);
    return struck !== undefined && struck !== null && isCorrected(entries, struck, strike!);
  };
  const strikingOf = (one: StageEvent) => {
    const may = mayStrike ? strikable(entries, one) : null;
    return {
      strikable: may === "yes",
      /** True where it is not struck out as something was decided since. */
      decidedOn: may === "decidedOn",
      strike: may === "yes" ? strikeOf(of, one) : null,
    };
  };
  return [...entries].reverse().map((one) => ({
    ...one,
    words: wordsOf(one),
    /** The workshop that it is about, and where it is read by whoever may; null of what is about none. */
    course: one.courseId === null ? null : (called.get(one.courseId) ?? null),
    href: one.courseId !== null && open.has(one.courseId) ? `/desk/courses/${one.courseId}` : null,
    /** True where whoever entered something undid it at once, without a reason. */
    undone: one.words === undoneAtOnce,
    /** The civil day in the programme on which it was entered. */
    enteredOn: days.of(programmeId, one.enteredAt),
    /** The civil day on which it was struck out; null where it was not. */
    struckOn: entries.find(({ kind, ofId }) => kind === "struck" && ofId === one.id)?.day ?? null,
    /** True of a strike by which an observation was put right, and of what was put right: it stands anew. */
    corrected: correctedBy(one),
    /** What it was to lead to beside a first certification. */
    towards: ["recommended", "returned", "refused", "approved"].includes(one.kind)
      ? towardsOf(entries, one)
      : null,
    /** A signature under a strike: the certification that rested on what was struck out stays as it is. */
    left: leaves(entries, one),
    /** An observation that was taken without the signature of whoever was observed. */
    taken: isTaken(entries, one),
    /** Of what strikes out, or is under a strike: what was struck out, and of which civil day. */
    what: whatOf(entries, one),
    notMet: notMetThen(cx, of, one),
    ...strikingOf(one),
  }));
}
