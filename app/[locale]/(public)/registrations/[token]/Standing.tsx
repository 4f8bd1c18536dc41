import { useLocale, useTranslations } from "next-intl";
import { Fact } from "@/app/_ui/Fact";
import { AttendanceLine, CertificateLinks } from "@/app/_ui/FollowedCourse";
import { Notice } from "@/app/_ui/Notice";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import { moment } from "@/lib/i18n/format";
import type { followRegistration } from "@/lib/registrations/queries";

export type Followed = ReturnType<typeof followRegistration>;

/** How a registration stands and what happens next, with attendance and certificates. */
export function Standing({ registration, today }: { registration: Followed; today: string }) {
  const locale = useLocale();
  const t = useTranslations("follow");
  return (
    <div className="card grid gap-3">
      <p className="flex flex-wrap gap-3 items-center">
        <RegistrationBadge state={registration.state} />
        <Written className="font-semibold">{registration.name}</Written>
      </p>
      {registration.courseState === "cancelled" ? (
        <Notice tone="stop" title={t("courseCancelled")}>
          <Written>{registration.courseReason}</Written>
        </Notice>
      ) : (
        <p className="text-lg">
          {t(`next.${registration.state}`, { place: registration.waitingNumber ?? 0 })}
        </p>
      )}
      <dl className="grid gap-3 sm:grid-cols-2">
        <Fact label={t("number")}>
          <bdi dir="ltr" className="font-mono">
            {registration.courseId}-{registration.number}
          </bdi>
        </Fact>
        <Fact label={t("registeredAt")}>{moment(registration.registeredAt, registration.zone, locale)}</Fact>
      </dl>
      <AttendanceLine registration={registration} />
      <CertificateLinks registration={registration} today={today} token={registration.token} />
    </div>
  );
}
