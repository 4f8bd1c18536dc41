"use client";

import { useTranslations } from "next-intl";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";

/** Opens the browser's print window; without scripts it says which keys do, or nothing where printing is beside the point (`quiet`). */
export function PrintButton({ quiet = false }: { quiet?: boolean }) {
  const t = useTranslations("sheet");
  return useInBrowser() ? (
    <button type="button" className={quiet ? "button" : "button-main"} onClick={() => window.print()}>
      {t("print")}
    </button>
  ) : quiet ? null : (
    <p className="font-semibold">{t("keys")}</p>
  );
}
