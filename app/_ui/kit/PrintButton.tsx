"use client";

import { useTranslations } from "next-intl";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";

/** Opens the browser's print window; without scripts it says which keys do. `main`: what the page is for. */
export function PrintButton({ main = false }: { main?: boolean }) {
  const t = useTranslations("sheet");
  return useInBrowser() ? (
    <button type="button" className={main ? "button-main" : "button"} onClick={() => window.print()}>
      {t("print")}
    </button>
  ) : (
    <p className={main ? "font-semibold" : "quiet print:hidden"}>{t("keys")}</p>
  );
}
