import * as gate from "../../access/gate";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { toolCatalogue } from "../../curriculum/queries";
import { fault } from "../../faults";
import { namesKnownTo } from "../../people/store/namedAmong";
import { programmesCalled } from "../../programmes/store";
import { programmeDays } from "../../programmes/store/days";
import { Refusal } from "../../result";
import { givenBy, inTheWay, seenNow, validUntil } from "../approving";
import { seenBefore } from "../confirming";
import { casesAmong, neverTaughtIn, standingFor } from "../deciding";
import { renewalHref, wayHref } from "../hrefs";
import { ofWay, wayKey } from "../judge";
import { answerTo, conflictOf, missingOf, questionBefore } from "../rules/decide";
import { bondOf } from "../rules/superior";
import { type StageEvent, stageEventsAt, stageEventsOf } from "../store/events";
import { aboveOf } from "../store/superiors";
import { waitingKeys } from "../store/waiting";
import { doubtedIn } from "./doubts";
import { evidenceAtOnce } from "./evidence";

/** The most recommendations that one page shows. */
const mostShown = 200;

/** What waits, and what becomes of it, is shown of whom these programmes know; read at once, however many they are. */
function shownAmong(cx: Context, programmes: Programmes, entries: readonly StageEvent[]) {
  const people = entries.map(({ personId }) => personId);
  const named = namesKnownTo(cx, people, programmes);
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const ofProgrammes = entries.map(({ programmeId }) => programmeId);
  const called = programmesCalled(cx, ofProgrammes);
  return entries.flatMap((entry) => {
    const found = named.get(entry.personId);
    const tool = tools.get(entry.toolId);
    if (!found || !tool) return [];
    const { id, name, latinName } = found;
    const towards = entry.awaits === "confirmed" ? null : entry.awaits;
    return [
      {
        ...{ entry, recommendationId: entry.id, tool, towards, day: entry.day, by: entry.by },
        ...{ words: entry.words ?? "", exception: entry.exception },
        person: { id, name, latinName },
        programme: called.get(entry.programmeId)!,
        href: entry.awaits === null ? wayHref(entry) : renewalHref(entry),
        /** Of a certification from before: since when. */
        before: entry.awaits === "confirmed" ? entry.day : null,
      },
    ];
  });
}

/** What of these entries waits for the viewer or somebody else, and what approving each would give or what stands in its way. */
function waitingRows(cx: Context, programmes: Programmes, entries: readonly StageEvent[]) {
  const people = entries.map(({ personId }) => personId);
  const cases = casesAmong(
    cx,
    entries.flatMap(({ personId, awaits }) => (awaits === null ? personId : [])),
  );
  const days = programmeDays(cx);
  const viewer = cx.viewer.personId;
  const above = aboveOf(cx, viewer === null ? people : [...people, viewer]);
  const all = stageEventsOf(cx, people);
  const questionOf = (entry: StageEvent) => {
    const asked = questionBefore(ofWay(all, entry), entry);
    return asked
      ? { by: asked.by, day: asked.day, words: asked.words ?? "", own: asked.enteredBy === viewer }
      : null;
  };
  return shownAmong(cx, programmes, entries).flatMap(({ entry, ...row }) => {
    const bond = bondOf(above, viewer, entry.personId);
    const conflict = conflictOf(bond, viewer, entry.enteredBy);
    /** Why somebody else decides on it: yours, or about somebody bound to the viewer; null where they may. */
    const elses = conflict === "recommenderDecides" && row.before ? ("ownEntry" as const) : conflict;
    const shown = { ...row, elses, question: entry.awaits === "confirmed" ? null : questionOf(entry) };
    if (entry.awaits !== null)
      return {
        ...{ ...shown, modules: entry.modules ?? [], until: entry.until ?? "", seen: seenBefore(entry.id) },
        /** True for a certification from before that is over: it certifies nobody today. */
        ended: (entry.until ?? "9999") < days.of(entry.programmeId),
        fault: elses ? fault(elses) : null,
        ...{ onWay: false, needless: false, evidence: null, neverTaught: [] as string[] },
      };
    const of = cases.get(wayKey(entry));
    if (!of) return [];
    const answering = { recommendation: entry, of };
    const stands = elses ? new Refusal(fault(elses)) : inTheWay(answering);
    const modules = givenBy(of, entry);
    return {
      ...{ ...shown, modules, until: validUntil(of), ended: false },
      seen: seenNow(answering),
      evidence: evidenceAtOnce(of, modules),
      neverTaught: neverTaughtIn(of, modules),
      fault: stands?.fault ?? null,
      /** True for what is approved by exception: on the page of the way, with the sentence that it takes. */
      onWay: entry.exception && stands?.fault.code === "gatesMissing",
      /** True where all conditions are met since it was recommended by exception: it is approved as any other. */
      needless: entry.exception && missingOf(standingFor(of, modules)).length === 0,
    };
  });
}

