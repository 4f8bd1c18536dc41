import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { toolCatalogue } from "../../curriculum/queries";
import { namesKnownTo } from "../../people/store/namedAmong";
import { programmeDays } from "../../programmes/store/days";
import { addMonths } from "../../time/zone";
import { renewalHref } from "../hrefs";
import { ofWay, type WayToJudge, wayKey, waysToJudge } from "../judge";
import { certifiedStages } from "../rules/asOf";
import { countedBy } from "../rules/counted";
import { doubtsIn } from "../rules/doubts";
import { endsOf } from "../rules/ends";
import { historyWithout } from "../rules/entered";
import { ownSteps, type Renewal, renewalOf, saidMonths, windowMonths } from "../rules/renewal";
import { type GateState, knownOn } from "../rules/stage";
import { bondOf } from "../rules/superior";
import { stageEventsOf } from "../store/events";
import { endedBeside, endingIn } from "../store/standings";
import { aboveOf } from "../store/superiors";

/** So many certifications that end are looked at for the first page, and so many that lapsed. */
const most = 40;

type Ended = ReturnType<typeof endingIn>[number];

type Due = Ended & { missing: GateState["gate"][] };

/**
 * Those of these that can be renewed now: by the viewer, as all that is asked for is met also without what the viewer entered; and
 * those whose renewal is due and lacks something, with what, or is to be recommended, as nothing is asked for.
 */
function dueAmong(
  cx: Context,
  rows: readonly Ended[],
  ways: ReadonlyMap<string, WayToJudge>,
): { renewable: Ended[]; due: Due[] } {
  const days = programmeDays(cx);
  const entries = stageEventsOf(cx, [...new Set(rows.map(({ personId }) => personId))]);
  const found = { renewable: [] as Ended[], due: [] as Due[] };
  for (const row of rows) {
    const way = ways.get(wayKey(row));
    if (!way) continue;
    const said = ofWay(entries, row);
    // What becomes of what rests on something struck out is decided first, and asked by itself.
    if (doubtsIn(said, countedBy(way)).length > 0) continue;
    const on = (own: typeof said) =>
      renewalOf(historyWithout(way.history, own), way.gates, days.of(row.programmeId));
    const renewal = on([]);
    if (renewal?.window !== "open" && renewal?.window !== "grace") continue;
    const missingIn = ({ gates }: Pick<Renewal, "gates">) =>
      gates.flatMap(({ gate: name, missing }) => (missing > 0 ? name : []));
    const missing = missingIn(renewal);
    if (missing.length > 0 || renewal.gates.length === 0) found.due.push({ ...row, missing });
    else if (missingIn(on(ownSteps(said, cx.viewer.personId))!).length === 0) found.renewable.push(row);
  }
  return found;
}

/**
 * Of these ways, which are certified while a module of theirs ended, those of which one still does, each with the end that came last:
 * what was renewed since it was told ends on another day.
 */
function stillEnded(
  cx: Context,
  rows: ReturnType<typeof endedBeside>,
  ways: ReadonlyMap<string, WayToJudge>,
): Ended[] {
  const days = programmeDays(cx);
  return rows.flatMap(({ ended, ...row }) => {
    const way = ways.get(wayKey(row));
    if (!way) return [];
    const now = endsOf(knownOn(way.history, days.of(row.programmeId)), way.gates.graceMonths);
    const until = ended.findLast((day) => now.some((one) => one.until === day));
    return until ? [{ ...row, until }] : [];
  });
}

/**
 * Certifications that the viewer decides on and that can be renewed now, whose renewal is due, or that lapsed within the last months, each with its last civil
 * day, the one that ends or ended first first.
 */
export function certificationEnds(cx: Context) {
  const viewer = cx.viewer.personId;
  if (viewer === null || !gate.maySomewhere(cx, "stage.approve"))
    return { renewable: [], due: [], lapsed: [] };
  const { programmes } = gate.reach(cx, "stage.approve");
  const [first, last] = programmeDays(cx).span;
  const ofLapsed = { stages: ["lapsed"], from: addMonths(first, -saidMonths), to: last, most } as const;
  const ofCertified = { stages: certifiedStages, from: first, to: addMonths(last, windowMonths), most };
  const all = {
    lapsed: endingIn(cx, programmes, viewer, ofLapsed),
    beside: endedBeside(cx, programmes, viewer, most),
    certified: endingIn(cx, programmes, viewer, ofCertified),
  };
  const people = [...new Set(Object.values(all).flatMap((rows) => rows.map(({ personId }) => personId)))];
  const above = aboveOf(cx, [viewer, ...people]);
  const free = people.filter((personId) => !bondOf(above, viewer, personId));
  const ofFree = <Row extends { personId: number }>(rows: readonly Row[]) =>
    rows.filter(({ personId }) => free.includes(personId));
  const ways = new Map(waysToJudge(cx, free).map((way) => [wayKey(way), way]));
  // A module that ended while others hold is said as any other end; of one way what ended comes first.
  const lapsed = [...ofFree(all.lapsed), ...stillEnded(cx, ofFree(all.beside), ways)];
  const certified = ofFree(all.certified).filter((row) => !lapsed.some((one) => wayKey(one) === wayKey(row)));
  const { renewable, due } = dueAmong(cx, [...lapsed, ...certified], ways);
  const names = namesKnownTo(cx, free, "all");
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const shown = (rows: readonly (Ended & { missing?: Due["missing"] })[]) =>
    rows.map((row) => {
      const { id, name, latinName } = names.get(row.personId)!;
      const person = { id, name, latinName };
      return {
        key: wayKey(row),
        person,
        tool: tools.get(row.toolId)!,
        until: row.until!,
        missing: row.missing ?? [],
        href: renewalHref(row),
      };
    });
  return {
    renewable: shown(renewable),
    /** Of those that lapsed it is said that they did. */
    due: shown(due.filter((row) => !lapsed.some((one) => wayKey(one) === wayKey(row)))),
    lapsed: shown(lapsed.filter((row) => !renewable.includes(row))),
  };
}
export type CertificationEnds = ReturnType<typeof certificationEnds>;
