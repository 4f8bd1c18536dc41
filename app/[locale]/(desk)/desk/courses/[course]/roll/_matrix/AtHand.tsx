"use client";

import { Clock, Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { labelled } from "@/lib/i18n/rules";

/** How the roll of a session stands: somebody is lacking, nobody is, or it is still to come. */
export type Standing = "due" | "complete" | "comes";

/** The session at hand with how its roll stands, and the button that ends it; always as high, so that no row moves. */
export function AtHand({
  name,
  standing,
  count,
  said,
  markRest,
}: {
  /** Null where none is due and no cell is chosen. */
  name: string | null;
  standing: Standing;
  count: number;
  /** What became of the last mark, and the way back. */
  said: ReactNode;
  markRest: () => void;
}) {
  const t = useTranslations("attendance");
  const roll = useTranslations("roll");
  return (
    <div className="attendance-due" data-standing={name === null ? "complete" : standing}>
      <Clock size={18} className="shrink-0" aria-hidden />
      <p>
        {name === null ? null : <strong>{t(standing, { session: name })}</strong>} {t("keysShort")}
      </p>
      {said}
      {name !== null && standing === "due" ? (
        <button type="button" className="button" onClick={markRest}>
          {roll("restPresent", { count })}
        </button>
      ) : null}
    </div>
  );
}

/** What the last change was, and the way back; there as long as there is one. */
export function UndoLast({ changed, undo }: { changed: string | null; undo: () => void }) {
  const t = useTranslations("roll");
  const locale = useLocale();
  return (
    <>
      <p role="status" className="quiet">
        {changed}
      </p>
      {changed === null ? null : (
        <button
          type="button"
          className="button"
          aria-keyshortcuts="Control+Z Meta+Z"
          aria-label={labelled(t("undo"), changed, locale)}
          onClick={undo}
        >
          <Undo2 size={16} />
          {t("undo")}
        </button>
      )}
    </>
  );
}
