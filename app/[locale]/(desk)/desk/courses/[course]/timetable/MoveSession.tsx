import { getLocale, getTranslations } from "next-intl/server";
import { TimeField } from "@/app/_ui/form/days";
import { CheckField, SelectField } from "@/app/_ui/form/fields";
import type { Course } from "@/lib/courses/queries";
import { shortDay, timeRange, weekdayDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import { daysFrom } from "@/lib/time/civil";
import type { ProposalAsked, Session } from "@/lib/timetable/queries";
import { besideOthers, freePlaces, hoursUsed, keptFree } from "@/lib/timetable/rules/rearrange";
import { plannedMinutes } from "@/lib/timetable/rules/sessions";
import { TakeUp } from "./_move/TakeUp";
import { RearrangeForm } from "./forms";
import { notWorkedIn } from "./notWorked";
import { Fold, Of, Press } from "./rearrangeParts";

/** How far apart the free times are that are offered to tap, in minutes. */
const step = 30;

/** Moves a session: on the sheet, by a tap on a day and a free time, or by fields. */
export async function MoveSession({
  course,
  session,
  sessions,
  asked,
  stepped,
}: {
  course: Course;
  session: Session;
  sessions: readonly Session[];
  /** What the timetable was asked for, whose breaks stay free. */
  asked: ProposalAsked;
  /** Which of what is open somebody stepped to (`steppedWord`). */
  stepped: string | null;
}) {
  const locale = await getLocale();
  const t = await getTranslations("rearrange");
  const of = await getTranslations("timetable");
  const free = await notWorkedIn(course);
  const days = daysFrom(course.startsOn!, course.endsOn!);
  const places = freePlaces(
    [...besideOthers(session, sessions).filter(({ id }) => id !== session.id), ...keptFree(asked, days)],
    days.filter((day) => free(day) === null),
    plannedMinutes(session),
    hoursUsed(sessions),
    step,
  ).filter((place) => place.day !== session.day || place.startsAt !== session.startsAt);
  return (
    <Fold name={t("move")}>
      <TakeUp session={session.id} name={t("takeUp")} hint={t("takeUpHint")} />
      {places.length > 0 ? (
        <RearrangeForm className="grid gap-1" label={t("freeTimes")}>
          <p className="font-semibold">{t("freeTimes")}</p>
          <Of session={session} how="move" stepped={stepped} />
          {days
            .map((day) => ({ day, there: places.filter((place) => place.day === day) }))
            .filter(({ there }) => there.length > 0)
            .map(({ day, there }) => (
              <details key={day} suppressHydrationWarning>
                <summary className="min-h-11 content-center">
                  {t("freeOn", { day: weekdayDay(day, locale), times: there.length })}
                </summary>
                <div className="flex flex-wrap gap-2 mb-2">
                  {there.map(({ startsAt, endsAt }) => (
                    <button
                      key={startsAt}
                      type="submit"
                      name="when"
                      value={`${day} ${startsAt}`}
                      className="button"
                    >
                      <bdi>{timeRange(startsAt, endsAt, locale)}</bdi>
                    </button>
                  ))}
                </div>
              </details>
            ))}
        </RearrangeForm>
      ) : (
        <p className="quiet">{t("noneFree")}</p>
      )}
      <RearrangeForm
        className="grid gap-4"
        defaults={{ day: session.day, startsAt: session.startsAt }}
        label={t("moveTo")}
      >
        <p className="font-semibold">{t("moveTo")}</p>
        <Of session={session} how="move" stepped={stepped} />
        <SelectField
          name="day"
          label={of("day")}
          options={days.map((day) => ({
            value: day,
            label: [shortDay(day, locale), free(day)].filter(Boolean).join(dotBetween),
          }))}
        />
        <TimeField name="startsAt" label={of("startsAt")} hint={t("keepsLength")} />
        {days.some((day) => free(day) !== null) ? <CheckField name="anyway" label={t("anyway")} /> : null}
        <Press name={t("moveNow")} />
      </RearrangeForm>
    </Fold>
  );
}
