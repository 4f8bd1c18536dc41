"use client";

import { createContext, type ReactNode, useEffect } from "react";
import { forgetOthersDrafts } from "./othersDrafts";

/** Whose page it is; apart from the fields of forms, which not every page of the desk loads. */
export const WhoseContext = createContext<number | null>(null);

/**
 * The forms below are on a page of this account: with another signed in meanwhile they are refused, and what others
 * left in this browser is forgotten.
 */
export function PageOf({ account, children }: { account: number | null; children: ReactNode }) {
  useEffect(() => {
    if (account !== null) forgetOthersDrafts(account);
  }, [account]);
  return <WhoseContext value={account}>{children}</WhoseContext>;
}
