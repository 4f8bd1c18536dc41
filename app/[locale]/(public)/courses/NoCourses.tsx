import { useTranslations } from "next-intl";
import { Empty } from "@/app/_ui/kit/Empty";

/** What the catalogue says where nothing fits. */
export function NoCourses({ filtered }: { filtered: boolean }) {
  const t = useTranslations("catalogue");
  return filtered ? (
    <Empty title={t("noneFits")}>
      <a href="/courses" className="button">
        {t("showAll")}
      </a>
    </Empty>
  ) : (
    <Empty title={t("none")}>{t("noneYet")}</Empty>
  );
}
