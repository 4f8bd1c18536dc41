import { getTranslations } from "next-intl/server";
import { requireContext } from "@/app/_server/context";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { AttendanceLine, CertificateLinks } from "@/app/_ui/FollowedCourse";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Say } from "@/app/_ui/Say";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import * as gate from "@/lib/access/gate";
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
  return (
    <>
      <PageHead title={t("title")} />
      {registrations.length === 0 ? (
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
