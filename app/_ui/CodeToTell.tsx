"use client";

import { useLocale, useTranslations } from "next-intl";
import { isolate, type Locale } from "@/lib/i18n/rules";

/** A code that is shown once, to be handed to somebody, and how they use it. */
export function CodeToTell({ code, identifier }: { code: string; identifier: string }) {
  const t = useTranslations("person");
  const locale = useLocale() as Locale;
  return (
    <div className="grid gap-2">
      <p>{t("codeReady")}</p>
      <p>
        <bdi dir="ltr" className="font-mono text-2xl select-all" data-code={code}>
          {code.replace(/(.{4})(?=.)/g, "$1 ")}
        </bdi>
      </p>
      <p className="quiet">{t("codeUse", { identifier: isolate(identifier, locale) })}</p>
    </div>
  );
}
