"use client";

import { useLocale } from "next-intl";
import { useWatch } from "react-hook-form";
import type { HoursAsked } from "@/lib/courses/rules/soFar";
import { list } from "@/lib/i18n/format";
import { type Locale, readersFirst } from "@/lib/i18n/rules";
import { asksPracticeOn, type PracticeAsked } from "@/lib/stages/rules/practice";
import type { TimetableKnown } from "@/lib/timetable/rules/usual";
import type { CalendarFacts } from "./calendarFacts";
import type { PlanTool } from "./ModuleChips";
import { planDays } from "./planDays";

/** What the values of a plan are called, and what its country says of days. */
export type PlanFacts = CalendarFacts & {
  names: Record<
    "programmeId" | "kind" | "languages" | "country" | "venueId" | "mode" | "admission" | "trainerIds",
    Record<string, string>
  >;
  tools: PlanTool[];
  /** By programme, since when its gates ask for practice with real users. */
  practice: Record<string, PracticeAsked[]>;
  /** True of what is held also where no day of it is worked: a trainer's own workshop. */
  onRest: boolean;
  /** The timetable of the course, or of what a new one is made from; null while there is none. */
  timetable: TimetableKnown | null;
  /** The plan of which that timetable has all; null where it lacks some. */
  stands: { moduleIds: readonly number[]; country: string; startsOn: string; endsOn: string } | null;
};

/** A plan as it is typed, in words and numbers. */
export function usePlan(facts: PlanFacts) {
  const locale = useLocale() as Locale;
  const said = useWatch();
  const text = (name: string) => String(said[name] ?? "").trim();
  const many = (name: string) => [said[name] ?? []].flat().map(String).filter(Boolean);
  const named = (name: keyof PlanFacts["names"]) =>
    many(name).map((value) => facts.names[name][value] ?? value);
  const chosen = new Set(many("moduleIds"));
  const tools = facts.tools
    .map((tool) => ({
      ...tool,
      modules: tool.versions.flatMap((version) => version.modules).filter((module) => chosen.has(module.id)),
    }))
    .filter((tool) => tool.modules.length > 0)
    .map((tool) => ({ ...tool, minutes: tool.modules.reduce((sum, module) => sum + module.minutes, 0) }));
  const minutes = tools.reduce((sum, tool) => sum + tool.minutes, 0);
  const country = text("country");
  const [from, to] = [text("startsOn"), text("endsOn")];
  const kind = text("kind") === "tot" ? ("tot" as const) : ("user" as const);
  const places = Number(text("capacity"));
  const asked: HoursAsked = {
    modules: tools.flatMap((tool) =>
      tool.modules.map(({ id, minutes: length, activities }) => ({
        id: Number(id),
        minutes: length,
        activities: activities.map((one, nth) => ({ id: nth, title: "", minutes: one })),
      })),
    ),
    course: {
      kind,
      practicum: asksPracticeOn(kind, facts.practice[text("programmeId")] ?? [], to || facts.today),
      minPostTest: text("minPostTest") === "" ? null : Number(text("minPostTest")),
      microTeaching: ["true", "on"].includes(text("microTeaching")),
    },
    people: Number.isInteger(places) && places > 0 && places <= 1000 ? places : 0,
    timetable: facts.timetable,
    stands:
      facts.stands !== null &&
      [facts.stands.country, facts.stands.startsOn, facts.stands.endsOn].join() ===
        [country, from, to].join() &&
      facts.stands.moduleIds.map(String).sort().join() === [...chosen].sort().join(),
  };
  const own = { en: "titleEn", fr: "titleFr", ar: "titleAr" } as const;
  const place = { en: "placeEn", fr: "placeFr", ar: "placeAr" } as const;
  const inMine = (fields: Record<Locale, string>) =>
    readersFirst(locale)
      .map((language) => ({ language, text: text(fields[language]) }))
      .find((one) => one.text);
  return {
    text,
    many,
    named,
    tools,
    minutes,
    from,
    to,
    onRest: facts.onRest,
    knowsHolidays: country in facts.holidays,
    title: inMine(own),
    place: inMine(place)?.text ?? "",
    toolNames: list(
      tools.map((tool) => tool.name),
      locale,
    ),
    ...planDays(facts, country, from, to),
    asked,
  };
}
export type Plan = ReturnType<typeof usePlan>;
