import Link from "next/link";
import { useTranslations } from "next-intl";

/** How many recommendations for certification wait for a decision; nothing where none does. */
export function CertificationsWaiting({ count }: { count: number }) {
  const t = useTranslations("today");
  return count === 0 ? null : (
    <p className="card">
      <Link href="/desk/certifications" prefetch={false}>
        {t("certifications", { count })}
      </Link>
    </p>
  );
}
