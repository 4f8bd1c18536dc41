import { getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { AttendanceLine, CertificateLinks } from "@/app/_ui/FollowedCourse";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Say } from "@/app/_ui/Say";
import { CourseBadge, RegistrationBadge } from "@/app/_ui/StateBadges";
import * as gate from "@/lib/access/gate";
import { ownTaught } from "@/lib/courses/queries";
import { ownRegistrations } from "@/lib/registrations/queries";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";

export const generateMetadata = async () => ({ title: (await getTranslations("my"))("title") });

/** One's own courses: state, attendance, certificates. */
export default async function MyCourses() {
  const cx = await requireContext("account.own", "/my");
  const t = await getTranslations("my");
  const today = dayAt(clock(), "UTC");
  const registrations = cx.viewer.personId === null ? [] : ownRegistrations(cx, gate.self(cx));
  const trained = cx.viewer.personId === null ? [] : ownTaught(cx, gate.self(cx));
  return (
    <>
      <PageHead title={t("title")} />
      {trained.length > 0 ? (
        <section className="grid gap-3 mb-8" aria-labelledby="trained">
          <h2 id="trained">{t("trained")}</h2>
          <ul className="grid gap-3">
            {trained.map((course) => (
              <li key={course.id} className="card flex flex-wrap gap-3 items-start justify-between">
                <div>
                  <h3>
                    <a href={`/desk/courses/${course.id}`}>
                      <Say text={course.title} />
                    </a>
                  </h3>
                  <p className="quiet">
                    <CourseDates course={{ ...course, year: null, datesNote: null }} />
                  </p>
                </div>
                <CourseBadge state={course.state} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {trained.length > 0 && registrations.length > 0 ? <h2 className="mb-3">{t("taken")}</h2> : null}
      {registrations.length === 0 && trained.length === 0 ? (
        <Empty title={t("none")}>
          <a href="/courses" className="button-main">
            {t("find")}
          </a>
        </Empty>
      ) : null}
      <ul className="grid gap-3">
        {registrations.map((r) => (
          <li key={r.id} className="card grid gap-2">
            <div className="flex flex-wrap gap-3 items-start justify-between">
              <h2 className="text-base">
                <a href={`/registrations/${r.token}`}>
                  <Say text={r.title} />
                </a>
              </h2>
              <RegistrationBadge state={r.state} />
            </div>
            <p className="quiet">
              <CourseDates course={r} /> · <CoursePlace course={r} />
            </p>
            <AttendanceLine registration={r} />
            <CertificateLinks registration={r} today={today} />
          </li>
        ))}
      </ul>
    </>
  );
}
