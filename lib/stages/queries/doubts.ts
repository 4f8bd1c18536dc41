import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { toolCatalogue } from "../../curriculum/queries";
import { namesKnownTo } from "../../people/store/namedAmong";
import { programmesCalled } from "../../programmes/store";
import { doubtsAmong } from "../doubting";
import { wayHref } from "../hrefs";
import { byWay, wayKey } from "../judge";
import type { DoubtedFor } from "../rules/doubted";
import { doubtedBy } from "../rules/doubts";
import { isTaken } from "../rules/signature";
import { bondOf } from "../rules/superior";
import { stageEventsOf } from "../store/events";
import { aboveOf } from "../store/superiors";
import { struckAfterDecision } from "../store/waiting";

/** So many people are looked at. */
const mostLooked = 200;

/** Certifications that rest on something that was struck out, which the viewer may decide on: nothing about oneself nor whoever is bound to them. */
function openDoubts(cx: Context, programmes: Programmes) {
  const viewer = cx.viewer.personId;
  if (viewer === null) return [];
  const people = struckAfterDecision(cx, programmes, mostLooked);
  if (people.length === 0) return [];
  const above = aboveOf(cx, [viewer, ...people]);
  const free = people.filter((personId) => !bondOf(above, viewer, personId));
  const ways = byWay(
    stageEventsOf(cx, free).filter(
      ({ programmeId }) => programmes === "all" || programmes.includes(programmeId),
    ),
  );
  return doubtsAmong(cx, ways).flatMap((doubts, at) =>
    doubts.map((one) => ({ ...one, taken: isTaken(ways[at]!, one.struck) })),
  );
}

/** Which ways of these people (`wayKey`) are certified by what rests on something that was struck out, and nobody decided on since, each with for which modules. */
export function doubtedAmong(
  cx: Context,
  personIds: readonly number[],
): ReadonlyMap<string, NonNullable<DoubtedFor>> {
  const people = struckAfterDecision(cx, "all", personIds.length, personIds);
  const ways = byWay(people.length > 0 ? stageEventsOf(cx, people) : []);
  return new Map(
    doubtsAmong(cx, ways).flatMap((doubts, at) => {
      const of = doubtedBy(doubts);
      return of === null ? [] : [[wayKey(ways[at]![0]!), of] as const];
    }),
  );
}

/** How many certifications in these programmes the viewer has to decide on anew, because something was struck out since. */
export const countDoubted = (cx: Context, programmes: Programmes): number =>
  openDoubts(cx, programmes).length;

/**
 * Certifications in these programmes that rest on something that was struck out since they were decided, and that the viewer may
 * decide on: each with what was struck out, the longest ago first.
 */
export function doubtedIn(cx: Context, programmes: Programmes) {
  const entries = openDoubts(cx, programmes);
  if (entries.length === 0) return [];
  const named = namesKnownTo(
    cx,
    entries.map(({ strike }) => strike.personId),
    programmes,
  );
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const called = programmesCalled(
    cx,
    entries.map(({ strike }) => strike.programmeId),
  );
  return entries
    .sort((a, b) => a.strike.id - b.strike.id)
    .flatMap(({ strike, struck, taken }) => {
      const found = named.get(strike.personId);
      const tool = tools.get(strike.toolId);
      if (!found || !tool) return [];
      const { id, name, latinName } = found;
      return [
        {
          ...{ id: strike.id, day: strike.day, by: strike.by, words: strike.words, kind: struck.kind, taken },
          ...{ person: { id, name, latinName }, tool, programme: called.get(strike.programmeId)! },
          href: `${wayHref(strike)}#decide`,
        },
      ];
    });
}
export type Doubted = ReturnType<typeof doubtedIn>[number];
