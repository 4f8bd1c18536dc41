import { getLocale } from "next-intl/server";
import { granted } from "@/app/_server/context";
import type { Context } from "@/lib/acts/context";
import { shownIn } from "@/lib/i18n/rules";
import { courseToCopy, daysOfCopy, type PlanToday, planFrom, templateNamed } from "@/lib/templates/queries";
import { isCivilDay } from "@/lib/time/civil";
import { readDay } from "@/lib/time/typed";

/** What a new plan is made from, as the address says it. */
export type Source = {
  /** Another one for each source and each first day. */
  key: string;
  copyOf: number | null;
  templateId: number | null;
  name: string;
  programmeId: number | null;
  plan: PlanToday;
  /** What was asked for as the first day, as it was typed. */
  asked: string;
  days: { startsOn: string | null; endsOn: string | null; applyBy: string | null; decideBy?: string | null };
};

/** The course or the template that the new plan is made from, with its days; null where it is made from nothing. */
export async function sourceOf(
  cx: Context,
  said: { copy: number | null; template: number | null; to: string | null },
): Promise<Source | null> {
  const { copy, template, to } = said;
  const plan = granted(() => planFrom(cx, { copyOf: copy, templateId: template }));
  if (!plan) return null;
  const asked = readDay(to ?? "");
  const days = isCivilDay(asked)
    ? daysOfCopy(cx, plan, asked, plan.country)
    : { startsOn: null, endsOn: null, applyBy: null };
  const course = copy === null ? null : courseToCopy(cx, copy);
  const kept = course ? null : templateNamed(cx, template!);
  return {
    key: [copy, template, asked].join(),
    copyOf: copy,
    templateId: copy === null ? template : null,
    name: course ? shownIn(course.title, await getLocale()) : kept!.name,
    programmeId: course?.programmeId ?? kept!.programmeId,
    plan,
    asked,
    days,
  };
}
