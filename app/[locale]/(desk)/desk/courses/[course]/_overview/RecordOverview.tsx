import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CoursePlace, ToolBadges } from "@/app/_ui/CourseLine";
import { CourseRecord } from "@/app/_ui/CourseRecord";
import { Fact } from "@/app/_ui/Fact";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import { Written } from "@/app/_ui/Written";
import type { Course } from "@/lib/courses/queries";
import { languageName, list } from "@/lib/i18n/format";
import { programmeCalled } from "@/lib/programmes/rules";
import { RecordPutBackForm, RecordTakeOutForm } from "../../record/forms";
import { RecordNumbers } from "./RecordNumbers";

/** The overview of a course known only by numbers: what is known, and what it rests on. Nothing that only a course of people has. */
export async function RecordOverview({ course, mayEdit }: { course: Course; mayEdit: boolean }) {
  const locale = await getLocale();
  const t = await getTranslations("record");
  const labels = await getTranslations("course");
  const overview = await getTranslations("overview");
  const takenOut = course.state === "cancelled";
  return (
    <div className="grid gap-8 items-start lg:grid-cols-[2fr_1fr]">
      <div className="grid gap-6 content-start">
        <h2>{overview("record")}</h2>
        {takenOut ? (
          <Notice tone="stop" title={t("takenOutTitle")}>
            <p>
              <Written>{course.stateReason}</Written>
            </p>
            <p>{t("takenOutMeans")}</p>
          </Notice>
        ) : null}
        {takenOut && mayEdit ? (
          <RecordPutBackForm>
            <Hidden name="courseId" value={course.id} />
            <div>
              <Submit busy={overview("saving")}>{t("putBack")}</Submit>
            </div>
          </RecordPutBackForm>
        ) : null}
        {course.description ? (
          <p className="whitespace-pre-line">
            <Say text={course.description} />
          </p>
        ) : null}
        <RecordNumbers course={course} />
        <CourseRecord course={course} />
        {mayEdit && !takenOut ? (
          <details className="card">
            <summary className="min-h-11 content-center text-stop font-semibold">{t("takeOut")}</summary>
            <RecordTakeOutForm className="grid gap-4 mt-3">
              <Hidden name="courseId" value={course.id} />
              <p>{t("takeOutMeans")}</p>
              <TextField name="reason" label={overview("reason")} hint={t("reasonHint")} />
              <div>
                <Submit tone="stop" busy={overview("saving")}>
                  {t("takeOutNow")}
                </Submit>
              </div>
            </RecordTakeOutForm>
          </details>
        ) : null}
      </div>
      <aside className="card grid gap-4 content-start">
        <dl className="grid gap-4">
          <Fact label={labels("kind")}>{labels(`kindFor.${course.kind}`)}</Fact>
          <Fact label={labels("tools")}>
            {course.tools.length > 0 ? <ToolBadges tools={course.tools} /> : t("notKnown")}
          </Fact>
          <Fact label={labels("where")}>
            <CoursePlace course={course} />
            {course.venue ? (
              <span className="block">
                <Written>{course.venue}</Written>
              </span>
            ) : null}
          </Fact>
          <Fact label={labels("languages")}>
            {course.languages.length > 0
              ? list(
                  course.languages.map((l) => languageName(l, locale)),
                  locale,
                )
              : t("notKnown")}
          </Fact>
          <Fact label={labels("programme")}>
            <Say text={programmeCalled(course.programmeTitle)} />
            {course.sharedWith.length > 0 ? (
              <span className="quiet block">
                <SharedWith course={course} />
              </span>
            ) : null}
          </Fact>
        </dl>
        {takenOut ? null : (
          <Link href={`/courses/${course.slug}`} prefetch={false}>
            {overview("publicPage")}
          </Link>
        )}
        {mayEdit && !takenOut ? (
          <Link href={`/desk/courses/${course.id}/record`} prefetch={false} className="button">
            {t("correct")}
          </Link>
        ) : null}
      </aside>
    </div>
  );
}
