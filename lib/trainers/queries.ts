import type { Granted, PlanningIn, Reach } from "../access/gate";
import { programmesAskedFor } from "../access/table";
import type { Context } from "../acts/context";
import { modulesCompletedAmong } from "../certificates/store/ofPerson";
import { coursesHeldBy, workOf } from "../courses/store/taught";
import { toolCatalogue } from "../curriculum/queries";
import { mostFound } from "../names/rules";
import { readAfter } from "../people/rules";
import { trainersInList, trainersOfProgrammes } from "../programmes/store/trainers";
import { countByStage } from "../stages/store/register";
import { modulesTaughtBy, taughtAs } from "../timetable/store/taughtAs";
import { certificationByPerson, inRegister, type Narrowed, someInRegister, waysByPerson } from "./found";
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

export { type RegisterWay, registerChoices } from "./found";
export {
  type ListedTrainer,
  ownListing,
  type PublicFilter,
  publicChoices,
  publicRegister,
  publicTrainer,
} from "./public";
export { type PlanTrainer, trainersToPlan } from "./toPlan";
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

/**
 * The register of trainers within a reach, a page at a time: who, courses and sessions led, certification and its end as of a
 * civil day. `count`: how many there are without a search, as far as they are counted (`mostFound`); `counts`: of each
 * certification, null where there are more than that: then they are not narrowed by it, and stand by name alone; `stages`: of
 * whoever is on the way, at the furthest stage of each; `more`: the search finds more than it looks at.
 */
export function trainerRegister(
  cx: Context,
  reach: Granted<Reach, "trainers.read">,
  filter: TrainerFilter,
  today: string,
) {
  const programmes = programmesAskedFor(reach.programmes, filter.programme ?? null);
  if (programmes.length === 0)
    return { trainers: [], next: null, count: 0, counts: null, stages: {}, more: false };
  const all = someInRegister(cx, programmes);
  const certificationOf = all.length > mostFound ? null : certificationByPerson(cx, programmes, all, today);
  const order = certificationOf ? (filter.order ?? null) : null;
  const fits = (id: number) =>
    !certificationOf || !filter.certification || certificationOf(id) === filter.certification;
  const most = certificationOf && (order || filter.certification) ? mostFound + 1 : pageSize + 1;
  const after = readAfter(order ? null : (filter.after ?? null));
  const found = inRegister(cx, programmes, filter, after, most);
  const byName = found.keys.filter(({ id }) => fits(id));
  const work = order ? workByName(cx, byName) : null;
  const keys = work ? inOrderOfWork(work, order!, filter.after ? readAfter(filter.after) : null) : byName;
  const ids = idsOf(keys.slice(0, pageSize));
  const waysOf = waysByPerson(cx, programmes, ids, today);
  const spoken = languagesOf(cx, ids);
  const rows = new Map(trainersInList(cx, programmes, ids).map((row) => [row.id, row]));
  const page = ids.flatMap((id) => rows.get(id) ?? []);
  const last = page.at(-1);
  const lastWork = work?.find(({ id }) => id === last?.id);
  return {
    trainers: withWork(cx, page, today).map((row) => ({
      ...row,
      ...certificationOn(today, waysOf(row.id)),
      ways: waysOf(row.id),
      languages: spoken(row.id),
    })),
    next:
      keys.length > pageSize && last
        ? `${lastWork ? orderedBy(order!, lastWork) : last.sortName}_${last.id}`
        : null,
    count: all.length,
    counts: certificationOf && countOf(all, certificationOf),
    stages: countByStage(cx, programmes),
    more: found.more,
  };
}

export type RegisterTrainer = ReturnType<typeof trainerRegister>["trainers"][number];

/** The same trainers, all of them, a page at a time. */
export function* wholeRegister(
  cx: Context,
  reach: Granted<Reach, "trainers.read">,
  filter: TrainerFilter,
  today: string,
): Generator<RegisterTrainer[], void> {
  for (let after: string | null | undefined; after !== null; ) {
    const { trainers, next } = trainerRegister(cx, reach, { ...filter, after: after ?? null }, today);
    yield trainers;
    after = next;
  }
}

const idsOf = (keys: readonly { id: number }[]) => keys.map(({ id }) => id);

/** What trainers did, in the order in which they are given. */
function workByName(cx: Context, keys: readonly { id: number }[]) {
  const work = new Map(workOf(cx, idsOf(keys)).map((row) => [row.id, row]));
  return keys.map(({ id }) => work.get(id) ?? { id, courses: 0, lastOn: null });
}

/** How many of these trainers have a certification that is valid, expired, or none. */
function countOf(ids: readonly number[], certificationOf: (id: number) => Certification) {
  const counts = { valid: 0, expired: 0, none: 0 };
  for (const id of ids) counts[certificationOf(id)] += 1;
  return counts;
}

/** Adds to people what they did as trainers: tools with the modules that they taught or completed, courses by quarter. */
function withWork<Row extends { id: number }>(cx: Context, rows: readonly Row[], today: string) {
  const ids = rows.map(({ id }) => id);
  const held = coursesHeldBy(cx, ids);
  const taught = modulesTaughtBy(cx, ids);
  const completed = modulesCompletedAmong(cx, ids);
  const as = taughtAs(cx, ids);
  const catalogue = toolCatalogue(cx);
  return rows.map((row) => {
    const own = held.filter((course) => course.personId === row.id);
    const days = own.map((course) => course.startsOn);
    return {
      ...row,
      tools: toolsOf(
        catalogue,
        new Set(taught.filter((t) => t.personId === row.id).map((t) => t.moduleId)),
        new Set(completed.filter((c) => c.personId === row.id).map((c) => c.moduleId)),
      ),
      quarters: coursesByQuarter(days, today),
      /** Sessions taught in each role; null where there are none. */
      taughtAs: as.get(row.id) ?? null,
      /** The civil day on which the last of these courses began. */
      lastOn: days.reduce<string | null>((last, day) => (day && (!last || day > last) ? day : last), null),
    };
  });
}

/** Trainers to choose from for what is planned in these programmes, in the order of their names. */
export const trainersOf = (
  cx: Context,
  { programmes }: Granted<PlanningIn, "course.create" | "workshop.schedule">,
) => trainersOfProgrammes(cx, programmes);
