"use client";

import { type ComponentType, useEffect, useState } from "react";
import { noticeMs } from "./idle";

type Props = { left: number };

/**
 * Waits until somebody who is signed in for a short time without doing anything is near its end, and loads what says so only then.
 * @param left how long they stay signed in from now on, in ms.
 */
export function IdleWatch({ left }: Props) {
  const [Notice, setNotice] = useState<ComponentType | null>(null);
  useEffect(() => {
    const endsAt = Date.now() + left;
    // The machine may have slept: then the timer is late, and coming back to the page is what wakes it.
    const look = () => {
      if (Date.now() < endsAt - noticeMs) return;
      import("./IdleNotice").then(
        ({ IdleNotice }) => setNotice(() => IdleNotice),
        () => {},
      );
    };
    const timer = setTimeout(look, Math.max(0, left - noticeMs));
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [left]);
  return Notice ? <Notice /> : null;
}
