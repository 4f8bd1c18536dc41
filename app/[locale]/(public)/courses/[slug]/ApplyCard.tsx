import { CalendarPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { addressIn } from "@/app/_server/shared";
import { DotMatrix } from "@/app/_ui/kit/DotMatrix";
import { Notice } from "@/app/_ui/kit/Notice";
import type { Course } from "@/lib/courses/queries";
import type { ShownState } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/rules";
import { freePlaces } from "@/lib/registrations/rules";
import type { Session } from "@/lib/timetable/queries";
import { usePlacesLeft } from "../Places";
import { CourseFacts } from "./CourseFacts";

/** What decides whether a course is for one, with the one button; under the title on a phone, beside the text elsewhere. */
export function ApplyCard({
  course,
  state,
  calendar,
  sessions,
}: {
  course: Course;
  state: ShownState;
  /** True where there are sessions to put into a calendar. */
  calendar: boolean;
  sessions: readonly Session[];
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("course");
  const c = useTranslations("calendars");
  // A calendar that follows it asks again and again, where a file is put in once.
  const followed = addressIn(`/api/files/calendar/${course.slug}`, locale).replace(/^https?:/, "webcal:");
  return (
    <aside className="card apply-card">
      {state === "open" ? (
        <Apply course={course} />
      ) : state === "registration_over" ? (
        <Notice>{t("registrationOver")}</Notice>
      ) : null}
      <CourseFacts course={course} sessions={sessions} />
      {calendar ? (
        <p className="apply-card-foot">
          <a href={`/api/files/calendar/${course.slug}`} className="button">
            <CalendarPlus size={18} aria-hidden />
            {t("calendar")}
          </a>
          <a href={followed} className="inline-flex items-center min-h-11">
            {c("public")}
          </a>
        </p>
      ) : null}
    </aside>
  );
}

/** Places in a number, in words and as dots, until when, and the button. */
function Apply({ course }: { course: Course }) {
  const locale = useLocale();
  const t = useTranslations("course");
  const p = useTranslations("public");
  const c = useTranslations("catalogue");
  const left = usePlacesLeft();
  const { capacity, seatsTaken, placesLeft, admission } = course;
  return (
    <div className="grid gap-3">
      <p className="text-lg font-semibold">{left(course)}</p>
      {admission === "selection" ? <p className="quiet">{c("selectionHow", { capacity })}</p> : null}
      <DotMatrix
        label={p("placesTaken", { taken: seatsTaken, capacity })}
        groups={[
          { kind: "in", count: seatsTaken },
          { kind: "free", count: freePlaces(capacity, seatsTaken) },
        ]}
        perRow={25}
      />
      <a href={`/courses/${course.slug}/register`} className="button-main apply-card-button">
        {admission === "selection" ? t("apply") : placesLeft > 0 ? t("register") : t("joinWaitingList")}
      </a>
      {course.applyBy ? (
        <p className="quiet">{c(`lastDay.${admission}`, { day: fullDay(course.applyBy, locale) })}</p>
      ) : null}
    </div>
  );
}
