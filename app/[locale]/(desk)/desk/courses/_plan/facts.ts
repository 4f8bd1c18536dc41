import { getLocale, getTranslations } from "next-intl/server";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { admissionModes, courseKinds, courseModes } from "@/lib/courses/rules";
import { countryName, languageName } from "@/lib/i18n/format";
import { courseLanguages, type Locale, shownIn, type Translated } from "@/lib/i18n/rules";
import { countryList } from "@/lib/places/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { practiceAsked, timetableKnown } from "@/lib/timetable/queries";
import type { TimetableKnown } from "@/lib/timetable/rules/usual";
import { trainerOptions, venueOptions } from "../offered";
import { calendarFacts } from "./calendarFacts";
import type { PlanTool } from "./ModuleChips";
import type { PlanFacts } from "./usePlan";

/** What the values of a plan are called, and the weekends and holidays that its days are set against. */
export async function planFacts(
  cx: Context,
  {
    course,
    programmes,
    programmeIds,
    tools,
    copied,
  }: {
    course: Course | undefined;
    programmes: readonly { id: number; title: Translated }[];
    programmeIds: number[];
    tools: PlanTool[];
    /** The timetable of what a new course is made from. */
    copied: TimetableKnown | null;
  },
): Promise<PlanFacts> {
  const locale = (await getLocale()) as Locale;
  const kinds = await getTranslations("courseKind");
  const modes = await getTranslations("courseMode");
  const admissions = await getTranslations("admissionMode");
  const countries = countryList(cx);
  const byValue = (options: readonly { value: string; label: string }[]) =>
    Object.fromEntries(options.map(({ value, label }) => [value, label]));
  const worded = <T extends string>(values: readonly T[], say: (value: T) => string) =>
    Object.fromEntries(values.map((value) => [value, say(value)]));
  return {
    names: {
      programmeId: Object.fromEntries(
        programmes.map((p) => [String(p.id), shownIn(programmeCalled(p.title), locale)]),
      ),
      kind: worded(courseKinds, (kind) => kinds(kind)),
      mode: worded(courseModes, (mode) => modes(mode)),
      admission: worded(admissionModes, (mode) => admissions(mode)),
      languages: worded(courseLanguages, (language) => languageName(language, locale)),
      country: Object.fromEntries(countries.map((c) => [c.code, countryName(c.code, locale)])),
      venueId: byValue(venueOptions(cx, course, locale)),
      trainerIds: byValue(trainerOptions(cx, programmeIds, course, locale)),
    },
    tools,
    practice: Object.fromEntries(programmes.map(({ id }) => [String(id), practiceAsked(cx, id)])),
    ...timetableOf(cx, course, copied),
    onRest: course !== undefined && course.scheduledBy !== null,
    ...(await calendarFacts(cx, course)),
  };
}

/** The timetable by which a plan reckons, and what has all its room in it. */
function timetableOf(
  cx: Context,
  course: Course | undefined,
  copied: TimetableKnown | null,
): Pick<PlanFacts, "timetable" | "stands"> {
  if (!course) return { timetable: copied, stands: null };
  const { holds, ...timetable } = timetableKnown(cx, gate.course(cx, "timetable.edit", course.id));
  const { country, startsOn, endsOn, tools } = course;
  const moduleIds = tools.flatMap(({ modules }) => modules.map(({ id }) => id));
  return {
    timetable,
    stands: holds && startsOn && endsOn ? { country, startsOn, endsOn, moduleIds } : null,
  };
}
