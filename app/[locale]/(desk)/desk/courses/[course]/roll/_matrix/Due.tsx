"use client";

import { Clock, Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { labelled } from "@/lib/i18n/rules";

/** The session whose roll is to be taken next, and the button that ends it. */
export function Due({ name, count, markRest }: { name: string; count: number; markRest: () => void }) {
  const t = useTranslations("attendance");
  const roll = useTranslations("roll");
  return (
    <div className="attendance-due">
      <Clock size={18} className="shrink-0" />
      <p>
        <strong>{t("due", { session: name })}</strong> {t("keysShort")}
      </p>
      <button type="button" className="button" onClick={markRest}>
        {roll("restPresent", { count })}
      </button>
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
