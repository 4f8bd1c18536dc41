import type { Granted, PlanningIn, Reach } from "../access/gate";
import type { Context } from "../acts/context";
import { mostFound } from "../names/rules";
import { readAfter } from "../people/rules";
import {
  trainersFound,
  trainersInList,
  trainersInOrder,
  trainersOfProgrammes,
} from "../programmes/store/trainers";

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
    trainers: page.map((row) => ({ ...row, certification: certificationOn(today, row.certifiedUntil) })),
    next: keys.length > pageSize && last ? `${last.sortName}_${last.id}` : null,
    count: trainersInOrder(cx, programmes, readAfter(null), mostFound + 1).length,
    more,
  };
}

const certificationOn = (today: string, until: string | null) =>
  until === null ? ("none" as const) : until < today ? ("expired" as const) : ("valid" as const);

/** Trainers to choose from for what is planned in these programmes, in the order of their names. */
export const trainersOf = (
  cx: Context,
  { programmes }: Granted<PlanningIn, "course.create" | "workshop.schedule">,
) => trainersOfProgrammes(cx, programmes);
