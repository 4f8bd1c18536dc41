"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { keepUnhurried, useUnhurried } from "@/app/_ui/kit/unhurried";

/** Whether messages with an Undo stay until the next act, instead of going by themselves; kept in this browser. */
export function NoTimeLimits() {
  const t = useTranslations("account");
  const inBrowser = useInBrowser();
  const on = useUnhurried();
  const id = useId();
  // Without JavaScript no message goes by itself, so there is nothing to choose.
  if (!inBrowser) return <p className="quiet">{t("noTimeLimitsAlways")}</p>;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex gap-2 items-start min-h-11 py-2">
        <input
          id={id}
          type="checkbox"
          aria-describedby={`${id}-hint`}
          className="tick-box"
          checked={on}
          onChange={(event) => keepUnhurried(event.target.checked)}
        />
        <span>{t("noTimeLimits")}</span>
      </label>
      <p id={`${id}-hint`} className="quiet">
        {t("noTimeLimitsHint")}
      </p>
    </div>
  );
}
