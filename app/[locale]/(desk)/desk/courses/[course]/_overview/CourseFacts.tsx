import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ToolBadges } from "@/app/_ui/CourseLine";
import { Fact } from "@/app/_ui/Fact";
import { Names } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import { Written } from "@/app/_ui/Written";
import type { Course } from "@/lib/courses/queries";
import { isApproved } from "@/lib/courses/rules";
import { forWhom } from "@/lib/courses/rules/workshops";
import { hours, percent } from "@/lib/i18n/format";
import { dotBetween, type PersonsNames } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import type { Session } from "@/lib/timetable/queries";
import { hoursIn } from "@/lib/timetable/rules/moduleHours";
import { HoursSaid } from "../timetable/HoursSaid";

/** What a course is: its tools, people, hours and rule, and its public page. */
export async function CourseFacts({
  course,
  sessions,
  late,
}: {
  course: Course;
  sessions: readonly Session[];
  /** Who was asked to train and did not answer in time, for whoever can ask them again, or others; else nobody. */
  late: readonly (PersonsNames & { id: number })[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("overview");
  const w = await getTranslations("workshop");
  const record = await getTranslations("record");
  // Of a course that is over, what is not there is not known; it is not to come.
  const [done, toCome] = [true, false].map((gone) => course.trainers.filter((p) => p.done === gone)) as [
    Course["trainers"],
    Course["trainers"],
  ];
  const over = course.state === "closed";
  const isFor = forWhom(course);
  const asked = [...new Map(sessions.flatMap((s) => s.asked.map((one) => [one.id, one]))).values()];
  const waiting = asked.filter((one) => !late.some(({ id }) => id === one.id));
  const planned = hoursIn(
    sessions,
    course.tools.flatMap(({ modules }) => modules),
  );
  return (
    <>
      <dl className="grid gap-4">
        <Fact label={t("tools")}>
          <ToolBadges tools={course.tools} />
        </Fact>
        {isFor.length > 0 ? (
          <Fact label={w("forWhom")}>
            {isFor.map((said) => (
              <span key={said} className="block">
                <Written>{said}</Written>
              </span>
            ))}
          </Fact>
        ) : null}
        <Fact label={t("trainerList")}>
          {toCome.length > 0 ? <Names people={toCome} /> : over ? record("notKnown") : t("none")}
        </Fact>
        {done.length > 0 ? (
          <Fact label={t("trainersDone")}>
            <Names people={done} />
          </Fact>
        ) : null}
        {waiting.length > 0 ? (
          <Fact label={t("askedList")}>
            <Names people={waiting} />
          </Fact>
        ) : null}
        {late.length > 0 ? (
          <Fact label={t("notAnswered")}>
            <Names people={late} />
            <Link
              href={`/desk/courses/${course.id}/trainers`}
              prefetch={false}
              className="flex items-center min-h-11"
            >
              {t("askOthers")}
            </Link>
          </Fact>
        ) : null}
        {course.sharedWith.length > 0 ? (
          <Fact label={(await getTranslations("sharing"))("title")}>
            <Say text={programmeCalled(course.programmeTitle)} />
            <SharedWith course={course} dot />
          </Fact>
        ) : null}
        <Fact label={t("planned")}>
          {over && sessions.length === 0 ? (
            record("notKnown")
          ) : (
            <>
              {hours(planned.all, locale)}
              {sessions.length > 0 ? (
                <span className="quiet block">
                  <HoursSaid planned={planned} />
                </span>
              ) : null}
            </>
          )}
        </Fact>
        <Fact label={t("rule")}>
          {t("ruleAttendance", { percent: percent(course.minAttendance, locale) })}
          {course.minPostTest === null
            ? null
            : `${dotBetween}${t("rulePostTest", { percent: percent(course.minPostTest, locale) })}`}
          {course.microTeaching ? `${dotBetween}${t("ruleMicroTeaching")}` : null}
          {course.excusedLeftOut ? `${dotBetween}${t("ruleExcused")}` : null}
          {course.joinersFromStart ? `${dotBetween}${t("ruleJoiners")}` : null}
        </Fact>
        {course.costs ? (
          <Fact label={t("costs")}>
            <Say text={course.costs} />
          </Fact>
        ) : null}
      </dl>
      {course.state === "draft" || !isApproved(course) ? null : (
        <Link href={`/courses/${course.slug}`} prefetch={false}>
          {t("publicPage")}
        </Link>
      )}
    </>
  );
}
