"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { wordsOf } from "@/app/_words/fault";
import type { FieldFault } from "@/lib/faults";
import type { Locale } from "@/lib/i18n/rules";

/** The sentence of a fault in the reader's language. */
export function useErrorText(): (fault: FieldFault) => string {
  const t = useTranslations("errors");
  const locale = useLocale() as Locale;
  return useCallback(
    (fault: FieldFault) =>
      t.has(fault.code as "required")
        ? t(fault.code as "required", wordsOf(fault, locale))
        : t("unexpected", { number: fault.code }),
    [t, locale],
  );
}
