import { useTranslations } from "next-intl";
import { CourseDates } from "@/app/_ui/CourseLine";
import { AttendanceLine } from "@/app/_ui/FollowedCourse";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextSession } from "@/app/_ui/NextSession";
import { standingOf, WhatIsAwaited } from "@/app/_ui/OwnStanding";
import { Say } from "@/app/_ui/Say";
import { OwnStateBadge } from "@/app/_ui/StateBadges";
import type { CourseState } from "@/lib/courses/rules";
import type { OwnRegistration } from "@/lib/registrations/queries";

/** What the session that comes next is called, by the state of its course. */
const firstOrNext: Partial<Record<CourseState, "nextSession" | "firstPlanned">> = {
  running: "nextSession",
  draft: "firstPlanned",
};

/** The courses that the viewer takes part in and that are not over, each with when and where they are to be next and how much they attended; where there are others (`past`), the way to them. */
export function ComingCourses({
  registrations,
  past,
  today,
}: {
  registrations: readonly OwnRegistration[];
  past: number;
  today: string;
}) {
  const t = useTranslations("today");
  const follow = useTranslations("follow");
  return (
    <>
      {registrations.length === 0 ? (
        <Empty title={t(past > 0 ? "noComingCourses" : "noCourses")}>
          {past > 0 ? (
            <a href="/my" className="button-main">
              {t("pastCourses")}
            </a>
          ) : null}
          <a href="/courses" className={past > 0 ? "button" : "button-main"}>
            {t("findCourse")}
          </a>
        </Empty>
      ) : null}
      {past > 0 && registrations.length > 0 ? (
        <p>
          <a href="/my">{t("pastCourses")}</a>
        </p>
      ) : null}
      <ul className="grid gap-2">
        {registrations.map((r) => (
          <li key={r.id} className="card flex flex-wrap gap-3 items-center justify-between">
            <span>
              <a href={`/registrations/${r.token}`} className="font-semibold">
                <Say text={r.title} />
              </a>
              <span className="quiet block">
                <CourseDates course={r} />
              </span>
            </span>
            <OwnStateBadge state={standingOf(r, today)} />
            <p className="quiet basis-full empty:hidden">
              <WhatIsAwaited registration={r} today={today} />
            </p>
            {r.nextSession ? (
              <dl className="basis-full">
                <NextSession
                  registration={r}
                  label={follow(firstOrNext[r.courseState] ?? "firstSession")}
                  today={today}
                />
              </dl>
            ) : null}
            {r.courseState === "running" ? (
              <div className="basis-full">
                <AttendanceLine registration={r} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
