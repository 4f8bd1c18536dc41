"use client";

import { createContext, type ReactNode, useEffect } from "react";

/** Whose page it is; apart from the fields of forms, which not every page of the desk loads. */
export const WhoseContext = createContext<number | null>(null);

/**
 * The forms below are on a page of this account: with another signed in meanwhile they are refused, and what others
 * left in this browser is forgotten, by code that is no part of the page.
 */
export function PageOf({ account, children }: { account: number | null; children: ReactNode }) {
  useEffect(() => {
    // Without a network the next page does it.
    if (account !== null)
      import("./keptDrafts").then((kept) => kept.forgetOthersDrafts(`${account}`), Boolean);
  }, [account]);
  return <WhoseContext value={account}>{children}</WhoseContext>;
}
