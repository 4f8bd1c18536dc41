"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const yearS = 365 * 86_400;

/**
 * Tells the server the time zone of the browser where it knows none, or another one (`known`), and has the page drawn with it.
 * Without scripts times are those of the course alone.
 */
export function TellZone({ known }: { known: string | null }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || timeZone === known) return;
    const secure = window.location.protocol === "https:" ? "; secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is younger than our browsers
    document.cookie = `zone=${timeZone}; path=/; max-age=${yearS}; samesite=lax${secure}`;
    if (document.cookie.includes(`zone=${timeZone}`)) router.refresh();
  }, [known, router]);
  return null;
}
