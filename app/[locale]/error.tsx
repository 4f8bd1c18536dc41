"use client";

import { useTranslations } from "next-intl";

/** A page that failed: what happened, that nothing was lost, a number to quote, the way back. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("error");
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-10 grid gap-4">
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      {error.digest ? (
        <p>
          {t("number")} <bdi className="font-mono">{error.digest}</bdi>
        </p>
      ) : null}
      <p className="flex gap-3">
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
