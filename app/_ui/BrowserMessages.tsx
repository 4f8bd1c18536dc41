import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { AddedMessages } from "./AddedMessages";

type Messages = Awaited<ReturnType<typeof getMessages>>;
type Namespace = keyof Messages;
type Props = { of: readonly Namespace[]; children: ReactNode };

/** What forms say in the browser. */
export const formMessages = ["error", "errors", "form"] as const satisfies Namespace[];
/** What the frame of the desk and its forms say there. */
export const deskMessages = [
  ...formMessages,
  "frame",
  "outcome",
  "place",
  "rows",
] as const satisfies Namespace[];

async function messagesIn(namespaces: readonly Namespace[]): Promise<Partial<Messages>> {
  const messages = await getMessages();
  return Object.fromEntries(namespaces.map((name) => [name, messages[name]]));
}

/** The messages that client components of an area use, by namespace, in place of any from further up. */
export async function BrowserMessages({ of, children }: Props) {
  return <NextIntlClientProvider messages={await messagesIn(of)}>{children}</NextIntlClientProvider>;
}

/** Those that a page's client components use beside the ones of its area. */
export async function MoreMessages({ of, children }: Props) {
  return <AddedMessages messages={await messagesIn(of)}>{children}</AddedMessages>;
}
