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
    const from = Date.now() + left - noticeMs;
    // Looked at again and again: the machine may have slept, or the network be away.
    const timer = setInterval(() => {
      if (Date.now() >= from)
        import("./IdleNotice").then(
          (loaded) => setNotice(() => loaded.IdleNotice),
          () => {},
        );
    }, 10_000);
    return () => clearInterval(timer);
  }, [left]);
  return Notice ? <Notice /> : null;
}
