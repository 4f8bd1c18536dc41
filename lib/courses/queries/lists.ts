import type { Granted, Reach } from "../../access/gate";
import type { Context } from "../../acts/context";
import { countryName } from "../../i18n/format";
import { locales } from "../../i18n/rules";
import { nameKey } from "../../names/rules";
import { placesLeft } from "../../registrations/rules";
import { withSharers } from "../../sharing/store";
import { type CourseState, isPublic } from "../rules";
import type { CatalogueFilter } from "../schema";
import {
  comingChoices,
  comingKeys,
  foundCourses,
  linesOf,
  newestAddresses,
  newestKeys,
} from "../store/lists";
import { withTools } from "../store/rows";

const pageSize = 30;
/** Fewer of the catalogue, which a phone reads on a slow link: each is a card with all that decides whether it is for one. */
const onCataloguePage = 20;

/** A page of courses by their keys, with their tools, and places that are left. */
const shown = (cx: Context, keys: readonly { id: number }[], most: number) =>
  withSharers(cx, withTools(cx, linesOf(cx, keys.slice(0, most)))).map((row) => ({
    ...row,
    placesLeft: placesLeft(row),
  }));

/** A search for the name of a country, in any of the languages, is meant as the filter by it: no course is called by its country. */
function meant(cx: Context, filter: CatalogueFilter): CatalogueFilter {
  const sought = filter.q ? nameKey(filter.q) : "";
  if (sought === "" || filter.country) return filter;
  const country = comingChoices(cx).countries.find((code) =>
    locales.some((language) => nameKey(countryName(code, language)) === sought),
  );
  return country ? { ...filter, q: null, country } : filter;
}

/** Courses that are open or coming, each until its last day is over where it is, soonest first; a page at a time after the key of the last row. */
export function catalogue(cx: Context, filter: CatalogueFilter) {
  const [, day = "", id = "0"] = /^(\d{4}-\d{2}-\d{2})_(\d+)$/.exec(filter.after ?? "") ?? [];
  const keys = comingKeys(cx, meant(cx, filter), { day, id: Number(id) }, onCataloguePage + 1);
  const page = shown(cx, keys, onCataloguePage);
  const last = page.at(-1);
  return {
    courses: page,
    next: keys.length > onCataloguePage && last ? `${last.startsOn}_${last.id}` : null,
  };
}
export type CatalogueRow = ReturnType<typeof catalogue>["courses"][number];

/** Addresses of the courses that the public may read of, the newest first: as many as one list for search engines holds. */
export const publicAddresses = (cx: Context) => newestAddresses(cx, 15_000).filter(isPublic);

/** What the filters of the catalogue offer: only what some coming course has. */
export const catalogueChoices = (cx: Context) => comingChoices(cx);

type DeskFilter = { state: CourseState | null; q: string | null; before: string | null };

/**
 * Courses of the desk: a coordinator's programmes, or those that a trainer trains; newest first, a page at a time. `more`:
 * the search finds more than it looks at.
 */
export function deskCourses(
  cx: Context,
  reach: Granted<Reach, "course.read">,
  { state, q, before }: DeskFilter,
) {
  const [, day = "9999-99-99", id = "0"] = /^([\d-]{10})_(\d+)$/.exec(before ?? "") ?? [];
  const asks = { state, before: { day, id: Number(id) } };
  const found = q ? foundCourses(cx, reach, q) : null;
  const keys = found ? found.page(asks, pageSize + 1) : newestKeys(cx, reach, asks, pageSize + 1);
  const page = shown(cx, keys, pageSize);
  const last = page.at(-1);
  const next = keys.length > pageSize && last ? `${last.listedOn}_${last.id}` : null;
  return { courses: page, next, more: found?.more ?? false };
}
