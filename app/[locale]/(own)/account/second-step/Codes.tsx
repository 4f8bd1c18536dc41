"use client";

import { useTranslations } from "next-intl";
import { CopyText } from "@/app/_ui/CopyText";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";

/** Recovery codes, shown once: to print, to copy or to write down. */
export function Codes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("secondStep");
  const inBrowser = useInBrowser();
  return (
    <div className="grid gap-3">
      <p>{t("codesHere")}</p>
      <ul
        dir="ltr"
        className="grid gap-x-6 gap-y-1 grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] font-mono"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <CopyText text={codes.join("\n")} label={t("copyCodes")} done={t("codesCopied")} />
        {inBrowser ? (
          <p>
            <button type="button" className="button" onClick={() => window.print()}>
              {t("printCodes")}
            </button>
          </p>
        ) : null}
      </div>
    </div>
  );
}