/** Those of these keys that are entries in these programmes, as they are shown, each with what answered it; null where nothing did. */
function answeredAt(cx: Context, programmes: Programmes, keys: readonly number[]) {
  const found = stageEventsAt(cx, keys.slice(0, mostShown)).filter(
    ({ programmeId }) => programmes === "all" || programmes.includes(programmeId),
  );
  const all = stageEventsOf(
    cx,
    found.map(({ personId }) => personId),
  );
  return shownAmong(cx, programmes, found).map(({ entry, ...row }) => {
    const answer = answerTo(all, entry.id);
    const { kind, by, day, enteredBy } = answer ?? { kind: null };
    return {
      ...row,
      meanwhile: kind && { kind, by: by ?? null, day: day!, own: enteredBy === cx.viewer.personId },
    };
  });
}

/** What became of those that somebody just approved together: whom they certified or confirmed, and why others are as they were. */
function doneOf(
  cx: Context,
  programmes: Programmes,
  waiting: readonly WaitingRow[],
  { approved, left }: Required<Pick<Chosen, "approved" | "left">>,
) {
  const answered = answeredAt(cx, programmes, [...approved, ...left]);
  const byViewer = (row: (typeof answered)[number]) =>
    row.meanwhile?.kind === "approved" && row.meanwhile.own;
  return {
    approved: answered.filter((row) => approved.includes(row.recommendationId) && byViewer(row)),
    left: answered
      .filter((row) => left.includes(row.recommendationId) && !byViewer(row))
      .map((row) => {
        const still = waiting.find(({ recommendationId }) => recommendationId === row.recommendationId);
        /** Null where it changed since the preview, and could be approved now, or where `meanwhile` says what happened. */
        return { ...row, fault: still?.fault ?? null };
      }),
  };
}

/** Whom somebody chose to look at before approving, and what became of those that they approved: keys of what waits, or waited. */
export type Chosen = { of?: readonly number[]; approved?: readonly number[]; left?: readonly number[] };

/**
 * What waits for a decision in the programmes whose certifications the viewer decides on, those that wait longest first; of the
 * chosen ones what approving them would give; and what became of those that were just approved.
 */
export function certificationsPage(cx: Context, { of = [], approved = [], left = [] }: Chosen) {
  const { programmes } = gate.reach(cx, "stage.approve");
  const all = waitingRows(cx, programmes, stageEventsAt(cx, waitingKeys(cx, programmes, mostShown)));
  const waiting = all.filter(({ towards }) => towards === null);
  return {
    waiting,
    preview: waiting.filter((row) => of.includes(row.recommendationId)),
    /** Those that were chosen and wait no longer, each with what happened meanwhile. */
    gone: answeredAt(
      cx,
      programmes,
      of.filter((key) => all.every(({ recommendationId }) => recommendationId !== key)),
    ).filter(({ meanwhile }) => meanwhile !== null),
    /** Renewals and master trainers that somebody recommended: each is decided on the page of the person. */
    renewals: all.filter(({ towards }) => towards !== null),
    /** Certifications that rest on something that was struck out: looked at on the page of the way. */
    doubted: doubtedIn(cx, programmes),
    done: doneOf(cx, programmes, all, { approved, left }),
  };
}
export type WaitingRow = ReturnType<typeof waitingRows>[number];
