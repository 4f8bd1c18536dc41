import { useTranslations } from "next-intl";
import { Empty } from "@/app/_ui/kit/Empty";
import { PublicFrame } from "@/app/_ui/PublicFrame";

/** What isn't there, or isn't for this viewer: the two look the same. */
export default function NotFound() {
  const t = useTranslations("error");
  const frame = useTranslations("frame");
  return (
    <PublicFrame>
      <title>{`${t("notFoundTitle")} · ${frame("name")}`}</title>
      <h1 className="mb-4">{t("notFoundTitle")}</h1>
      <Empty title={t("notFound")}>
        <a href="/courses" className="button">
          {t("toCourses")}
        </a>
        <a href="/today" className="button">
          {t("toToday")}
        </a>
      </Empty>
    </PublicFrame>
  );
}
