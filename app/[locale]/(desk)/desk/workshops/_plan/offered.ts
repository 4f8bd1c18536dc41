import { getLocale, getTranslations } from "next-intl/server";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { type Course, organisationsToChoose } from "@/lib/courses/queries";
import { moduleName } from "@/lib/curriculum/rules";
import { countryName, hours, languageName, list } from "@/lib/i18n/format";
import { courseLanguages, dotBetween, isolate, type Locale, shownIn } from "@/lib/i18n/rules";
import { trainersOffered } from "../../courses/_plan/trainersOffered";
import { countriesWithZones, toolsOffered, venueOptions, zoneOptions } from "../../courses/offered";
import type { ChosenNames } from "../Steps";
import type { OfferedTool } from "../ToolFields";

export type Offered = Awaited<ReturnType<typeof offeredIn>>;

/** What the fields of a workshop offer, ready to read; trainers but for the one whose workshop it is. */
export async function offeredIn(cx: Context, programmeIds: number[], course: Course | undefined) {
  const locale = (await getLocale()) as Locale;
  const inUse = await getTranslations("countries");
  const own = course?.scheduledBy ?? cx.viewer.personId;
  const tools = await offeredTools(cx, course);
  const modules = tools.flatMap((tool) => tool.modules.map(({ id }) => Number(id)));
  const trainers = await trainersOffered(cx, programmeIds, modules, course);
  return {
    tools,
    countries: countriesWithZones(cx, locale, { inUse: inUse("inUse"), others: inUse("others") }),
    venues: venueOptions(cx, course, locale),
    zones: zoneOptions(cx, course, locale),
    languages: courseLanguages.map((l) => ({ value: l, label: languageName(l, locale) })),
    trainers: trainers.filter(({ id }) => id !== String(own)),
    organisations: organisationsToChoose(cx, gate.planningIn(cx, programmeIds), course ?? null).map(
      ({ id, name: called, place, country, programmeIds: of }) => ({
        ...{ id: String(id), called, place, country },
        programmeIds: of.map(String),
      }),
    ),
  };
}

/** Each version of each tool, with its hours and modules. */
async function offeredTools(cx: Context, course: Course | undefined): Promise<OfferedTool[]> {
  const locale = (await getLocale()) as Locale;
  const plan = await getTranslations("plan");
  const words = await getTranslations("tools");
  return toolsOffered(cx, course).flatMap((tool) =>
    tool.versions.map((version) => {
      const title = shownIn(tool.title, locale);
      const several = tool.versions.length > 1;
      const where = version.country
        ? words("variant", { country: countryName(version.country, locale) })
        : several
          ? plan("version", { label: version.label })
          : "";
      const minutes = version.modules.reduce((sum, m) => sum + m.minutes, 0);
      const codes = list(version.modules.map((m) => m.code).filter(Boolean), locale);
      return {
        id: String(version.id),
        tool: String(tool.id),
        country: version.country,
        name: where ? `${isolate(title, locale)} (${where})` : title,
        title,
        note: [hours(minutes, locale), codes].filter(Boolean).join(dotBetween),
        modules: version.modules.map((m) => ({
          id: String(m.id),
          code: m.code,
          minutes: m.minutes,
          name: `${moduleName(m, shownIn(m.title, locale))}${dotBetween}${hours(m.minutes, locale)}`,
        })),
      };
    }),
  );
}

const byValue = (options: readonly { value: string; label: string }[]) =>
  Object.fromEntries(options.map(({ value, label }) => [value, label]));

/** What the values of fields are called when they are read back. */
export const namesOf = ({
  tools,
  countries,
  venues,
  languages,
  trainers,
  organisations,
}: Offered): Omit<ChosenNames, "programmeId"> => ({
  wholeIds: Object.fromEntries(tools.map((tool) => [tool.id, tool.name])),
  // A tool of one module is read back by its own name.
  moduleIds: Object.fromEntries(
    tools.flatMap((tool) =>
      tool.modules.map((module) => [module.id, tool.modules.length === 1 ? tool.name : module.name]),
    ),
  ),
  minutes: Object.fromEntries(tools.flatMap((tool) => tool.modules.map((m) => [m.id, m.minutes]))),
  wholeOf: Object.fromEntries(tools.flatMap((tool) => tool.modules.map((m) => [m.id, tool.id]))),
  country: byValue(countries),
  venueId: byValue(venues),
  languages: byValue(languages),
  organisationIds: Object.fromEntries(organisations.map(({ id, called }) => [id, called])),
  trainerIds: Object.fromEntries(trainers.map(({ id, called }) => [id, called])),
});
