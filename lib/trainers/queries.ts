import type { Granted, PlanningIn, Reach } from "../access/gate";
import { type Programmes, programmesAskedFor } from "../access/table";
import type { Context } from "../acts/context";
import { modulesCompletedAmong } from "../certificates/store/ofPerson";
import { coursesHeldBy, workOf } from "../courses/store/taught";
import { toolCatalogue } from "../curriculum/queries";
import { mostFound } from "../names/rules";
import { readAfter } from "../people/rules";
import { programmesCalled } from "../programmes/store";
import { dayOn, type OnDay } from "../programmes/store/days";
import { trainersInList, trainersOfProgrammes } from "../programmes/store/trainers";
import { modulesOfTools } from "../stages/rules/ledger";
import { modulesTaughtBy, taughtAs } from "../timetable/store/taughtAs";
import { phoneEndsFor } from "./apart";
import {
  certificationByPerson,
  inRegister,
  type Narrowed,
  narrowsWays,
  someInRegister,
  waysByPerson,
  waysThatFit,
} from "./found";
import { inFilter, ladderOf } from "./ladder";
import {
  type Certification,
  certificationOn,
  coursesByQuarter,
  inOrderOfWork,
  orderedBy,
  type TrainerOrder,
  toolsOf,
} from "./rules";
import { languagesOf } from "./spoken";

export { teamKnown } from "./apart";
export { type RegisterWay, registerChoices } from "./found";
export type { Ladder } from "./ladder";
export type { PlaceChoice } from "./places";
export {
  type ListedTrainer,
  ownListing,
  type PublicFilter,
  publicChoices,
  publicRegister,
  publicTrainer,
} from "./public";
export { standIn } from "./standIn";
export { type PlanTrainer, timesToPlan, trainersToPlan } from "./toPlan";
export { type CanTeach, whoCanTeach } from "./who";

const pageSize = 50;

/** What the register is narrowed by and put in order by. `after`: `next` of the page before, of the same order. */
export type TrainerFilter = Narrowed & {
  programme?: number | null;
  certification?: Certification | null;
  /** By name where none is said. */
  order?: TrainerOrder | null;
  after?: string | null;
};

/** Certification of whoever is in the register of these programmes, where they are few enough to be counted. */
function certificationsIn(cx: Context, programmes: Programmes, on: OnDay) {
  const all = someInRegister(cx, programmes);
  return {
    all,
    certificationOf: all.length > mostFound ? null : certificationByPerson(cx, programmes, all, on),
  };
}
type CertificationOf = ReturnType<typeof certificationsIn>["certificationOf"];

/** Certification of whom a page is narrowed to: where ways are narrowed too, that of a way of theirs that fits, null where none are. */
function ofFittingWays(
  cx: Context,
  programmes: Programmes,
  { stage, toolId, module, endsBy }: TrainerFilter,
  ids: readonly number[],
  on: OnDay,
) {
  return narrowsWays({ stage, toolId, module, endsBy })
    ? certificationByPerson(cx, programmes, ids, on, { stage, toolId, module, endsBy })
    : null;
}

/** More than there are people. */
const everybody = 2 ** 31 - 2;

/**
 * Who is in the register of these programmes, in the order that a filter asks for, from where its page begins.
 * @param most so many at least, where there are that many. @param looks so many are looked at for a name.
 */
function inAskedOrder(
  cx: Context,
  programmes: Programmes,
  filter: TrainerFilter,
  certificationOf: CertificationOf,
  { most, looks, on }: { most: number; looks?: number; on: OnDay },
) {
  const order = certificationOf ? (filter.order ?? null) : null;
  const read = certificationOf && (order || filter.certification) ? Math.max(most, mostFound + 1) : most;
  const after = readAfter(order ? null : (filter.after ?? null));
  const found = inRegister(cx, programmes, filter, after, read, looks);
  const asked = certificationOf && filter.certification;
  const own = asked
    ? (ofFittingWays(cx, programmes, filter, idsOf(found.keys), on) ?? certificationOf)
    : null;
  const byName = own ? found.keys.filter(({ id }) => own(id) === asked) : found.keys;
  const work = order ? workByName(cx, byName) : null;
  const keys = work ? inOrderOfWork(work, order!, filter.after ? readAfter(filter.after) : null) : byName;
  /** Where the page after somebody begins, as its address says it. */
  const afterOf = ({ id, sortName }: { id: number; sortName: string }) =>
    `${work ? orderedBy(order!, work.find((one) => one.id === id)!) : sortName}_${id}`;
  return { ids: idsOf(keys), afterOf, more: found.more };
}

/**
 * What the register shows of these people, in their order: what they did up to the reader's civil day, and where they are. Where
 * ways are narrowed, their certification is that of the ways that fit (`fits`).
 */
function rowsOf(
  cx: Context,
  programmes: Programmes,
  filter: TrainerFilter,
  ids: readonly number[],
  { today, on }: { today: string; on: OnDay },
) {
  const waysOf = waysByPerson(cx, programmes, ids, on);
  const fitsOf = waysThatFit(cx, programmes, filter, ids, waysOf);
  const spoken = languagesOf(cx, ids);
  const rows = new Map(trainersInList(cx, programmes, ids).map((row) => [row.id, row]));
  const called = programmesCalled(cx, [
    ...new Set([...rows.values()].flatMap(({ programmeIds }) => programmeIds?.split(",").map(Number) ?? [])),
  ]);
  const page = ids.flatMap((id) => rows.get(id) ?? []);
  return withWork(cx, page, today).map((row) => ({
    ...row,
    /** What those in which they train are called. */
    programmes: row.programmeIds?.split(",").flatMap((key) => called.get(Number(key)) ?? []) ?? [],
    ...certificationOn((way) => dayOn(on, way.programmeId), fitsOf(row.id)),
    ways: waysOf(row.id),
    fits: fitsOf(row.id),
    languages: spoken(row.id),
  }));
}
export type RegisterTrainer = ReturnType<typeof rowsOf>[number];

