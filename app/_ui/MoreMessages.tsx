import type { ReactNode } from "react";
import { AddedMessages } from "./AddedMessages";
import { messagesIn, type Namespace } from "./BrowserMessages";

/** The messages that a page's client components use beside the ones of its area. For the desk: it is script of its own. */
export async function MoreMessages({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  return <AddedMessages messages={await messagesIn(of)}>{children}</AddedMessages>;
}
