"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import "./progress.css";

/** That something takes longer than a second, and how far it is where that is known. */
export function Progress({
  label,
  done,
  all,
}: {
  /** What is under way. */
  label: string;
  done?: number;
  all?: number;
}) {
  const t = useTranslations("parts");
  const id = useId();
  const known = done !== undefined && all !== undefined && all > 0;
  return (
    <div className="progress" data-kit="progress">
      <p className="progress-line">
        <span id={id}>{label}</span>
        {known ? <span className="progress-number">{t("doneOf", { done, all })}</span> : null}
      </p>
      <progress aria-labelledby={id} max={known ? all : undefined} value={known ? done : undefined} />
    </div>
  );
}
