"use client";

import { useLocale, useTranslations } from "next-intl";
import { monthsOf } from "@/lib/courses/rules/soFar";
import { monthName, weekdayLetters } from "@/lib/i18n/format";
import { weekday } from "@/lib/time/civil";
import { type PlanFacts, usePlan } from "./usePlan";
import "./course-calendar.css";

/** The days of a plan in their months, with weekends and holidays. The same is said in a sentence. */
export function CourseCalendar({ facts }: { facts: PlanFacts }) {
  const t = useTranslations("planSteps");
  const locale = useLocale();
  const plan = usePlan(facts);
  const months = monthsOf(plan.from, plan.to, plan.calendar);
  if (months.length === 0) return null;
  return (
    <div className="grid gap-3">
      <p>
        {t("daysAre", {
          count: plan.days.length,
          weekend: plan.weekendDays,
          holidays: plan.holidays.length,
        })}
      </p>
      <div aria-hidden className="course-months">
        {months.map(({ month, weeks }) => (
          <table key={month}>
            <caption>{monthName(month, locale)}</caption>
            <thead>
              <tr>
                {weeks[1]!.map((cell) => (
                  <th key={cell!.day}>{weekdayLetters(weekday(cell!.day), locale)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((cell) => cell !== null)!.day}>
                  {week.map((cell, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is its name
                    <td key={i} data-kind={cell?.kind} data-within={cell?.within ? "" : undefined}>
                      {cell ? Number(cell.day.slice(8)) : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p aria-hidden className="quiet">
        {t("calendarKey")}
      </p>
    </div>
  );
}
