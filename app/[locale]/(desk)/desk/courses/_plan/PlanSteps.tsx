"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StepForm } from "@/app/_ui/kit/StepForm";
import { Written } from "@/app/_ui/Written";
import { daysNeeded } from "@/lib/courses/rules/soFar";
import { dateRange, hours } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import { PlanSoFar } from "./PlanSoFar";
import { type PlanFacts, usePlan } from "./usePlan";

/** The steps of a plan, each with its fields: a fault beside one of them leads to its step. */
const fieldsOf = {
  what: [
    "programmeId",
    "sharerIds",
    "kind",
    "languages",
    "titleEn",
    "titleFr",
    "titleAr",
    "ownLanguage",
    "description",
  ],
  tools: ["moduleIds"],
  days: [
    "startsOn",
    "endsOn",
    "country",
    "placeEn",
    "placeFr",
    "placeAr",
    "mode",
    "venueId",
    "zone",
    "shownCountry",
    "shownZone",
  ],
  trainers: ["trainerIds"],
  places: [
    "capacity",
    "minimumPeople",
    "decideBy",
    "admission",
    "applyBy",
    "costs",
    "questions",
    "minAttendance",
    "minPostTest",
    "microTeaching",
    "excusedLeftOut",
    "joinersFromStart",
    "signatories",
  ],
} as const;
export type PlanStep = keyof typeof fieldsOf;
const steps = Object.keys(fieldsOf) as PlanStep[];

/** A course's plan in five steps of one form, with what it comes to beside them. */
export function PlanSteps({
  sections,
  facts,
  send,
  anyOrder,
}: {
  sections: Record<PlanStep, ReactNode>;
  facts: PlanFacts;
  /** The button that sends. */
  send: ReactNode;
  /** True where a plan that is there is changed. */
  anyOrder: boolean;
}) {
  const t = useTranslations("planSteps");
  const plan = usePlan(facts);
  const needed = daysNeeded(plan.asked);
  return (
    <StepForm
      anyOrder={anyOrder}
      send={send}
      summary={<PlanSoFar facts={facts} />}
      steps={steps.map((key) => ({
        key,
        title: t(`step.${key}`),
        asks: key === "days" && needed > 0 ? t("asks.daysNeeded", { count: needed }) : t(`asks.${key}`),
        said: <Said step={key} facts={facts} />,
        go: t(`go.${key}`),
        fields: fieldsOf[key],
        children: sections[key],
      }))}
    />
  );
}

/** A step in a line, once it is done. */
function Said({ step, facts }: { step: PlanStep; facts: PlanFacts }) {
  const t = useTranslations("planSteps");
  const locale = useLocale();
  const plan = usePlan(facts);
  const capacity = Number(plan.text("capacity"));
  const modules = plan.tools.reduce((sum, tool) => sum + tool.modules.length, 0);
  const lines: Record<PlanStep, string[]> = {
    what: [
      ...plan.named("kind"),
      ...plan.named("programmeId"),
      ...plan.named("languages"),
      plan.title?.text ?? "",
    ],
    tools:
      modules > 0
        ? [plan.toolNames, t("modulesChosen", { count: modules }), hours(plan.minutes, locale)]
        : [],
    days: [
      plan.days.length > 0 ? dateRange(plan.from, plan.to, locale) : "",
      plan.place,
      ...plan.named("venueId"),
      ...plan.named("country"),
    ],
    trainers: plan.named("trainerIds"),
    places: [
      Number.isFinite(capacity) && capacity > 0 ? t("places", { count: capacity }) : "",
      ...plan.named("admission"),
    ],
  };
  const said = lines[step].filter(Boolean);
  if (said.length === 0) return t("notYet");
  return said.map((line, i) => (
    <span key={line}>
      {i > 0 ? dotBetween : ""}
      <Written>{line}</Written>
    </span>
  ));
}
