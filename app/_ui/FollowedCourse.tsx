import { useLocale, useTranslations } from "next-intl";
import { statusOn } from "@/lib/certificates/rules";
import { hours, percent } from "@/lib/i18n/format";
import type { FollowedRegistration } from "@/lib/registrations/queries";
import { Serial } from "./Serial";
import { CertificateBadge } from "./StateBadges";

/** How much of a course somebody attended so far. */
export function AttendanceLine({
  registration,
}: {
  registration: Pick<FollowedRegistration, "attendedMinutes" | "plannedMinutes">;
}) {
  const locale = useLocale();
  const t = useTranslations("follow");
  if (registration.plannedMinutes === 0 || registration.attendedMinutes === 0) return null;
  return (
    <p>
      {t("attended", {
        hours: hours(registration.attendedMinutes, locale),
        planned: hours(registration.plannedMinutes, locale),
        percent: percent(
          Math.floor((registration.attendedMinutes * 100) / registration.plannedMinutes),
          locale,
        ),
      })}
    </p>
  );
}

/** The certificates of a registration, each with its file and its public proof. */
export function CertificateLinks({
  registration,
  today,
  token,
}: {
  registration: Pick<FollowedRegistration, "certificates">;
  today: string;
  token?: string;
}) {
  const t = useTranslations("follow");
  const kind = useTranslations("certificateKind");
  if (registration.certificates.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {registration.certificates.map((c) => {
        const status = statusOn(c, today);
        return (
          <li key={c.serial} className="flex flex-wrap gap-x-3 gap-y-1 items-center">
            <span className="font-semibold">{kind(c.kind)}</span>
            <CertificateBadge status={status} />
            <Serial serial={c.serial} />
            {status === "revoked" || status === "replaced" ? null : (
              <a
                href={`/api/files/certificate/${c.serial}${token ? `?token=${token}` : ""}`}
                className="min-h-11 inline-flex items-center"
              >
                {t("download")}
              </a>
            )}
            <a href={`/verify/${c.serial}`} className="min-h-11 inline-flex items-center">
              {t("verify")}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
