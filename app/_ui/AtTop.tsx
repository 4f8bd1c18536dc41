"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Whoever is led on by a form begins at the top of the next page: the form's button was at the end of its own, and the
 * browser stays there. Back and forward return to where one was, an address with a place in it leads there.
 */
export function AtTop() {
  const path = usePathname();
  const shown = useRef(path);
  const returns = useRef(false);
  useEffect(() => {
    const onReturn = () => {
      // A step within the page, as of a long form, leads nowhere else: what is sent then does.
      returns.current = window.location.pathname !== shown.current;
    };
    window.addEventListener("popstate", onReturn);
    return () => window.removeEventListener("popstate", onReturn);
  }, []);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    if (!returns.current && !window.location.hash) window.scrollTo(0, 0);
    returns.current = false;
  }, [path]);
  return null;
}
