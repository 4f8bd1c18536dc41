"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";

/**
 * What a form made that is shown this once (a link, a code): stays whatever else is sent from the page, until its reader
 * closes it or leaves. It takes the focus as it comes.
 */
export function ShownOnce({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const t = useTranslations("parts");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    // All of it, and clear of the bar below.
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={box} tabIndex={-1} role="status" className="rounded-card bg-ok-tint text-ok p-3 grid gap-3">
      {children}
      <div>
        <button type="button" className="button" onClick={onClose}>
          {t("closeMessage")}
        </button>
      </div>
    </div>
  );
}
