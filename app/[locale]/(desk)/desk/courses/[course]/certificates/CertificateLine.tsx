import { useLocale, useTranslations } from "next-intl";
import { Serial } from "@/app/_ui/Serial";
import { CertificateBadge } from "@/app/_ui/StateBadges";
import type { CompletionPerson } from "@/lib/certificates/queries";
import { statusOn } from "@/lib/certificates/rules";
import { fullDay } from "@/lib/i18n/format";

export type Certificate = CompletionPerson["certificates"][number];

/** A certificate: what it is and is worth, its serial and day, the way to its file and its public proof. */
export function CertificateLine({ certificate, today }: { certificate: Certificate; today: string }) {
  const locale = useLocale();
  const t = useTranslations("certificates");
  const kinds = useTranslations("certificateKind");
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 items-center max-w-none">
      <span>{kinds(certificate.kind)}</span>
      <CertificateBadge status={statusOn(certificate, today)} />
      <Serial serial={certificate.serial} />
      <span className="quiet">{fullDay(certificate.issuedOn, locale)}</span>
      <a href={`/api/files/certificate/${certificate.serial}`}>{t("pdf")}</a>
      <a href={`/verify/${certificate.serial}`}>{t("verify")}</a>
    </p>
  );
}
