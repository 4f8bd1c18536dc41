import type { CourseKind, CourseState } from "../../courses/rules";
import type { Translated } from "../../i18n/rules";
import { namesTogether, samePlaces } from "../../places/rules";
import { type BySex, nobody, peopleIn, together } from "../../records/rules/numbers";

/** A course of a programme with how many people it reached; null where that is not known. */
export type ReachedCourse = {
  kind: CourseKind;
  state: CourseState;
  country: string;
  place: Translated;
  startsOn: string | null;
  tools: readonly { code: string; title: Translated }[];
  reached: BySex | null;
};

/** True for a course that takes place or did. */
export const isHeld = ({ state }: { state: CourseState }) => state === "running" || state === "closed";

const sum = (courses: readonly { reached: BySex | null }[]) =>
  courses.reduce((all, { reached }) => (reached ? together(all, reached) : all), nobody);

/** The quarters of a year up to the one of this day, the oldest first: each by year and number. */
export function quartersUpTo(today: string, many: number): { year: number; quarter: number }[] {
  const last = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return Array.from({ length: many }, (_, back) => {
    const at = last - (many - 1 - back);
    return { year: Math.floor(at / 4), quarter: (at % 4) + 1 };
  });
}

/** In which of these quarters a day is; -1 before them all. */
export function quarterOf(day: string, quarters: readonly { year: number; quarter: number }[]): number {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
  return quarters.findIndex((q) => q.year === year && q.quarter === quarter);
}

/** How many were reached in each of the last quarters, before these, and in courses whose day is not known. */
export function reachByQuarter(courses: readonly ReachedCourse[], today: string, many = 8) {
  const quarters = quartersUpTo(today, many);
  const held = courses.filter(isHeld);
  const placed = held.map((course) => ({
    ...course,
    at: course.startsOn === null ? null : quarterOf(course.startsOn, quarters),
  }));
  return {
    quarters: quarters.map((quarter, at) => ({
      ...quarter,
      reached: sum(placed.filter((c) => c.at === at)),
    })),
    before: sum(placed.filter((c) => c.at === -1)),
    undated: sum(placed.filter((c) => c.at === null)),
  };
}

/** How many were reached in each place, whatever it is called, the most first: so many places, and the others together. */
export function reachByPlace(courses: readonly ReachedCourse[], most = 8) {
  const held = courses.filter((one) => isHeld(one) && one.reached !== null && peopleIn(one.reached) > 0);
  const same = samePlaces(held);
  const joined = [...new Set(same)].map((at) => {
    const of = held.filter((_, i) => same[i] === at);
    const { country } = of[0]!;
    return { country, place: namesTogether(of.map(({ place }) => place)), reached: sum(of) };
  });
  const all = joined.sort((a, b) => peopleIn(b.reached) - peopleIn(a.reached));
  const shown = all.length === most + 1 ? all : all.slice(0, most);
  const others = all.slice(shown.length);
  return {
    places: shown,
    others: { count: others.length, reached: sum(others) },
    countries: byCountry(all, shown),
  };
}

/**
 * Countries by how many were reached in all of their places, each with those of its places that are shown and the others together.
 */
export function byCountry<P extends { country: string; reached: BySex }>(
  all: readonly P[],
  shown: readonly P[] = all,
) {
  return [...new Set(all.map(({ country }) => country))]
    .map((country) => {
      const own = all.filter((one) => one.country === country);
      const others = own.filter((one) => !shown.includes(one));
      return {
        country,
        reached: sum(own),
        places: own.filter((one) => shown.includes(one)),
        others: { count: others.length, reached: sum(others) },
      };
    })
    .sort((a, b) => peopleIn(b.reached) - peopleIn(a.reached));
}

/** How many were reached with each tool, the most first. Who was in a course on two counts with both. */
export function reachByTool(courses: readonly ReachedCourse[]) {
  const tools = new Map<string, { code: string; title: Translated; reached: number }>();
  for (const { tools: taught, reached } of courses.filter(isHeld))
    for (const { code, title } of new Map(taught.map((tool) => [tool.code, tool])).values())
      tools.set(code, {
        code,
        title,
        reached: (tools.get(code)?.reached ?? 0) + (reached ? peopleIn(reached) : 0),
      });
  return [...tools.values()].filter((tool) => tool.reached > 0).sort((a, b) => b.reached - a.reached);
}

/** How many months of a programme have passed of how many, the current one included; null outside its dates, or without. */
export function monthOf(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  today: string,
): { month: number; of: number } | null {
  if (!startsOn || !endsOn || today < startsOn || today > endsOn) return null;
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return { month: months(today) - months(startsOn) + 1, of: months(endsOn) - months(startsOn) + 1 };
}
