"use client";

import { useTranslations } from "next-intl";
import { CopyText } from "@/app/_ui/CopyText";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";

/** A code in the two halves that it may be broken between; the dash ends the first. */
const halvesOf = (code: string) => code.match(/^(?:\w{4}-){3}|.+$/g) ?? [code];

/** Recovery codes, shown once: to print, to copy, to save or to write down. `stay`: the page shows them for some minutes. */
export function Codes({ codes, stay = false }: { codes: readonly string[]; stay?: boolean }) {
  const t = useTranslations("secondStep");
  const inBrowser = useInBrowser();
  return (
    <div className="grid gap-3">
      <p>{t(stay ? "codesHereStay" : "codesHere")}</p>
      {/* Numbered, each on one line of a phone; where letters are larger it goes on at its middle. */}
      <ol
        dir="ltr"
        className="list-decimal ps-7 grid gap-x-6 gap-y-2 grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] font-mono text-[0.8125rem]"
      >
        {codes.map((code) => (
          <li key={code}>
            {halvesOf(code).map((half) => (
              <span key={half} className="inline-block">
                {half}
              </span>
            ))}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3">
        <CopyText text={codes.join("\n")} label={t("copyCodes")} done={t("codesCopied")} />
        <p>
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${t("codes")}\n\n${codes.join("\n")}\n`)}`}
            download="cascade-recovery-codes.txt"
            className="button"
          >
            {t("saveCodes")}
          </a>
        </p>
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
