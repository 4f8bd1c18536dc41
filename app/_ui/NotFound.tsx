import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Empty } from "./kit/Empty";

/** What isn't there, or isn't for this viewer: the two look the same. `children`: said below it. */
export function NotFound({ children }: { children?: ReactNode }) {
  const t = useTranslations("error");
  const frame = useTranslations("frame");
  return (
    <>
      <title>{`${t("notFoundTitle")} · ${frame("name")}`}</title>
      <h1 className="mb-4">{t("notFoundTitle")}</h1>
      <Empty title={t("notFound")}>
        <p>{t("notFoundNext")}</p>
        <div className="flex flex-wrap gap-3 justify-center">
          <a href="/courses" className="button">
            {t("toCourses")}
          </a>
          <a href="/today" className="button">
            {t("toToday")}
          </a>
          <a href="/contact" className="button">
            {t("toContact")}
          </a>
        </div>
      </Empty>
      {children}
    </>
  );
}
