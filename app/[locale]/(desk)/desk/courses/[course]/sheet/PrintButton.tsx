"use client";

import { useTranslations } from "next-intl";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";

/** Opens the browser's print window; without scripts it says which keys do. */
export function PrintButton() {
  const t = useTranslations("sheet");
  return useInBrowser() ? (
    <button type="button" className="button-main" onClick={() => window.print()}>
      {t("print")}
    </button>
  ) : (
    <p className="font-semibold">{t("keys")}</p>
  );
}
