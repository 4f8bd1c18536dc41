import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import type { DeskCourse } from "@/lib/courses/queries";
import { isTentative } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import { ConfirmForm } from "./confirmForm";

/** That it is not certain yet whether a course takes place, how many have a place, and from its day on the decision. */
export async function GoAhead({
  course,
  decides,
  today,
}: {
  course: DeskCourse;
  /** True for whoever coordinates it. */
  decides: boolean;
  today: string;
}) {
  if (!isTentative(course) || course.decideBy === null) return null;
  const locale = await getLocale();
  const t = await getTranslations("goAhead");
  const due = course.decideBy <= today;
  const enough = course.seatsTaken >= (course.minimumPeople ?? 0);
  return (
    <section id="decide" tabIndex={-1}>
      <Notice tone={due ? "attention" : undefined} title={t("tentative")}>
        <p>
          {t("stands", {
            people: course.seatsTaken,
            minimum: course.minimumPeople ?? 0,
            day: fullDay(course.decideBy, locale),
          })}
        </p>
        {decides && course.state === "open" ? (
          <>
            <p>{due ? t(enough ? "askEnough" : "askTooFew") : t("early")}</p>
            {/* One under the other: while the first is sent it is shorter, and a second tap must not fall on the way to cancel. */}
            <div className="grid justify-items-start gap-4 pt-2">
              <ConfirmForm>
                <Hidden name="courseId" value={course.id} />
                <Submit tone={due && enough ? "main" : "quiet"} busy={t("saving")}>
                  {t("confirm")}
                </Submit>
              </ConfirmForm>
              <Link
                href={`/desk/courses/${course.id}?ask=cancelled#ask`}
                prefetch={false}
                scroll={false}
                className="button"
              >
                {t("cancel")}
              </Link>
            </div>
          </>
        ) : null}
      </Notice>
    </section>
  );
}
