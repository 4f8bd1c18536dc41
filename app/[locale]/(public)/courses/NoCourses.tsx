import { useLocale, useTranslations } from "next-intl";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";

/** What the catalogue says where nothing fits. */
export function NoCourses({ filtered }: { filtered: boolean }) {
  const locale = useLocale();
  const t = useTranslations("catalogue");
  return filtered ? (
    <Empty title={t("noneFits")}>
      <a href={addressWith("/courses", { lang: locale })} className="button">
        {t("showAll")}
      </a>
    </Empty>
  ) : (
    <Empty title={t("none")}>{t("noneYet")}</Empty>
  );
}
