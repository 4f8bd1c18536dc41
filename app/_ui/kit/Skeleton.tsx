"use client";

import { useTranslations } from "next-intl";
import "./skeleton.css";

const shapes = {
  /** Rows of a table with a head. */
  table: ["skeleton-head", ...Array.from({ length: 8 }, () => "skeleton-row")],
  /** A few lines of text. */
  lines: ["skeleton-title", "skeleton-line", "skeleton-line", "skeleton-line skeleton-short"],
  /** Fields with their labels. */
  form: Array.from({ length: 4 }, () => "skeleton-field"),
};

/** What will be here, in the shape to come; seen after 300 ms, so that what comes sooner does not flicker. */
export function Skeleton({ shape = "table" }: { shape?: keyof typeof shapes }) {
  const t = useTranslations("parts");
  return (
    <div className="skeleton" data-kit="skeleton">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      {shapes[shape].map((look, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are alike, and stay as they are
        <div key={i} aria-hidden className={look} />
      ))}
    </div>
  );
}
