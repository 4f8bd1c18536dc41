import { getLocale, getTranslations } from "next-intl/server";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { admissionModes, courseKinds, courseModes } from "@/lib/courses/rules";
import { countryName, languageName } from "@/lib/i18n/format";
import { courseLanguages, type Locale, shownIn } from "@/lib/i18n/rules";
import { countriesInUse, countryList, holidaysAmong } from "@/lib/places/queries";
import { addDays } from "@/lib/time/civil";
import { dayAt } from "@/lib/time/zone";
import { trainerOptions, venueOptions } from "../offered";
import type { PlanTool } from "./ModuleChips";
import type { PlanFacts } from "./usePlan";

/** Of so many countries the browser gets the holidays, and for so many days ahead. */
const mostCountries = 12;
const daysAhead = 550;

/** What the values of a plan are called, and the weekends and holidays that its days are set against. */
export async function planFacts(
  cx: Context,
  {
    course,
    programmes,
    programmeIds,
    tools,
  }: {
    course: Course | undefined;
    programmes: readonly { id: number; code: string }[];
    programmeIds: number[];
    tools: PlanTool[];
  },
): Promise<PlanFacts> {
  const locale = (await getLocale()) as Locale;
  const kinds = await getTranslations("courseKind");
  const modes = await getTranslations("courseMode");
  const admissions = await getTranslations("admissionMode");
  const countries = countryList(cx);
  const today = dayAt(cx.now, "UTC");
  const from = course?.startsOn && course.startsOn < today ? course.startsOn : today;
  const codes = [...new Set([...(course ? [course.country] : []), ...countriesInUse(cx)])].slice(
    0,
    mostCountries,
  );
  const holidays: PlanFacts["holidays"] = Object.fromEntries(codes.map((code) => [code, {}]));
  for (const { country, day, name } of holidaysAmong(cx, codes, from, addDays(today, daysAhead)))
    holidays[country]![day] = shownIn(name, locale);
  const byValue = (options: readonly { value: string; label: string }[]) =>
    Object.fromEntries(options.map(({ value, label }) => [value, label]));
  const worded = <T extends string>(values: readonly T[], say: (value: T) => string) =>
    Object.fromEntries(values.map((value) => [value, say(value)]));
  return {
    names: {
      programmeId: Object.fromEntries(programmes.map((p) => [String(p.id), p.code])),
      kind: worded(courseKinds, (kind) => kinds(kind)),
      mode: worded(courseModes, (mode) => modes(mode)),
      admission: worded(admissionModes, (mode) => admissions(mode)),
      languages: worded(courseLanguages, (language) => languageName(language, locale)),
      country: Object.fromEntries(countries.map((c) => [c.code, countryName(c.code, locale)])),
      venueId: byValue(venueOptions(cx, course, locale)),
      trainerIds: byValue(trainerOptions(cx, programmeIds, course, locale)),
    },
    tools,
    weekends: Object.fromEntries(countries.map((c) => [c.code, c.weekend])),
    holidays,
  };
}
