import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type RoleGiven, standingOf } from "../../access/rules";
import type { Context } from "../../acts/context";
import { zonesOfCountries } from "../../places/store";
import { dayAt, daysSomewhere } from "../../time/zone";
import { everyWorksIn } from "./countries";

/**
 * Which civil day it is in each programme: the one that has begun in any of its countries, so that nothing that somebody in one of
 * them dates by their own clock is still to come; of UTC where a programme names no country.
 */
export type ProgrammeDays = {
  /** The day in a programme now, or at another instant (ms); in `otherwise`, a time zone, where it names no country. */
  of(programmeId: number, at?: number, otherwise?: string): string;
  /** The first and the last of the days that it is now in any programme. */
  readonly span: readonly [first: string, last: string];
  /** Which programmes have another day than UTC now, as a word that changes whenever a day begins in one of them. */
  readonly begun: string;
  /** The day now in the programme whose key a query has in a column, or one that is found from it. */
  in(column: SQLWrapper, from?: (day: string) => string): SQL;
};

/** A civil day for all programmes alike, or of each its own. */
export type OnDay = string | Pick<ProgrammeDays, "of" | "in">;

/** The days of all programmes at the instant of a context. */
export function programmeDays(cx: Context): ProgrammeDays {
  const places = everyWorksIn(cx);
  const zoneOf = zonesOfCountries(cx, [...new Set(places.map(({ country }) => country))]);
  const zones = new Map<number, Set<string>>();
  for (const { programmeId, country } of places) {
    const of = zones.get(programmeId) ?? new Set();
    zones.set(programmeId, of.add(zoneOf.get(country) ?? "UTC"));
  }
  const now = new Map<string, string>();
  const dayNow = (zone: string) => {
    const day = now.get(zone) ?? dayAt(cx.now, zone);
    now.set(zone, day);
    return day;
  };
  const of = (programmeId: number, at = cx.now, otherwise = "UTC") =>
    [...(zones.get(programmeId) ?? [otherwise])]
      .map((zone) => (at === cx.now ? dayNow(zone) : dayAt(at, zone)))
      .sort()
      .at(-1)!;
  const rest = dayNow("UTC");
  const others = new Map<string, number[]>();
  for (const id of zones.keys()) if (of(id) !== rest) others.set(of(id), [...(others.get(of(id)) ?? []), id]);
  const days = [rest, ...others.keys()].sort();
  return {
    of,
    span: [days[0]!, days.at(-1)!],
    begun: [...others].map(([day, ids]) => `${day}:${ids.length}`).join(" "),
    in: (column, from = (day) => day) =>
      [...others].reduce(
        (inner, [day, ids]) => sql`case when ${column} in ${ids} then ${from(day)} else ${inner} end`,
        sql`${from(rest)}`,
      ),
  };
}

/** The civil day in one programme now, or at another instant (ms); as `of` says. */
export const dayInProgramme = (cx: Context, programmeId: number, at?: number, otherwise?: string): string =>
  programmeDays(cx).of(programmeId, at, otherwise);

/** A zone in which each day begins first: where nobody knows where something was. */
const firstOfAll = "Etc/GMT-14";

/**
 * The civil day that has begun where something of a programme was: in one of the countries in which it works, or in that of the person or
 * organisation that it is of; where neither is known, anywhere.
 */
export function dayThere(cx: Context, programmeId: number, country: string | null | undefined): string {
  const zone = country ? zonesOfCountries(cx, [country]).get(country) : undefined;
  const inProgramme = dayInProgramme(cx, programmeId, cx.now, zone ?? firstOfAll);
  return [inProgramme, ...(zone ? [dayAt(cx.now, zone)] : [])].sort().at(-1)!;
}

/**
 * By which civil day a role stands: that of its programme. Most stand alike on all days that it is now anywhere, and for those nobody
 * looks where the programme works.
 */
export function roleDays(cx: Context, roles: readonly RoleGiven[]): (programmeId: number) => string {
  const [first, last] = daysSomewhere(cx.now);
  return roles.every((role) => standingOf(role, first) === standingOf(role, last))
    ? () => first
    : programmeDays(cx).of;
}

/** A day that was said, or that of a programme. */
export const dayOn = (on: OnDay, programmeId: number): string =>
  typeof on === "string" ? on : on.of(programmeId);

/** Of each programme the day that is found from its day now, such as the one three months later. */
export const fromEachDay = (days: ProgrammeDays, from: (day: string) => string): OnDay => ({
  of: (programmeId) => from(days.of(programmeId)),
  in: (column) => days.in(column, from),
});

/** The same of the programme whose key a query has in a column. */
export const dayOnIn = (on: OnDay, column: SQLWrapper): SQL =>
  typeof on === "string" ? sql`${on}` : on.in(column);
