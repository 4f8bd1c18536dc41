import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Messages = Awaited<ReturnType<typeof getMessages>>;
export type Namespace = keyof Messages;
type Props = { of: readonly Namespace[]; children: ReactNode };

/** What forms say in the browser. */
export const formMessages = ["error", "errors", "form"] as const satisfies Namespace[];
/** What the frame of the desk and its forms say there. */
export const deskMessages = [
  ...formMessages,
  "days",
  "frame",
  "outcome",
  "parts",
  "place",
  "rows",
] as const satisfies Namespace[];

/** The messages of some namespaces alone. */
export async function messagesIn(namespaces: readonly Namespace[]): Promise<Partial<Messages>> {
  const messages = await getMessages();
  return Object.fromEntries(namespaces.map((name) => [name, messages[name]]));
}

/** The messages that client components of an area use, by namespace, in place of any from further up. */
export async function BrowserMessages({ of, children }: Props) {
  return <NextIntlClientProvider messages={await messagesIn(of)}>{children}</NextIntlClientProvider>;
}
