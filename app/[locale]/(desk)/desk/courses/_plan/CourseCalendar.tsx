"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { weekdayLetters, weekdayName } from "@/app/_words/weekdays";
import { isSpan, monthsOf } from "@/lib/courses/rules/soFar";
import { dayAndMonth, list, monthName } from "@/lib/i18n/format";
import { colon, commas, dotBetween, isolate, type Locale } from "@/lib/i18n/rules";
import { isCivilDay, weekday } from "@/lib/time/civil";
import type { CalendarFacts } from "./calendarFacts";
import { planDays } from "./planDays";
import "./course-calendar.css";

/**
 * The days that are typed in a form, in their months, with weekends and holidays; before they are, the months to come. What
 * is drawn is said in sentences too.
 */
export function CourseCalendar({
  facts,
  oneDay = false,
}: {
  facts: CalendarFacts;
  /** True where a last day that is left empty means a single day. */
  oneDay?: boolean;
}) {
  const t = useTranslations("courseCalendar");
  const locale = useLocale() as Locale;
  const said = useWatch({ name: ["country", "startsOn", "endsOn"] }).map((one) => String(one ?? "").trim());
  const [country = "", from = "", last = ""] = said;
  const to = last || (oneDay ? from : "");
  const { calendar, ...time } = planDays(facts, country, from, to);
  const span = isSpan(from, to);
  const first = span || isCivilDay(from) ? from : facts.today;
  const months = span
    ? monthsOf(from, to, calendar, 3, oneDay)
    : monthsOf(first, nextMonth(first), calendar, 2);
  const free = months
    .flatMap(({ weeks }) => weeks.flat())
    .flatMap((cell) => (cell?.kind === "holiday" ? [cell.day] : []));
  return (
    <div className="grid gap-3">
      {span ? (
        <p>
          {t("daysAre", {
            count: time.days.length,
            weekend: time.rest.filter(({ holiday }) => holiday === null).length,
            holidays: time.rest.filter(({ holiday }) => holiday !== null).length,
          })}
        </p>
      ) : null}
      <div aria-hidden className="course-months" data-span={span ? "" : undefined}>
        {months.map((month) => (
          <Month key={month.month} {...month} today={facts.today} />
        ))}
      </div>
      <div className="grid gap-1 quiet">
        {country ? (
          <p aria-hidden>{t(span ? "key" : "keyBefore")}</p>
        ) : (
          // Without a country nothing is known of its days.
          <p>{t("noCountry")}</p>
        )}
        {calendar.weekend.length > 0 ? (
          <p>
            {t("weekend")}
            {colon(locale)}
            {list(
              calendar.weekend.map((one) => weekdayName(one, locale)),
              locale,
            )}
          </p>
        ) : null}
        {free.length > 0 ? (
          <p>
            {t("holidays")}
            {colon(locale)}
            {free.map((day, place) => (
              <span key={day}>
                {place > 0 ? dotBetween : null}
                {commas([dayAndMonth(day, locale), isolate(calendar.holidays[day] ?? "", locale)], locale)}
              </span>
            ))}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A day of the month after. */
const nextMonth = (day: string) => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${day.slice(0, 5)}${String(month + 1).padStart(2, "0")}-01`;
};

function Month({ month, weeks, today }: ReturnType<typeof monthsOf>[number] & { today: string }) {
  const locale = useLocale();
  return (
    <table>
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
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is its name
                key={i}
                data-kind={cell?.kind}
                data-within={cell?.within ? "" : undefined}
                data-today={cell?.day === today ? "" : undefined}
              >
                {cell ? Number(cell.day.slice(8)) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
