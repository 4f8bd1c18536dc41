import Link from "next/link";
import { useTranslations } from "next-intl";
import { PublicFrame } from "@/app/_ui/Frame";
import { Empty } from "@/app/_ui/parts";

/** What isn't there, or isn't for this viewer: the two look the same. */
export default function NotFound() {
  const t = useTranslations("error");
  return (
    <PublicFrame>
      <h1 className="mb-4">{t("notFoundTitle")}</h1>
      <Empty title={t("notFound")}>
        <Link href="/courses" prefetch={false} className="button">
          {t("toCourses")}
        </Link>
        <Link href="/today" prefetch={false} className="button">
          {t("toToday")}
        </Link>
      </Empty>
    </PublicFrame>
  );
}
