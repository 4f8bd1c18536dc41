"use client";

import { useEffect, useState } from "react";
import "./idle.css";

/**
 * Notices, as a page is looked at again, that another window of this browser signed out, or somebody else in: hides the page,
 * on which there are names and what was typed, until its owner is signed in again. Without a network nothing is known.
 */
export function Elsewhere({ account, said, signIn }: { account: number; said: string; signIn: string }) {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const answer = await fetch("/api/stay", { cache: "no-store" }).catch(() => null);
      if (answer?.ok) setGone(((await answer.json()) as { account: number | null }).account !== account);
    };
    document.addEventListener("visibilitychange", look);
    addEventListener("focus", look);
    addEventListener("pageshow", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("focus", look);
      removeEventListener("pageshow", look);
    };
  }, [account]);
  useEffect(() => {
    document.documentElement.toggleAttribute("data-signed-out", gone);
  }, [gone]);
  return gone ? (
    <div role="alert" className="idle-over">
      <p>{said}</p>
      <a href="/sign-in" target="_blank" className="button-main" rel="noopener">
        {signIn}
      </a>
    </div>
  ) : null;
}
