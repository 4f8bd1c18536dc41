import type { Granted, Reach } from "../../access/gate";
import type { Context } from "../../acts/context";
import { dueInCourses } from "../../due/store";
import { headcountsAmong } from "../../records/store";
import { withSharers } from "../../sharing/store";
import { sessionDaysIn } from "../../timetable/store";
import { type CourseState, courseStates, type ListedState, listedStates, nextStepOf } from "../rules";
import { countInStates, foundCourses, linesOf, type Narrowed, narrowedBy, newestKeys } from "../store/lists";
import { certifiedIn, withTools } from "../store/rows";
import { refusedAmong } from "./workshops";

const pageSize = 30;

/** A list of the desk: by state, words, and whatever else it is narrowed by. `before`: where the page begins. */
export type TableFilter = Narrowed & {
  state: ListedState | null;
  q: string | null;
  before: string | null;
  /** True where the oldest stand first in each group, false where the newest do; else each group has its own order. */
  oldest?: boolean;
};

/** What people register for now is listed by what comes next; everything else with the newest first. */
export const soonestFirst = (state: ListedState | null): boolean => state === "open" || state === "awaits";

/** Where a group begins in either order. */
const begins = (oldest: boolean) => ({ day: oldest ? "0000-00-00" : "9999-99-99", id: 0 });

/** Where a page begins: the group, and the last course of the page before. */
function readBefore(text: string | null): { state: CourseState | null; day: string; id: number } {
  const [, state, day = "", id = "0"] = /^([a-z]+)_([\d-]{10})_(\d+)$/.exec(text ?? "") ?? [];
  return { state: courseStates.find((one) => one === state) ?? null, day, id: Number(id) };
}

/** How many people are known by numbers: who attended, else who was accepted, else who completed it; null where none is. */
const numberOf = (known: readonly { measure: string; count: number }[]): number | null =>
  ["attended", "enrolled", "completed"].flatMap(
    (measure) => known.find((one) => one.measure === measure)?.count ?? [],
  )[0] ?? null;

/**
 * Courses of the desk in groups of one state, those under way first and each in its order, a page at a time, with how far each is and what it asks for next. `more`: the search finds more than it looks at.
 */
export function courseTable(cx: Context, reach: Granted<Reach, "course.read">, filter: TableFilter) {
  const found = filter.q ? foundCourses(cx, reach, filter.q) : null;
  const from = readBefore(filter.before);
  const states = filter.state ? [filter.state === "awaits" ? "open" : filter.state] : listedStates;
  const also = narrowedBy(cx, reach, filter);
  const keys: { id: number }[] = [];
  for (const state of states.slice(Math.max(0, from.state ? states.indexOf(from.state) : 0))) {
    const oldest = filter.oldest ?? soonestFirst(state);
    const before = state === from.state ? { day: from.day, id: from.id } : begins(oldest);
    // What is due in a course that others lead is theirs to do.
    const asks = { state, before, oldest, also, led: filter.due };
    const most = pageSize + 1 - keys.length;
    keys.push(...(found ? found.page(asks, most) : newestKeys(cx, reach, asks, most)));
    if (keys.length > pageSize) break;
  }
  const rows = withSharers(cx, withTools(cx, linesOf(cx, keys.slice(0, pageSize))));
  const ids = rows.map(({ id }) => id);
  const due = dueInCourses(cx, reach, ids);
  const certified = certifiedIn(cx, ids);
  const known = headcountsAmong(cx, ids).filter(({ grouping }) => grouping === "total");
  const days = sessionDaysIn(cx, ids);
  const last = rows.at(-1);
  const refused = refusedAmong(cx, rows);
  return {
    courses: rows.map((row) => ({
      ...row,
      turnedDown: refused.has(row.id),
      certified: certified.get(row.id) ?? 0,
      /** The days on which it has sessions. */
      sessionDays: days.get(row.id) ?? [],
      byNumbers:
        row.countedBy === "numbers" ? numberOf(known.filter((one) => one.courseId === row.id)) : null,
      toDecide: due.find(({ kind, courseId }) => kind === "decide" && courseId === row.id)?.count ?? 0,
      next: nextStepOf(due.filter(({ courseId }) => courseId === row.id)),
    })),
    next: keys.length > pageSize && last ? `${last.state}_${last.listedOn}_${last.id}` : null,
    more: found?.more ?? false,
    ...countInStates(cx, reach),
  };
}

export type CourseTableRow = ReturnType<typeof courseTable>["courses"][number];
