"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { noticeMs } from "./idle";
import "./idle.css";

/** How often the minutes are counted (ms), and the server is asked near the end. */
const tickMs = 10_000;

/** Asks how long one stays signed in: ms, 0 where one is not any more, null where there is no network. */
async function ask(method: "GET" | "POST"): Promise<number | null> {
  try {
    const answer = await fetch("/api/stay", { method, cache: "no-store" });
    if (!answer.ok) return null;
    const { left } = (await answer.json()) as { left: number | null };
    return left ?? 0;
  } catch {
    return null;
  }
}

/** Where to sign in and come back here. What was typed into long forms is kept in the browser meanwhile. */
const signInAddress = () =>
  `/sign-in?ended=yes&back=${encodeURIComponent(window.location.pathname + window.location.search)}`;

/**
 * Says some minutes before that one will be signed out, with a button to stay; at the end hides the page, on which there
 * may be names, and leads to signing in. Requests of other windows count: it asks the server before it says anything.
 */
export function IdleNotice() {
  const t = useTranslations("idle");
  const [minutes, setMinutes] = useState<number | null>(null);
  const [over, setOver] = useState(false);
  const endsAt = useRef(0);
  const link = useRef<HTMLAnchorElement>(null);

  const heard = useCallback((left: number | null) => {
    if (left !== null) endsAt.current = Date.now() + left;
    const now = endsAt.current - Date.now();
    if (now <= 0 && left !== null) window.location.replace(signInAddress());
    setOver(now <= 0);
    setMinutes(now <= noticeMs ? Math.max(1, Math.ceil(now / 60_000)) : null);
  }, []);

  useEffect(() => {
    let live = true;
    const look = async () => {
      // Far from the end nothing is asked: the page may be open for hours.
      if (endsAt.current - Date.now() > noticeMs) return;
      const left = await ask("GET");
      if (live) heard(left);
    };
    endsAt.current = Date.now() + noticeMs;
    void look();
    const timer = setInterval(look, tickMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      live = false;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [heard]);

  useEffect(() => {
    document.documentElement.toggleAttribute("data-signed-out", over);
    if (over) link.current?.focus();
    return () => document.documentElement.removeAttribute("data-signed-out");
  }, [over]);

  if (over)
    return (
      <div className="idle-over">
        <p>{t("over")}</p>
        <a ref={link} href={signInAddress()} className="button-main">
          {t("signIn")}
        </a>
      </div>
    );
  return (
    <div role="status" className="idle">
      {minutes === null ? null : (
        <div className="idle-in">
          <p>{t("soon", { minutes })}</p>
          <button type="button" className="button" onClick={async () => heard(await ask("POST"))}>
            {t("stay")}
          </button>
        </div>
      )}
    </div>
  );
}
