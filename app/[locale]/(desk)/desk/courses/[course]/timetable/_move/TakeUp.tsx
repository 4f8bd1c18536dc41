"use client";

import { useSyncExternalStore } from "react";
import { takeUp } from "./takenUp";

const never = () => () => {};
const hasSheet = () => document.querySelector(".tt-sheets") !== null;

/** Takes a session up on the sheet beside, where there is one: no script, a phone and the list have the other ways. */
export function TakeUp({ session, name, hint }: { session: number; name: string; hint: string }) {
  const shown = useSyncExternalStore(never, hasSheet, () => false);
  if (!shown) return null;
  return (
    <div className="grid gap-1 max-md:hidden">
      <div>
        <button type="button" className="button" onClick={() => takeUp(session)}>
          {name}
        </button>
      </div>
      <p className="quiet">{hint}</p>
    </div>
  );
}
