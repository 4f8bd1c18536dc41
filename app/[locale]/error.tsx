"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** A page that failed: what happened, that nothing was lost, a number to quote, the way back. It is heard and has the focus. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("error");
  const heading = useRef<HTMLHeadingElement>(null);
  const title = t("title");
  useEffect(() => {
    const before = document.title;
    document.title = title;
    heading.current?.focus();
    return () => {
      document.title = before;
    };
  }, [title]);
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-10 grid gap-4 justify-items-start">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{t("text")}</p>
      {error.digest ? (
        <p>
          {t("number")} <bdi className="font-mono">{error.digest}</bdi>
        </p>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <button type="button" className="button-main" onClick={reset}>
          {t("again")}
        </button>
        <a href="/today" className="button">
          {t("toToday")}
        </a>
      </p>
    </main>
  );
}
