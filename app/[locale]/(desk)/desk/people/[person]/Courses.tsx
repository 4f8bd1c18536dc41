import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CourseDates } from "@/app/_ui/CourseLine";
import { AttendanceLine, CertificateLinks } from "@/app/_ui/FollowedCourse";
import { Notice } from "@/app/_ui/kit/Notice";
import { Say } from "@/app/_ui/Say";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { lackWords } from "@/app/_words/lacks";
import type { doubtsOf } from "@/lib/certificates/queries";
import type { registrationsOf } from "@/lib/registrations/queries";

/** The courses in which somebody takes part or took part, with their certificates. */
export async function Courses({
  registrations,
  doubts,
  today,
}: {
  registrations: ReturnType<typeof registrationsOf>;
  /** Certificates whose rule is no longer met. */
  doubts: ReturnType<typeof doubtsOf>;
  today: string;
}) {
  const t = await getTranslations("person");
  const kinds = await getTranslations("certificateKind");
  const follow = await getTranslations("follow");
  const why = await lackWords({ plannedMinutes: 0 });
  return (
    <section className="grid gap-3">
      <h2>{t("courses")}</h2>
      {registrations.length === 0 ? <p className="quiet">{t("noCourses")}</p> : null}
      <ul className="grid gap-2">
        {registrations.map((r) => (
          <li key={r.id} className="card grid gap-1">
            <p className="flex flex-wrap gap-3 justify-between max-w-none">
              <Link href={`/desk/courses/${r.courseId}`} prefetch={false} className="font-semibold">
                <Say text={r.title} />
              </Link>
              <RegistrationBadge state={r.state} />
            </p>
            <p className="quiet">
              <CourseDates course={r} short /> · {follow("number")}{" "}
              <bdi dir="ltr" className="font-mono whitespace-nowrap">
                {r.courseId}-{r.number}
              </bdi>
            </p>
            <AttendanceLine registration={r} own={false} />
            <CertificateLinks registration={r} today={today} />
            {doubts
              .filter((d) => d.courseId === r.courseId)
              .map((d) => (
                <Notice key={d.certificate.id} tone="attention" title={t("ruleLost")}>
                  {kinds(d.certificate.kind)} – {d.lacks.map(why).join(" ")}{" "}
                  <Link href={`/desk/courses/${r.courseId}/certificates#decide`} prefetch={false}>
                    {t("decide")}
                  </Link>
                </Notice>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
