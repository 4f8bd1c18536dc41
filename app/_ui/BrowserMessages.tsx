import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Messages = Awaited<ReturnType<typeof getMessages>>;
type Namespace = keyof Messages;

/** What forms say in the browser. */
export const formMessages = ["error", "errors", "form"] as const satisfies Namespace[];
/** What the frame of the desk and its forms say there. */
export const deskMessages = [...formMessages, "frame", "outcome", "rows"] as const satisfies Namespace[];

/**
 * The messages that client components below use, by namespace. A provider inside another one replaces it: an area names
 * all that it needs.
 */
export async function BrowserMessages({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const messages = await getMessages();
  const picked: Partial<Messages> = Object.fromEntries(of.map((name) => [name, messages[name]]));
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
