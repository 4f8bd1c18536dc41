"use client";

import { createContext, type ReactNode } from "react";

/** Whose page it is; apart from the fields of forms, which not every page of the desk loads. */
export const WhoseContext = createContext<number | null>(null);

/** The forms below are on a page of this account: with another signed in meanwhile they are refused. */
export const PageOf = ({ account, children }: { account: number | null; children: ReactNode }) => (
  <WhoseContext value={account}>{children}</WhoseContext>
);