/**
 * The register of trainers within a reach, a page at a time: who, courses and sessions led, certification and its end as of a
 * civil day. `count`: how many there are without a search, as far as they are counted (`mostFound`); `counts`: of each
 * certification, null where there are more than that: then they are not narrowed by it, and stand by name alone; `narrowed`:
 * of each as many as the rest of the filter leaves; `ladder`: how many it leaves at each stage; `more`: the search finds more than it looks at.
 * @param today the reader's civil day, up to which quarters are shown. @param on the day by which stages go, each programme's.
 */
export function trainerRegister(
  cx: Context,
  reach: Granted<Reach, "trainers.read">,
  filter: TrainerFilter,
  today: string,
  on: OnDay,
) {
  const programmes = programmesAskedFor(reach.programmes, filter.programme ?? null);
  if (programmes.length === 0)
    return { trainers: [], next: null, count: 0, counts: null, narrowed: null, ladder: null, more: false };
  const { all, certificationOf } = certificationsIn(cx, programmes, on);
  const found = inAskedOrder(cx, programmes, filter, certificationOf, { most: pageSize + 1, on });
  const trainers = rowsOf(cx, programmes, filter, found.ids.slice(0, pageSize), { today, on });
  const last = trainers.at(-1);
  const within = certificationOf && inFilter(cx, programmes, filter);
  return {
    trainers,
    next: found.ids.length > pageSize && last ? found.afterOf(last) : null,
    count: all.length,
    counts: certificationOf && countOf(all, certificationOf),
    narrowed: within && countOf(within, ofFittingWays(cx, programmes, filter, within, on) ?? certificationOf),
    // Its numbers leave the stage aside; where none is asked for, whom it counts is known by now.
    ladder: ladderOf(cx, programmes, filter, certificationOf !== null, on, filter.stage ? null : within),
    more: found.more,
  };
}

/** The same trainers, all of them, so many at a time: who they are is found once, whatever a search looks at on a page. */
export function* wholeRegister(
  cx: Context,
  reach: Granted<Reach, "trainers.read">,
  filter: TrainerFilter,
  today: string,
  on: OnDay,
): Generator<RegisterTrainer[], void> {
  const programmes = programmesAskedFor(reach.programmes, filter.programme ?? null);
  if (programmes.length === 0) return;
  const { certificationOf } = certificationsIn(cx, programmes, on);
  const all = { most: everybody, looks: everybody, on };
  const { ids } = inAskedOrder(cx, programmes, { ...filter, after: null }, certificationOf, all);
  for (let at = 0; at < ids.length; at += pageSize)
    yield rowsOf(cx, programmes, filter, ids.slice(at, at + pageSize), { today, on });
}

const idsOf = (keys: readonly { id: number }[]) => keys.map(({ id }) => id);

/** What trainers did, in the order in which they are given. */
function workByName(cx: Context, keys: readonly { id: number }[]) {
  const work = new Map(workOf(cx, idsOf(keys)).map((row) => [row.id, row]));
  return keys.map(({ id }) => work.get(id) ?? { id, courses: 0, lastOn: null });
}

/** How many of these trainers have a certification that is valid, suspended, expired, or none. */
function countOf(ids: readonly number[], certificationOf: (id: number) => Certification) {
  const counts = { valid: 0, suspended: 0, expired: 0, none: 0 };
  for (const id of ids) counts[certificationOf(id)] += 1;
  return counts;
}

/** Adds to people what they did as trainers: tools with the modules that they taught or completed, courses that were held, by quarter. */
function withWork<Row extends { id: number }>(cx: Context, rows: readonly Row[], today: string) {
  const ids = rows.map(({ id }) => id);
  const held = coursesHeldBy(cx, ids);
  const taught = modulesTaughtBy(cx, ids);
  const completed = modulesCompletedAmong(cx, ids);
  const as = taughtAs(cx, ids);
  const catalogue = toolCatalogue(cx);
  const of = modulesOfTools(catalogue);
  return rows.map((row) => {
    const own = held.filter((course) => course.personId === row.id);
    const days = own.map((course) => course.startsOn);
    return {
      ...row,
      tools: toolsOf(
        catalogue,
        of,
        new Set(taught.filter((t) => t.personId === row.id).map((t) => t.moduleId)),
        new Set(completed.filter((c) => c.personId === row.id).map((c) => c.moduleId)),
      ),
      courses: own.length,
      quarters: coursesByQuarter(days, today),
      /** Sessions taught in each role; null where there are none. */
      taughtAs: as.get(row.id) ?? null,
      /** The civil day on which the last of these courses began. */
      lastOn: days.reduce<string | null>((last, day) => (day && (!last || day > last) ? day : last), null),
    };
  });
}

/** Trainers to choose from for what is planned in these programmes, in the order of their names, with the end of their phone for whoever may know it. */
export function trainersOf(
  cx: Context,
  { programmes }: Granted<PlanningIn, "course.create" | "workshop.schedule">,
) {
  const trainers = trainersOfProgrammes(cx, programmes);
  const ends = phoneEndsFor(
    cx,
    trainers.map(({ id, programmeId }) => ({ id, programmeIds: [programmeId] })),
  );
  return trainers.map((one) => ({ ...one, phoneEnd: ends.get(one.id) ?? null }));
}
