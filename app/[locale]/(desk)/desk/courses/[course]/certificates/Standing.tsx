import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { useCourseWords } from "@/app/_words/ofWorkshop";
import type { Completion } from "@/lib/certificates/queries";
import { mayPrepare, prepareDays } from "@/lib/certificates/rules/preparing";
import type { Course } from "@/lib/courses/queries";
import { allows, isApproved } from "@/lib/courses/rules";
import { fullDay, hours } from "@/lib/i18n/format";
import { addDays } from "@/lib/time/civil";

/**
 * How the certificates of a course stand, in one place: what they wait for, from when sheets can be prepared, and what is
 * still to come or to be entered for everybody, with where it is entered.
 */
export function Standing({
  course,
  completion,
  today,
}: {
  course: Course;
  completion: Completion;
  today: string;
}) {
  const locale = useLocale();
  const t = useCourseWords("certificates", course);
  const missing = useMissing(course, completion);
  const approved = isApproved(course);
  const from =
    course.state === "running" && course.endsOn && !mayPrepare(course, today)
      ? addDays(course.endsOn, -prepareDays)
      : null;
  if (approved && allows(course.state, "certify")) return null;
  return (
    <Notice tone={approved ? "info" : "attention"}>
      <span className="grid gap-1">
        <span>
          {t(approved ? "whenClosed" : "whenApproved")}{" "}
          {from === null ? null : t("prepareFrom", { day: fullDay(from, locale) })}
        </span>
        {missing}
      </span>
    </Notice>
  );
}

/** What is missing for everybody of a course under way, in a line; null where nothing is. */
function useMissing(course: Course, completion: Completion) {
  const locale = useLocale();
  const t = useTranslations("certificatePage.stillMissing");
  const { everyone, rollsMissing, minutesToCome } = completion;
  const base = `/desk/courses/${course.id}`;
  // Whom no score brings to a certificate any more, nobody waits for.
  const without = (kind: "postTest" | "microTeaching") =>
    everyone.filter((person) => person[kind] === null && person.canPass).length;
  const posts = course.minPostTest === null ? 0 : without("postTest");
  const teachings = course.microTeaching ? without("microTeaching") : 0;
  const parts = [
    rollsMissing > 0 ? (
      <Link key="rolls" href={`${base}/roll`} prefetch={false}>
        {t("rolls", { count: rollsMissing })}
      </Link>
    ) : null,
    posts > 0 ? (
      <Link key="posts" href={`${base}/tests`} prefetch={false}>
        {t("postTest", { count: posts })}
      </Link>
    ) : null,
    teachings > 0 ? (
      <Link key="teachings" href={`${base}/tests`} prefetch={false}>
        {t("microTeaching", { count: teachings })}
      </Link>
    ) : null,
    minutesToCome > 0 ? (
      <span key="toCome">{t("toCome", { hours: hours(minutesToCome, locale) })}</span>
    ) : null,
  ].filter((part) => part !== null);
  if (course.state !== "running" || parts.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span>{t("title")}</span>
      {parts}
    </span>
  );
}
