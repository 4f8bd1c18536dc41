import type { Granted, PlanningIn, Reach } from "../access/gate";
import type { Context } from "../acts/context";
import { modulesCompletedAmong } from "../certificates/store/ofPerson";
import { coursesHeldBy, modulesTaughtIn } from "../courses/store/taught";
import { toolCatalogue } from "../curriculum/queries";
import { mostFound } from "../names/rules";
import { readAfter } from "../people/rules";
import {
  trainersFound,
  trainersInList,
  trainersInOrder,
  trainersOfProgrammes,
} from "../programmes/store/trainers";
import { coursesByQuarter, toolsOf } from "./rules";

const pageSize = 50;

/**
 * The register of trainers within a reach, by name, a page at a time: who, courses and sessions led, certification and its
 * end as of a civil day. `count`: how many there are without a search, as far as they are counted (`mostFound`); `more`:
 * the search finds more than it looks at.
 */
export function trainerRegister(
  cx: Context,
  { programmes }: Granted<Reach, "trainers.read">,
  filter: { q: string | null; after?: string | null },
  today: string,
) {
  if (programmes.length === 0) return { trainers: [], next: null, count: 0, more: false };
  const after = readAfter(filter.after ?? null);
  const { keys, more } = filter.q
    ? trainersFound(cx, filter.q, programmes, after, pageSize + 1)
    : { keys: trainersInOrder(cx, programmes, after, pageSize + 1), more: false };
  const page = trainersInList(
    cx,
    programmes,
    keys.slice(0, pageSize).map((key) => key.id),
  );
  const last = page.at(-1);
  return {
    trainers: withWork(cx, page, today).map((row) => ({
      ...row,
      certification: certificationOn(today, row.certifiedUntil),
    })),
    next: keys.length > pageSize && last ? `${last.sortName}_${last.id}` : null,
    count: trainersInOrder(cx, programmes, readAfter(null), mostFound + 1).length,
    more,
  };
}

/** Adds to people what they did as trainers: tools with the modules that they taught or completed, courses by quarter. */
function withWork<Row extends { id: number }>(cx: Context, rows: readonly Row[], today: string) {
  const ids = rows.map(({ id }) => id);
  const held = coursesHeldBy(cx, ids);
  const taughtIn = new Map<number, number[]>();
  for (const { courseId, moduleId } of modulesTaughtIn(cx, [...new Set(held.map((c) => c.courseId))]))
    taughtIn.set(courseId, [...(taughtIn.get(courseId) ?? []), moduleId]);
  const completed = modulesCompletedAmong(cx, ids);
  const catalogue = toolCatalogue(cx);
  return rows.map((row) => {
    const own = held.filter((course) => course.personId === row.id);
    const days = own.map((course) => course.startsOn);
    return {
      ...row,
      tools: toolsOf(
        catalogue,
        new Set(own.flatMap((course) => taughtIn.get(course.courseId) ?? [])),
        new Set(completed.filter((c) => c.personId === row.id).map((c) => c.moduleId)),
      ),
      quarters: coursesByQuarter(days, today),
      /** The civil day on which the last of these courses began. */
      lastOn: days.reduce<string | null>((last, day) => (day && (!last || day > last) ? day : last), null),
    };
  });
}

const certificationOn = (today: string, until: string | null) =>
  until === null ? ("none" as const) : until < today ? ("expired" as const) : ("valid" as const);

/** Trainers to choose from for what is planned in these programmes, in the order of their names. */
export const trainersOf = (
  cx: Context,
  { programmes }: Granted<PlanningIn, "course.create" | "workshop.schedule">,
) => trainersOfProgrammes(cx, programmes);
