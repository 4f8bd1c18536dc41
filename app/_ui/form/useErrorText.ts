"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { FaultParam, FieldFault } from "@/lib/faults";
import { fullDay, shortDay } from "@/lib/i18n/format";
import { inLanguage, type Locale, readTexts } from "@/lib/i18n/rules";
import { isCivilDay } from "@/lib/time/civil";

/** A value in a message as people read it: days by the calendar, texts in the reader's language, names apart. */
function spoken(name: string, value: FaultParam, locale: Locale): FaultParam {
  if (typeof value === "number") return value;
  if (isCivilDay(value)) return name === "weekday" ? shortDay(value, locale) : fullDay(value, locale);
  const text = readTexts(value);
  // Isolated, so that a name in another script does not turn the sentence around it.
  return text ? `\u2068${inLanguage(text, locale).text}\u2069` : value;
}

/** The sentence of a fault in the reader's language; days in it as people read them. */
export function useErrorText(): (fault: FieldFault) => string {
  const t = useTranslations("errors");
  const locale = useLocale() as Locale;
  return useCallback(
    ({ code, params }: FieldFault) => {
      const shown = Object.fromEntries(
        Object.entries<FaultParam>(params ?? {}).map(([name, value]) => [name, spoken(name, value, locale)]),
      );
      return t.has(code as "required") ? t(code as "required", shown) : t("unexpected", { number: code });
    },
    [t, locale],
  );
}
