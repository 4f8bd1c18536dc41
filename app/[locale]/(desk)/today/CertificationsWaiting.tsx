import Link from "next/link";
import { useTranslations } from "next-intl";
import type { WaitingCounts } from "@/lib/stages/queries/waits";

/** How many recommendations, certifications from before and certifications that rest on what was struck out wait for a decision of the viewer; nothing where none does. */
export function CertificationsWaiting({ counts }: { counts: WaitingCounts }) {
  const t = useTranslations("today");
  const { recommended, renewals, before, doubted } = counts;
  if (recommended + renewals + before + doubted === 0) return null;
  return (
    <Link href="/desk/certifications" prefetch={false} className="card grid gap-1">
      {recommended > 0 ? <span>{t("certifications", { count: recommended })}</span> : null}
      {renewals > 0 ? <span>{t("renewals", { count: renewals })}</span> : null}
      {doubted > 0 ? <span>{t("doubted", { count: doubted })}</span> : null}
      {before > 0 ? <span>{t("before", { count: before })}</span> : null}
    </Link>
  );
}
