"use client";

import { useTranslations } from "next-intl";
import type { RollRow } from "./RollLine";

/** Marks everybody present who has no mark yet. Until the scripts have come it sends the form. */
export function RestPresent({
  rest,
  inBrowser,
  mark,
}: {
  rest: readonly RollRow[];
  inBrowser: boolean;
  mark: () => void;
}) {
  const t = useTranslations("roll");
  if (rest.length === 0) return null;
  return (
    <button
      type={inBrowser ? "button" : "submit"}
      name="rest"
      value={rest.map((row) => row.id).join(" ")}
      className={`roll-rest ${inBrowser ? "button-main" : "button"} print:hidden`}
      onClick={inBrowser ? mark : undefined}
    >
      {t("restPresent", { count: rest.length })}
    </button>
  );
}
