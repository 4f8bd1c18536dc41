import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { Submit, TextField } from "@/app/_ui/form/fields";
import { courseWords } from "@/app/_words/ofWorkshop";
import type { DeskCourse } from "@/lib/courses/queries";
import type { CourseState } from "@/lib/courses/rules";
import { firstDayCame } from "@/lib/courses/rules/workshops";
import { languageName, list, weekdayDay } from "@/lib/i18n/format";
import { isolate, type Locale, nameFor } from "@/lib/i18n/rules";
import { dayAt } from "@/lib/time/zone";
import { stepName } from "../_head/stepName";
import { asked, StepForm } from "./NextSteps";

/** A step back, or the end for good, once it was asked for in the menu: what it does, and the button that does it. */
export async function AskedStep({
  course,
  to,
  registered,
  languages,
}: {
  course: DeskCourse;
  to: CourseState;
  /** People who registered. */
  registered: number;
  /** In which languages those are written to who are told. */
  languages: readonly Locale[];
}) {
  const t = await courseWords("overview", course);
  const parts = await getTranslations("parts");
  const name = await stepName(course, to);
  const cancels = to === "cancelled";
  const locale = await getLocale();
  const trainers = course.trainers
    .filter(({ done }) => !done)
    .map((person) => isolate(nameFor(person, locale), locale));
  // A reason is not translated: whoever types it should know who reads what around it.
  const asTyped = languages.some((language) => language !== locale)
    ? t("reasonAsTyped", {
        languages: list(
          languages.map((language) => languageName(language, locale)),
          locale,
        ),
      })
    : null;
  const begun =
    course.startsOn !== null && firstDayCame(course, dayAt((await currentContext()).now, course.zone));
  const will = cancels
    ? [
        ...(begun
          ? [t("cancelling.begun", { day: isolate(weekdayDay(course.startsOn!, locale), locale) })]
          : []),
        t("cancelling.told", { count: registered }),
        ...(trainers.length > 0 ? [t("cancelling.trainers", { names: list(trainers, locale) })] : []),
        t("cancelling.page"),
        t("cancelling.final"),
      ]
    : [t(`goMeans.${course.state === "closed" ? "reopened" : (to as "draft" | "open" | "running")}`)];
  return (
    <section id="ask" tabIndex={-1} className="card grid gap-4" aria-labelledby="ask-title">
      <h2 id="ask-title">{cancels ? (await asked({ course, to: "cancelled" })).title : name}</h2>
      <ul className="list-disc ps-5">
        {will.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <StepForm course={course} to={to} className="grid gap-4">
        {cancels ? (
          <TextField
            name="reason"
            label={t("reason")}
            hint={[t("reasonHint"), asTyped].filter(Boolean).join(" ")}
          />
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Submit tone={cancels ? "stop" : "quiet"} busy={t("saving")}>
            {cancels && course.scheduledBy === null ? t("cancelNow") : name}
          </Submit>
          <Link href={`/desk/courses/${course.id}`} prefetch={false} scroll={false} className="button">
            {parts("back")}
          </Link>
        </div>
      </StepForm>
    </section>
  );
}
