"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { isSpan } from "@/lib/courses/rules/soFar";
import { fullDay } from "@/lib/i18n/format";
import { usualAnswerBy, usualAnswerDays } from "@/lib/requests/rules";
import { isCivilTime } from "@/lib/time/civil";
import { usualHours } from "@/lib/timetable/rules";
import type { CalendarFacts } from "../../courses/_plan/calendarFacts";
import { planDays } from "../../courses/_plan/planDays";
import { TrainerChoice, type TrainerOffered } from "../../courses/_plan/TrainerChoice";
import type { OfferedTool } from "../ToolFields";

/**
 * Whom a trainer wants beside them in a workshop: how each fits it as it is typed, and by when whoever is asked is to answer.
 */
export function WorkshopTrainers({
  people,
  tools,
  facts,
  programmes,
  today,
  here,
}: {
  people: readonly TrainerOffered[];
  tools: readonly OfferedTool[];
  /** What its days are set against. */
  facts: CalendarFacts;
  /** What programmes are called. */
  programmes: Record<string, string>;
  /** The civil day where it takes place. */
  today: string;
  /** The workshop whose plan is changed; null where a new one is scheduled. */
  here: number | null;
}) {
  const t = useTranslations("workshop");
  const locale = useLocale();
  const said = useWatch();
  const text = (name: string) => String(said[name] ?? "").trim();
  const many = (name: string) => [said[name] ?? []].flat().map(String).filter(Boolean);
  const whole = new Set(many("wholeIds"));
  const from = text("startsOn");
  const to = text("endsOn") || from;
  const country = text("country");
  const span = isSpan(from, to);
  const { days, rest } = planDays(facts, country, from, to);
  const over = span && to < today;
  const hours = { startsAt: text("startsAt"), endsAt: text("endsAt") };
  return (
    <TrainerChoice
      label={t("trainers")}
      hint={t("trainersHint")}
      optional={t("optional")}
      people={people}
      programme={text("programmeId")}
      programmes={programmes}
      plan={{
        moduleIds: [
          ...new Set([
            ...many("moduleIds"),
            ...tools.flatMap((tool) => (whole.has(tool.id) ? tool.modules.map(({ id }) => id) : [])),
          ]),
        ].map(Number),
        languages: many("languages"),
        country,
        places: [text("place")].filter(Boolean),
      }}
      modules={Object.fromEntries(
        tools.flatMap(({ title: tool, modules }) => modules.map(({ id, code }) => [id, { code, tool }])),
      )}
      when={{
        // On days of rest alone it is held on these. Of what is over nobody is asked whether they are free.
        days: over ? [] : days.length > 0 ? days : rest.map(({ day }) => day),
        hours: isCivilTime(hours.startsAt) && isCivilTime(hours.endsAt) ? hours : usualHours,
      }}
      here={here}
    >
      <p className="quiet" role="status">
        {over
          ? t("trainersWereThere")
          : span
            ? t("trainersAnswerBy", { day: fullDay(usualAnswerBy(today, from), locale) })
            : t("trainersAnswerIn", { days: usualAnswerDays })}
      </p>
    </TrainerChoice>
  );
}
