import { getLocale, getTranslations } from "next-intl/server";
import { DayField, TimeField } from "@/app/_ui/form/days";
import { Hidden, SelectField, Submit, TextField } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { Toast } from "@/app/_ui/kit/Toast";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import { timeWords } from "@/app/_words/away";
import { weekdayName } from "@/app/_words/weekdays";
import type { Away, AwayOf, awayShown } from "@/lib/away/queries";
import { shortDay } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { TeachingDay } from "@/lib/timetable/queries";
import { AwayDaysForm, AwayHoursForm, PutBackAwayForm, TakeOutAwayForm } from "./forms";

/** Whose page it is: one's own, or a trainer's that a coordinator looks at. */
type Whose = { trainer: AwayOf; own: boolean };

type Taught = TeachingDay["sessions"][number];

/** What every form of the page sends besides. */
const Of = ({ trainer, own }: Whose) => (
  <>
    <Hidden name="personId" value={trainer.personId} />
    <Hidden name="own" value={own ? "yes" : ""} />
  </>
);

/** When a trainer is away, each with the way to take it out; below, the forms that enter more. */
export async function AwayTimes({
  times,
  teaches,
  ...whose
}: Whose & {
  times: readonly Away[];
  /** The sessions that they teach in each of these, by its key; told to themselves alone. */
  teaches?: ReadonlyMap<number, readonly Taught[]>;
}) {
  const t = await getTranslations("away");
  const said = await timeWords();
  return (
    <div className="grid gap-6 max-w-2xl">
      {times.length === 0 ? (
        <Empty title={t(whose.own ? "none" : "noneOf")} />
      ) : (
        <ul className="grid gap-2" aria-label={t("title")}>
          {times.map(({ id, reason, ...time }) => (
            <li key={id} className="card flex flex-wrap gap-x-3 gap-y-2 items-center justify-between">
              <p className="grow basis-48">
                <span className="font-semibold">{said(time)}</span>
                {reason ? (
                  <span className="quiet block">
                    <Written>{reason}</Written>
                  </span>
                ) : null}
              </p>
              <TaughtThen sessions={teaches?.get(id) ?? []} />
              <TakeOutAwayForm className="" label={t("takeOutOf", { when: said(time) })}>
                <Hidden name="awayId" value={id} />
                <Hidden name="own" value={whose.own ? "yes" : ""} />
                <Submit tone="quiet" busy={t("saving")}>
                  {t("takeOut")}
                </Submit>
              </TakeOutAwayForm>
            </li>
          ))}
        </ul>
      )}
      <Days {...whose} />
      <Hours {...whose} />
    </div>
  );
}

/** The sessions that somebody teaches though they are away: how many, and on which days of which courses. */
async function TaughtThen({ sessions }: { sessions: readonly Taught[] }) {
  const locale = await getLocale();
  const t = await getTranslations("away");
  if (sessions.length === 0) return null;
  const days = new Map(sessions.map((one) => [`${one.day} ${one.courseId}`, one]));
  return (
    <div className="order-last basis-full grid gap-1 text-attention">
      <p className="font-semibold">{t("youTeach", { count: sessions.length })}</p>
      <ul className="grid gap-1">
        {[...days.values()].map(({ day, courseId, course, opens }) => (
          <li key={`${day} ${courseId}`}>
            {shortDay(day, locale)}
            {dotBetween}
            {opens ? (
              <a href={`/desk/courses/${courseId}`}>
                <Say text={course.title} />
              </a>
            ) : (
              <Say text={course.title} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The form of days. */
async function Days(whose: Whose) {
  const t = await getTranslations("away");
  return (
    <section className="card grid gap-4 sm:p-6" aria-labelledby="days">
      <h2 id="days">{t("days")}</h2>
      <AwayDaysForm className="grid gap-4">
        <Of {...whose} />
        <div className="grid gap-4 sm:grid-cols-2">
          <DayField name="fromDay" label={t("fromDay")} />
          <DayField name="toDay" label={t("toDay")} hint={t("toDayHint")} near="fromDay" />
        </div>
        <Reason {...whose} />
        <div>
          <Submit busy={t("saving")}>{t("enterDays")}</Submit>
        </div>
      </AwayDaysForm>
    </section>
  );
}

/** The form of weekly hours. */
async function Hours(whose: Whose) {
  const locale = await getLocale();
  const t = await getTranslations("away");
  return (
    <section className="card grid gap-4 sm:p-6" aria-labelledby="hours">
      <h2 id="hours">{t("hours")}</h2>
      <AwayHoursForm className="grid gap-4" defaults={{ weekday: "7" }}>
        <Of {...whose} />
        <SelectField
          name="weekday"
          label={t("weekday")}
          options={[7, 1, 2, 3, 4, 5, 6].map((day) => ({
            value: String(day),
            label: weekdayName(day, locale),
          }))}
        />
        <div className="grid gap-4 min-[24rem]:grid-cols-2">
          <TimeField name="startsAt" label={t("startsAt")} />
          <TimeField name="endsAt" label={t("endsAt")} />
        </div>
        <Reason {...whose} />
        <div>
          <Submit tone="quiet" busy={t("saving")}>
            {t("enterHours")}
          </Submit>
        </div>
      </AwayHoursForm>
    </section>
  );
}

/** Why, and who reads it: on one's own page that is said once, above. */
async function Reason({ own }: Whose) {
  const t = await getTranslations("away");
  const hint = own ? t("reasonHint") : `${t("reasonHint")} ${t("reasonRead")}`;
  return <TextField name="reason" label={t("reason")} hint={hint} optional={t("optional")} />;
}

/** What was just entered, taken out or put back, with the way to undo it. */
export async function AwayToast({
  done,
  own,
}: {
  done: NonNullable<ReturnType<typeof awayShown>>;
  own: boolean;
}) {
  const t = await getTranslations("away");
  const said = await timeWords();
  const Undo = done.removed ? PutBackAwayForm : TakeOutAwayForm;
  return (
    <Toast
      of={`${done.id} ${done.removed}`}
      undo={
        <Undo>
          <Hidden name="awayId" value={done.id} />
          <Hidden name="own" value={own ? "yes" : ""} />
          <Submit tone="quiet" busy={t("saving")}>
            {t("undo")}
          </Submit>
        </Undo>
      }
    >
      {t(done.removed ? "takenOut" : "entered", { when: said(done) })}
    </Toast>
  );
}
