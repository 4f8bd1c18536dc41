import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { courseWords } from "@/app/_words/ofWorkshop";
import type { GrantedCourse } from "@/lib/access/gate";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { DeskCourse } from "@/lib/courses/queries";
import { isApproved } from "@/lib/courses/rules";
import { fullDay, shortDay, weekdayDay } from "@/lib/i18n/format";
import { dotBetween, inLanguage } from "@/lib/i18n/rules";
import { holidaysIn } from "@/lib/places/queries";
import { sameYear } from "@/lib/time/civil";
import { courseMove } from "@/lib/timetable/queries";
import { daysMoved } from "@/lib/timetable/rules";
import { bundled } from "@/lib/timetable/rules/named";
import { MoveForm } from "../timetable/forms";
import { Clashes } from "./Clashes";

/** So much of what one trainer or one room has then is said; the rest is counted. */
const mostOfOne = 3;

/** What the move does, and its button unless something is in the way. */
export async function Foreseen({
  course,
  movable,
  startsOn,
  chosen,
  cx,
  today,
}: {
  course: DeskCourse;
  /** The same course, to move. */
  movable: GrantedCourse<"timetable.edit">;
  startsOn: string;
  chosen: string;
  cx: Context;
  today: string;
}) {
  const locale = await getLocale();
  const t = await courseWords("move", course);
  const errors = await courseWords("errors", course);
  const move = courseMove(cx, movable, chosen);
  if (!move) return null;
  if (move.held) return <Notice tone="attention">{errors("moveAfterRoll")}</Notice>;
  const { dates } = move;
  const unmoved = dates.startsOn === startsOn && dates.endsOn === course.endsOn;
  if (unmoved) return <Notice>{errors("moveNowhere")}</Notice>;
  const days = daysMoved(move.timetable, move.sessions);
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
    !gate.mayIn(cx, "workshop.approve", course);
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
        {course.decideBy && dates.decideBy && course.decideBy !== dates.decideBy ? (
          <li>
            {t("decideBy", { from: fullDay(course.decideBy, locale), to: fullDay(dates.decideBy, locale) })}
          </li>
        ) : null}
        {skipped.length > 0 ? (
          <li>
            {t("skips", {
              days: skipped
                .map((h) =>
                  t("holiday", { day: shortDay(h.day, locale), name: inLanguage(h.name, locale).text }),
                )
                .join(dotBetween),
            })}
          </li>
        ) : null}
        <li>{t("days", { sessions: move.sessions.length })}</li>
        {move.tells + move.trainersTold > 0 ? (
          <li>{t("told", { people: move.tells, trainers: move.trainersTold })}</li>
        ) : null}
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
      {days.length > 0 ? (
        <table className="rows">
          <caption className="sr-only">{t("what")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("from")}</th>
              <th scope="col">{t("to")}</th>
              <th scope="col">{t("count")}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ from, to, sessions }) => (
              <tr key={from}>
                <td data-label={t("from")}>{inYear(from, locale)}</td>
                <td data-label={t("to")}>{inYear(to, locale)}</td>
                <td data-label={t("count")}>{sessions}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {move.clashes.length > 0 ? (
        <Notice tone="stop" title={t("inTheWay")}>
          <div className="grid gap-3">
            {bundled(move.clashes).map((of) => (
              <div key={JSON.stringify(of[0])} className="grid gap-1">
                <Clashes clashes={of.slice(0, mostOfOne)} />
                {/* Beneath the text of its lines: it goes on with these, and not to the next trainer or room. */}
                {of.length > mostOfOne ? (
                  <p className="ps-5">{t("more", { count: of.length - mostOfOne })}</p>
                ) : null}
              </div>
            ))}
          </div>
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
