"use client";

import { useSyncExternalStore } from "react";

const none: readonly string[] = [];
let now = none;
const heard = new Set<() => void>();

/** Says what is ticked in the list of this page, to whatever stands outside its form and shows what that would do. */
export function sayTicked(ticked: readonly string[]): void {
  if (ticked.length === 0 && now.length === 0) return;
  now = ticked.length === 0 ? none : ticked;
  for (const call of heard) call();
}

const listen = (call: () => void) => {
  heard.add(call);
  return () => heard.delete(call);
};

/** What is ticked in the list of this page; nothing on the server. */
export const useTickedNow = (): readonly string[] =>
  useSyncExternalStore(
    listen,
    () => now,
    () => none,
  );
