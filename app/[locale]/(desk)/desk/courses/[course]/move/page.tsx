import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Hidden, Submit } from "@/app/_ui/Form";
import { fullDay, shortDay, weekdayDay } from "@/app/_ui/format";
import { Empty, Notice } from "@/app/_ui/parts";
import { mayInCourse } from "@/lib/access/queries";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { allows, isApproved, moveInDoubt, yearDays } from "@/lib/courses/rules";
import { inLanguage } from "@/lib/i18n/rules";
import { asciiDigits } from "@/lib/text";
import { addDays, isCivilDay, sameYear } from "@/lib/time/civil";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { courseMove, holidaysIn } from "@/lib/timetable/queries";
import { MoveForm } from "../../forms";
import { Clashes } from "./Clashes";

type Props = { params: Promise<{ course: string }>; searchParams: Promise<{ to?: string }> };

/** Moving a whole course to another first day: first what that does, then the button. */
export default async function MoveCourse({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext("timetable.edit", `/desk/courses/${encodeURIComponent(key)}/move`);
  const course = courseOfDesk(cx, Number(key));
  if (!course || !mayInCourse(cx, "timetable.edit", course.id)) notFound();
  const t = await getTranslations("move");
  const timetable = await getTranslations("timetable");
  const errors = await getTranslations("errors");
  const plan = await getTranslations("plan");
  const locale = await getLocale();
  const { startsOn } = course;
  if (!startsOn) return <Empty title={timetable("noDates")} />;
  if (!allows(course.state, "plan")) return <Notice>{plan("fixed")}</Notice>;
  const asked = typeof (await searchParams).to === "string" ? asciiDigits((await searchParams).to ?? "") : "";
  const chosen = isCivilDay(asked) ? asked : null;
  const today = dayAt(clock(), course.zone);
  const fault =
    asked && !chosen
      ? errors("dateInvalid")
      : chosen && moveInDoubt(chosen, startsOn, today)
        ? errors("yearInDoubt", { day: fullDay(chosen, locale), days: yearDays })
        : null;
  const base = `/desk/courses/${course.id}/move`;
  const quick = [
    { to: addDays(startsOn, 1), label: t("nextDay") },
    { to: addDays(startsOn, 7), label: t("later", { weeks: 1 }) },
    { to: addDays(startsOn, 14), label: t("later", { weeks: 2 }) },
    { to: addDays(startsOn, 28), label: t("later", { weeks: 4 }) },
    { to: addDays(startsOn, -7), label: t("earlier") },
  ];
  return (
    <div className="grid gap-6 max-w-3xl">
      <div className="grid gap-2">
        <h1 className="text-lg">{t("title")}</h1>
        <p>{t("lead")}</p>
      </div>
      <form method="get" action={base} className="card grid gap-4">
        <div className="grid gap-1">
          <label htmlFor="to" className="font-semibold">
            {t("firstDay")}
          </label>
          {fault ? (
            <p id="to-error" className="text-stop text-sm font-semibold">
              {fault}
            </p>
          ) : null}
          <input
            key={asked}
            id="to"
            name="to"
            type="date"
            required
            defaultValue={chosen ?? startsOn}
            className="input"
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? "to-error" : undefined}
          />
        </div>
        <div>
          <button type="submit" className={chosen ? "button" : "button-main"}>
            {t("show")}
          </button>
        </div>
        <nav aria-label={t("quick")}>
          <ul className="flex flex-wrap gap-2">
            {quick.map(({ to, label }) => (
              <li key={to}>
                <Link
                  href={`${base}?to=${to}`}
                  prefetch={false}
                  className="button"
                  aria-current={to === chosen ? "true" : undefined}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </form>
      {chosen && !fault ? (
        <Foreseen course={course} startsOn={startsOn} chosen={chosen} cx={cx} today={today} />
      ) : null}
      <p>
        <Link href={`/desk/courses/${course.id}/timetable`}>{t("back")}</Link>
      </p>
    </div>
  );
}

/** What the move does, and its button unless something is in the way. */
async function Foreseen({
  course,
  startsOn,
  chosen,
  cx,
  today,
}: {
  course: Course;
  startsOn: string;
  chosen: string;
  cx: Context;
  today: string;
}) {
  const locale = await getLocale();
  const t = await getTranslations("move");
  const errors = await getTranslations("errors");
  const move = courseMove(cx, course.id, chosen);
  if (!move) return null;
  if (move.held) return <Notice tone="attention">{errors("moveAfterRoll")}</Notice>;
  const { dates } = move;
  const unmoved = dates.startsOn === startsOn && dates.endsOn === course.endsOn;
  if (unmoved) return <Notice>{errors("moveNowhere")}</Notice>;
  const days = move.timetable.map((s, i) => ({ from: s.day, to: move.sessions[i]!.day }));
  const froms = [...new Set(days.map((d) => d.from))];
  const used = new Set(days.map((d) => d.to));
  const skipped = holidaysIn(cx, course.country, dates.startsOn, dates.endsOn).filter(
    (h) => !used.has(h.day),
  );
  const w = await getTranslations("workshop");
  const inYear = sameYear(startsOn, dates.startsOn) ? shortDay : fullDay;
  const asksAgain =
    course.scheduledBy !== null &&
    course.asksApproval &&
    isApproved(course) &&
    !mayInCourse(cx, "workshop.approve", course.id);
  const announced = course.state === "open" || course.state === "running";
  return (
    <section className="card grid gap-4" aria-labelledby="what">
      <h2 id="what" className="text-base">
        {t("what")}
      </h2>
      <ul className="list-disc ps-5 grid gap-1">
        <li>{t("starts", { from: fullDay(startsOn, locale), to: fullDay(dates.startsOn, locale) })}</li>
        {chosen === dates.startsOn ? null : (
          <li>{t("rolled", { day: (sameYear(startsOn, chosen) ? weekdayDay : fullDay)(chosen, locale) })}</li>
        )}
        <li>{t("ends", { from: fullDay(course.endsOn!, locale), to: fullDay(dates.endsOn, locale) })}</li>
        {course.applyBy && dates.applyBy && course.applyBy !== dates.applyBy ? (
          <li>
            {t("applyBy", { from: fullDay(course.applyBy, locale), to: fullDay(dates.applyBy, locale) })}
          </li>
        ) : null}
        {skipped.length > 0 ? (
          <li>
            {t("skips", {
              days: skipped
                .map((h) =>
                  t("holiday", { day: shortDay(h.day, locale), name: inLanguage(h.name, locale).text }),
                )
                .join(" · "),
            })}
          </li>
        ) : null}
        <li>{t("days", { sessions: days.length })}</li>
        {announced ? <li>{t("told")}</li> : null}
      </ul>
      {dates.startsOn < today ? (
        <Notice tone="attention">
          {dates.endsOn >= today
            ? t("pastPartly", { day: fullDay(today, locale) })
            : course.scheduledBy === null
              ? t("past")
              : w("heldAlready")}
        </Notice>
      ) : null}
      {asksAgain ? <Notice tone="attention">{w("asksAgain")}</Notice> : null}
      {froms.length > 0 ? (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t("from")}</th>
              <th scope="col">{t("to")}</th>
              <th scope="col">{t("count")}</th>
            </tr>
          </thead>
          <tbody>
            {froms.map((from) => {
              const there = days.filter((d) => d.from === from);
              return (
                <tr key={from}>
                  <td data-label={t("from")}>{inYear(from, locale)}</td>
                  <td data-label={t("to")}>{inYear(there[0]!.to, locale)}</td>
                  <td data-label={t("count")}>{there.length}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
      {move.clashes.length > 0 ? (
        <Notice tone="stop" title={t("inTheWay")}>
          <Clashes codes={move.clashes} />
        </Notice>
      ) : (
        <MoveForm>
          <Hidden name="courseId" value={course.id} />
          <Hidden name="startsOn" value={chosen} />
          <Hidden name="foreseen" value={move.foreseen} />
          <div>
            <Submit busy={t("moving")}>{t("now")}</Submit>
          </div>
        </MoveForm>
      )}
    </section>
  );
}
