"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { arriveAt, comeBackFrom } from "./focus/arrive";
import { keepFromGettingLost } from "./focus/lost";

/**
 * Where the reader is taken, in one place. Whoever follows a link or is led on by a form begins at the top of the next
 * page, with the focus on its heading, or where the address says; Back and forward return to where one was and to the
 * link that one had followed. What had the focus and is gone leaves it to what was said about it.
 */
export function FocusFollows() {
  const path = usePathname();
  const shown = useRef(path);
  const returns = useRef(false);
  useEffect(() => {
    const onReturn = () => {
      // A step within the page, as of a long form, leads nowhere else: what is sent then does.
      returns.current = window.location.pathname !== shown.current;
    };
    window.addEventListener("popstate", onReturn);
    const end = keepFromGettingLost();
    return () => {
      window.removeEventListener("popstate", onReturn);
      end();
    };
  }, []);
  useEffect(() => {
    if (shown.current === path) return;
    const from = shown.current;
    const back = returns.current;
    shown.current = path;
    returns.current = false;
    if (back) return comeBackFrom(from);
    if (!window.location.hash) window.scrollTo(0, 0);
    return arriveAt(window.location.hash.slice(1));
  }, [path]);
  return null;
}
