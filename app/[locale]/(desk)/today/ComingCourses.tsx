import { useTranslations } from "next-intl";
import { CourseDates } from "@/app/_ui/CourseLine";
import { Empty } from "@/app/_ui/Empty";
import { Say } from "@/app/_ui/Say";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import type { registrationsOf } from "@/lib/registrations/queries";

/** The courses that the viewer takes part in and that are not over. */
export function ComingCourses({ registrations }: { registrations: ReturnType<typeof registrationsOf> }) {
  const t = useTranslations("today");
  return (
    <>
      {registrations.length === 0 ? (
        <Empty title={t("noCourses")}>
          <a href="/courses" className="button-main">
            {t("findCourse")}
          </a>
        </Empty>
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
          </li>
        ))}
      </ul>
    </>
  );
}
