import type { Granted, Reach } from "../../access/gate";
import type { Context } from "../../acts/context";
import { placesLeft } from "../../registrations/rules";
import type { CourseState } from "../rules";
import type { CatalogueFilter } from "../schema";
import { comingFacts, comingLines, newestLines } from "../store/lists";
import { withTools } from "../store/rows";

const pageSize = 30;

/** A page of rows with their tools, and places that are left. */
const shown = <Row extends { id: number; capacity: number; seatsTaken: number; waiting: number }>(
  cx: Context,
  rows: readonly Row[],
) => withTools(cx, rows.slice(0, pageSize)).map((row) => ({ ...row, placesLeft: placesLeft(row) }));

/**
 * Courses that are open or coming, soonest first; a page at a time after the key of the last row.
 * @param today the civil day (UTC) from which a course is still to come.
 */
export function catalogue(cx: Context, filter: CatalogueFilter, today: string) {
  const [, day = "", id = "0"] = /^(\d{4}-\d{2}-\d{2})_(\d+)$/.exec(filter.after ?? "") ?? [];
  const from = filter.from && filter.from > today ? filter.from : today;
  const rows = comingLines(cx, filter, from, { day, id: Number(id) }, pageSize + 1);
  const page = shown(cx, rows);
  const last = page.at(-1);
  return { courses: page, next: rows.length > pageSize && last ? `${last.startsOn}_${last.id}` : null };
}
export type CatalogueRow = ReturnType<typeof catalogue>["courses"][number];

/** What the filters of the catalogue offer: only what some coming course has. */
export function catalogueChoices(cx: Context, today: string) {
  const coming = comingFacts(cx, today);
  const byCode = new Map(coming.flatMap((row) => row.tools).map((tool) => [tool.code, tool.title]));
  return {
    countries: [...new Set(coming.map((row) => row.country))].sort(),
    languages: [...new Set(coming.flatMap((row) => row.languages))].sort(),
    tools: [...byCode].map(([code, title]) => ({ code, title })),
  };
}

/** Courses of the desk: a coordinator's programmes, or those that a trainer trains; newest first, a page at a time. */
export function deskCourses(
  cx: Context,
  reach: Granted<Reach, "course.read">,
  { state, q, before }: { state: CourseState | null; q: string | null; before: string | null },
) {
  const [, day, id] = /^([\d-]{10})_(\d+)$/.exec(before ?? "") ?? [];
  const rows = newestLines(
    cx,
    { ...reach, trains: cx.viewer.trains },
    { state, q, before: day === undefined ? null : { day, id: Number(id) } },
    pageSize + 1,
  );
  const page = shown(cx, rows);
  const last = page.at(-1);
  return { courses: page, next: rows.length > pageSize && last ? `${last.listedOn}_${last.id}` : null };
}
