import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The desk's pages, with the sentences of lists that grow, which no participant's page needs. */
export default async function Desk({ children }: { children: ReactNode }) {
  const { errors, form, error, rows } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ errors, form, error, rows } as never}>
      {children}
    </NextIntlClientProvider>
  );
}
