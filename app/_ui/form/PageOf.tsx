"use client";

import { createContext, type ReactNode, useContext, useEffect } from "react";

const WhoseContext = createContext<number | null>(null);

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

/** The account whose page this is; null on a page of nobody. */
export const usePageOf = () => useContext(WhoseContext);
