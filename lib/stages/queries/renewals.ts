import type { Granted } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { toolCatalogue } from "../../curriculum/queries";
import { isKnownIn, type PersonRow } from "../../people/store";
import { programmesCalled, programmesIn } from "../../programmes/store";
import { dayOn, type OnDay } from "../../programmes/store/days";
import { wayHref } from "../hrefs";
import { ofWay, waysToJudge } from "../judge";
import { notStruck } from "../observing";
import { restsOnBefore } from "../rules/asOf";
import { countedBy } from "../rules/counted";
import { isDecided, openQuestion, openRecommendation } from "../rules/decide";
import { doubtsIn } from "../rules/doubts";
import { historyWithout } from "../rules/entered";
import { masterOf, ownSteps, renewalOf } from "../rules/renewal";
import { type GateState, stageOf } from "../rules/stage";
import { type StageEvent, stageEventsOf } from "../store/events";
import { bondWith } from "../unbound";
import { wayNames } from "./observing";

/** The programmes of this person in which the viewer decides who is certified; none for oneself and whoever is bound to the viewer. */
export const approvers = (cx: Context, { id }: Granted<PersonRow, "people.read">) =>
  bondWith(cx, id) || !gate.maySomewhere(cx, "stage.approve")
    ? []
    : programmesIn(cx, gate.reach(cx, "stage.approve").programmes)
        .filter((programme) => isKnownIn(cx, id, [programme.id]))
        .map(({ id: programmeId, title }) => ({ id: programmeId, title }));

const isMissing = (gates: readonly GateState[]): boolean => gates.some(({ missing }) => missing > 0);

/** What somebody recommended towards a renewal or a master trainer and nobody answered yet, and the question with which it went back. */
const waitingTowards = (entries: readonly StageEvent[], towards: "renewed" | "master_approved") => ({
  open: openRecommendation(entries, towards) ?? null,
  question: openQuestion(entries, towards) ?? null,
});

/**
 * What somebody is certified for, or was, with each tool on a civil day: how it stands with renewing it and with becoming a master
 * trainer. `mayDecide`: the viewer decides in that programme. Certifications from before say so for ever.
 */
export function renewalsOf(cx: Context, person: Granted<PersonRow, "people.read">, on: OnDay) {
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const decides = new Set(approvers(cx, person).map(({ id }) => id));
  const ways = waysToJudge(cx, [person.id]);
  const entries = stageEventsOf(cx, [person.id]);
  const called = programmesCalled(
    cx,
    ways.map(({ programmeId }) => programmeId),
  );
  return ways.flatMap(({ history, gates, first, toolId, programmeId }) => {
    const day = dayOn(on, programmeId);
    const renewal = renewalOf(history, gates, day);
    const standing = stageOf(history, gates, day, first);
    if (!renewal || !standing) return [];
    const master = masterOf(history, gates, day);
    const said = ofWay(entries, { personId: person.id, toolId, programmeId });
    const own = ownSteps(said, cx.viewer.personId);
    const others = historyWithout(history, own);
    /** True where conditions are met, but not without what the viewer entered: somebody else decides. */
    const barred = (all: readonly GateState[], without: readonly GateState[]) =>
      all.length > 0 && !isMissing(all) && isMissing(without);
    return [
      {
        ...{ toolId, programmeId, renewal, standing, today: day },
        tool: tools.get(toolId)!,
        programme: called.get(programmeId)!,
        master,
        ownSteps: {
          renewed: barred(renewal.gates, renewalOf(others, gates, day)?.gates ?? []),
          master_approved: barred(master.gates, masterOf(others, gates, day).gates),
        },
        before: restsOnBefore(standing),
        /** True where something on which the certification rests was struck out, and nobody decided yet what becomes of it. */
        doubted: doubtsIn(said, countedBy({ history, gates, first })).length > 0,
        /** Where that is decided. */
        way: wayHref({ personId: person.id, programmeId, toolId }),
        mayDecide: decides.has(programmeId),
        renewed: waitingTowards(said, "renewed"),
        master_approved: waitingTowards(said, "master_approved"),
      },
    ];
  });
}
/** What waits for another person to confirm it among certifications from before. */
const beforeWaitingIn = (entries: readonly StageEvent[]) =>
  entries.filter(
    (one) => one.kind === "certified_before" && one.awaits === "confirmed" && !isDecided(entries, one.id),
  );

/** The certifications from before of somebody that wait for another person to confirm them, with their tool and who entered them. */
export function beforeWaiting(cx: Context, { id }: Granted<PersonRow, "people.read">) {
  const entries = stageEventsOf(cx, [id]);
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  return beforeWaitingIn(entries).map(({ id: entryId, toolId, day, until, by, modules }) => ({
    ...{ id: entryId, tool: tools.get(toolId)!, day, until: until!, by, modules: modules ?? [] },
  }));
}

/**
 * The certifications from before that were entered of somebody in programmes where the viewer decides, and hold or wait, the newest
 * first.
 */
export function beforeEntered(cx: Context, person: Granted<PersonRow, "people.read">) {
  const decides = new Set(approvers(cx, person).map(({ id }) => id));
  const entries = stageEventsOf(cx, [person.id]);
  const named = wayNames(cx, entries);
  const waits = new Set(beforeWaitingIn(entries).map((one) => one.id));
  return notStruck(entries)
    .flatMap((one) =>
      one.kind === "certified_before" && decides.has(one.programmeId)
        ? [
            {
              ...named(one),
              ...{
                id: one.id,
                day: one.day,
                until: one.until!,
                modules: one.modules ?? [],
                words: one.words,
              },
              waits: waits.has(one.id),
            },
          ]
        : [],
    )
    .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
}
export type EnteredBefore = ReturnType<typeof beforeEntered>[number];

export type PersonRenewal = ReturnType<typeof renewalsOf>[number];
