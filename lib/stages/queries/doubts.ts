import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { toolCatalogue } from "../../curriculum/queries";
import { namesKnownTo } from "../../people/store/namedAmong";
import { programmesIn } from "../../programmes/store";
import { wayHref } from "../hrefs";
import { byWay } from "../judge";
import { doubtsIn } from "../rules/doubts";
import { bondOf } from "../rules/superior";
import { stageEventsOf } from "../store/events";
import { aboveOf } from "../store/superiors";
import { struckAfterDecision } from "../store/waiting";

/** So many people are looked at. */
const mostLooked = 200;

/**
 * Certifications in these programmes that rest on something that was struck out since they were decided, and that the viewer may
 * decide on: each with what was struck out, the longest ago first. Nothing about oneself nor whoever is bound to the viewer.
 */
export function doubtedIn(cx: Context, programmes: Programmes) {
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
  const named = namesKnownTo(cx, free, programmes);
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const entries = ways.flatMap((all) => doubtsIn(all));
  const codes = new Map(
    programmesIn(
      cx,
      entries.map(({ strike }) => strike.programmeId),
    ).map(({ id, code }) => [id, code]),
  );
  return entries
    .sort((a, b) => a.strike.id - b.strike.id)
    .flatMap(({ strike, struck }) => {
      const found = named.get(strike.personId);
      const tool = tools.get(strike.toolId);
      if (!found || !tool) return [];
      const { id, name, latinName } = found;
      return [
        {
          ...{ id: strike.id, day: strike.day, by: strike.by, words: strike.words, kind: struck.kind },
          ...{ person: { id, name, latinName }, tool, programme: codes.get(strike.programmeId)! },
          href: `${wayHref(strike)}#decide`,
        },
      ];
    });
}
export type Doubted = ReturnType<typeof doubtedIn>[number];
