"use client";

import { type ComponentType, useEffect, useState } from "react";
import { lastAccount } from "@/lib/attendance/rules/deviceKeys";
import { keepsMarks } from "./keptMarks";

type Props = { account: number };

/** Where this device keeps marks of a roll that are not sent yet: sends them. Loaded only then, for almost nobody has any. */
export function UnsentMarksLoader({ account }: Props) {
  const [Marks, setMarks] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    const load = async () => {
      if (!keepsMarks(account)) return;
      const { UnsentMarks } = await import("./UnsentMarks");
      setMarks(() => UnsentMarks);
    };
    try {
      // Another's marks are not counted where there is no network to ask who is signed in.
      if (localStorage.getItem(lastAccount)) localStorage.setItem(lastAccount, String(account));
    } catch {
      // Switched off: nothing is kept, and nothing is counted.
    }
    // A page to stand in for others where there is no network; where the browser cannot, its own does.
    navigator.serviceWorker?.register("/api/offline/worker", { scope: "/" }).catch(() => {});
    // Without a network the part itself may not come; it is asked for again when there is one.
    const tryLoad = () => void load().catch(() => {});
    tryLoad();
    window.addEventListener("online", tryLoad);
    window.addEventListener("storage", tryLoad);
    return () => {
      window.removeEventListener("online", tryLoad);
      window.removeEventListener("storage", tryLoad);
    };
  }, [account]);
  return Marks ? <Marks account={account} /> : null;
}
