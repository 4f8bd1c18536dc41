import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { toolCatalogue } from "../../curriculum/queries";
import { namesKnownTo } from "../../people/store/namedAmong";
import { programmeDays } from "../../programmes/store/days";
import { addMonths } from "../../time/zone";
import { renewalHref } from "../hrefs";
import { ofWay, wayKey, waysToJudge } from "../judge";
import { certifiedStages } from "../rules/asOf";
import { doubtsIn } from "../rules/doubts";
import { endsOf } from "../rules/ends";
import { historyWithout } from "../rules/entered";
import { knownOn } from "../rules/known";
import { ownSteps, type Renewal, renewalOf, saidMonths, windowMonths } from "../rules/renewal";
import type { GateState } from "../rules/stage";
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
function dueAmong(cx: Context, rows: readonly Ended[]): { renewable: Ended[]; due: Due[] } {
  const people = [...new Set(rows.map(({ personId }) => personId))];
  const days = programmeDays(cx);
  const entries = stageEventsOf(cx, people);
  const ways = new Map(waysToJudge(cx, people).map((way) => [wayKey(way), way]));
  const found = { renewable: [] as Ended[], due: [] as Due[] };
  for (const row of rows) {
    const way = ways.get(wayKey(row));
    if (!way) continue;
    const said = ofWay(entries, row);
    // What becomes of what rests on something struck out is decided first, and asked by itself.
    if (doubtsIn(said).length > 0) continue;
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

/** Of ways of which it was told that something lapsed, those of which it still is so, each with the end that came last: what was renewed since has another one. */
function stillLapsed(cx: Context, rows: ReturnType<typeof endedBeside>): Ended[] {
  if (rows.length === 0) return [];
  const days = programmeDays(cx);
  const ways = new Map(
    waysToJudge(
      cx,
      rows.map(({ personId }) => personId),
    ).map((way) => [wayKey(way), way]),
  );
  return rows.flatMap(({ told, ...row }) => {
    const way = ways.get(wayKey(row));
    if (!way) return [];
    const known = knownOn(way.history, days.of(row.programmeId));
    const ends = endsOf(known, way.gates.graceMonths).map(({ until }) => until);
    const until = told.findLast((one) => ends.includes(one));
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
  // A module that ended while others hold is said as any other end; of one way what ended comes first.
  const lapsed = [
    ...endingIn(cx, programmes, viewer, ofLapsed),
    ...stillLapsed(cx, endedBeside(cx, programmes, viewer, most)),
  ];
  const certified = endingIn(cx, programmes, viewer, ofCertified).filter(
    (row) => !lapsed.some((one) => wayKey(one) === wayKey(row)),
  );
  const all = [...lapsed, ...certified];
  const above = aboveOf(cx, [viewer, ...all.map(({ personId }) => personId)]);
  const free = (rows: readonly Ended[]) => rows.filter((row) => !bondOf(above, viewer, row.personId));
  const { renewable, due } = dueAmong(cx, free(all));
  const names = namesKnownTo(
    cx,
    all.map(({ personId }) => personId),
    "all",
  );
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
    lapsed: shown(free(lapsed).filter((row) => !renewable.includes(row))),
  };
}
export type CertificationEnds = ReturnType<typeof certificationEnds>;
