"use client";

import { createContext, type ReactNode, useContext } from "react";
import { signedInAs } from "@/lib/accounts/rules/signIns";
import { Hidden } from "./fields";

const WhoseContext = createContext<number | null>(null);

/** The forms below are on a page of this account: with another signed in meanwhile they are refused. */
export const PageOf = ({ account, children }: { account: number | null; children: ReactNode }) => (
  <WhoseContext value={account}>{children}</WhoseContext>
);

/** Says in a form whose page it is on; nothing on a page of nobody. */
export function Whose() {
  const account = useContext(WhoseContext);
  return account === null ? null : <Hidden name={signedInAs} value={account} />;
}
