import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { currentViewer } from "@/app/_server/viewer";
import { DeskFrame, PublicFrame } from "@/app/_ui/Frame";

/** Pages of whoever is signed in, with the sentences of lists that grow, which no participant's page needs. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  if (viewer.kind === "visitor") return <PublicFrame>{children}</PublicFrame>;
  const { errors, form, error, rows } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ errors, form, error, rows } as never}>
      <DeskFrame viewer={viewer}>{children}</DeskFrame>
    </NextIntlClientProvider>
  );
}
