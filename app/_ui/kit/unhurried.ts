"use client";

import { useSyncExternalStore } from "react";

/** Under which name a browser keeps that messages stay until the next act. */
const name = "cascade-unhurried";
const changed = "cascade:unhurried";

/** True where somebody asked for no time limits in this browser. */
export function isUnhurried(): boolean {
  try {
    return localStorage.getItem(name) === "yes";
  } catch {
    return false;
  }
}

/** Keeps whether there are to be time limits. */
export function keepUnhurried(on: boolean): void {
  try {
    if (on) localStorage.setItem(name, "yes");
    else localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has time limits.
  }
  window.dispatchEvent(new Event(changed));
}

const listen = (call: () => void) => {
  window.addEventListener(changed, call);
  window.addEventListener("storage", call);
  return () => {
    window.removeEventListener(changed, call);
    window.removeEventListener("storage", call);
  };
};

/** Whether somebody asked for no time limits; false on the server. */
export const useUnhurried = () => useSyncExternalStore(listen, isUnhurried, () => false);
