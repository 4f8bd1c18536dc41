import { countryOptions } from "@/app/_ui/countryOptions";
import { namesApart } from "@/app/_words/namesApart";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { toolCatalogue } from "@/lib/curriculum/queries";
import { moduleName, modulesOffered } from "@/lib/curriculum/rules";
import { countryName } from "@/lib/i18n/format";
import { commas, dotBetween, type Locale, shownIn } from "@/lib/i18n/rules";
import { zonesByCity } from "@/lib/i18n/zoneNames";
import { countryChoices, countryList, venueList } from "@/lib/places/queries";
import { stillOffered } from "@/lib/programmes/rules";
import { trainersOf } from "@/lib/trainers/queries";

/** What the fields of a course offer. What the course has is offered too, retired or not. */

/** Tools with the versions and modules that can be chosen. */
export const toolsOffered = (cx: Context, course: Course | undefined) =>
  modulesOffered(toolCatalogue(cx), new Set(course?.tools.flatMap((tool) => tool.modules.map((m) => m.id))));

/** Modules to tick, by tool and version. */
export const moduleOptions = (
  cx: Context,
  course: Course | undefined,
  locale: Locale,
  sayVersion: (label: string) => string,
) =>
  toolsOffered(cx, course).flatMap((tool) =>
    tool.versions.flatMap((version) =>
      version.modules.map((m) => ({
        value: String(m.id),
        label: moduleName(m, shownIn(m.title, locale)),
        group: [
          shownIn(tool.title, locale),
          version.country ? countryName(version.country, locale) : sayVersion(version.label),
        ].join(dotBetween),
      })),
    ),
  );

/** Countries, each with its usual zone. */
export function countriesWithZones(
  cx: Context,
  locale: string,
  groups: Parameters<typeof countryOptions>[2],
) {
  const zones = new Map(countryList(cx).map((c) => [c.code, c.zone]));
  return countryOptions(countryChoices(cx), locale, groups).map((option) => ({
    ...option,
    zone: zones.get(option.value) ?? "",
  }));
}

/** Time zones by their cities, each with the country whose usual one it is. */
export function zoneOptions(cx: Context, course: Pick<Course, "zone"> | undefined, locale: Locale) {
  const usual = new Map(countryList(cx).map((c) => [c.zone, c.code]));
  return zonesByCity([...usual.keys(), ...(course ? [course.zone] : [])], locale).map(({ zone, city }) => {
    const country = usual.get(zone);
    return { value: zone, label: country ? commas([city, countryName(country, locale)], locale) : city };
  });
}

/** Venues, by country. */
export const venueOptions = (cx: Context, course: Course | undefined, locale: string) =>
  stillOffered(venueList(cx), [course?.venueId ?? null]).map((v) => ({
    value: String(v.id),
    // Its name stands as somebody wrote it, which may tell another reader nothing.
    label: v.place && !v.name.includes(v.place) ? `${v.name}${dotBetween}${v.place}` : v.name,
    group: countryName(v.country, locale),
    country: v.country,
  }));

/** Trainers of programmes. Who trains in the course already can stay, also after their role there has ended. */
export function trainerOptions(
  cx: Context,
  programmeIds: number[],
  course: Course | undefined,
  locale: Locale,
) {
  const offered = [...(course?.trainers ?? []), ...trainersOf(cx, gate.planningIn(cx, programmeIds))];
  return [...namesApart(offered, locale)].map(([id, label]) => ({ value: String(id), label }));
}
