"use client";

import { createContext, type ReactNode, useContext } from "react";

const WhoseContext = createContext<number | null>(null);

/** The forms below are on a page of this account: with another signed in meanwhile they are refused. */
export const PageOf = ({ account, children }: { account: number | null; children: ReactNode }) => (
  <WhoseContext value={account}>{children}</WhoseContext>
);

/** The account whose page this is; null on a page of nobody. */
export const usePageOf = () => useContext(WhoseContext);
