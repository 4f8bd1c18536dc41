import { useTranslations } from "next-intl";
import { CourseDates } from "@/app/_ui/CourseLine";
import { AttendanceLine } from "@/app/_ui/FollowedCourse";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextSession } from "@/app/_ui/NextSession";
import { Say } from "@/app/_ui/Say";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import type { OwnRegistration } from "@/lib/registrations/queries";

/** The courses that the viewer takes part in and that are not over, each with when and where they are to be next and how much they attended; where there are others (`past`), the way to them. */
export function ComingCourses({
  registrations,
  past,
}: {
  registrations: readonly OwnRegistration[];
  past: number;
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
            <RegistrationBadge state={r.state} />
            {r.nextSession ? (
              <dl className="basis-full">
                <NextSession
                  registration={r}
                  label={follow(r.courseState === "running" ? "nextSession" : "firstSession")}
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
