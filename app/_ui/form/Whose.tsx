"use client";

import { signedInAs } from "@/lib/accounts/rules/signIns";
import { Hidden } from "./fields";
import { usePageOf } from "./PageOf";

/** Says in a form whose page it is on; nothing on a page of nobody. */
export function Whose() {
  const account = usePageOf();
  return account === null ? null : <Hidden name={signedInAs} value={account} />;
}
