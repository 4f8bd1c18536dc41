import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { locale as rootLocale } from "next/root-params";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { publicContext } from "@/app/_server/context";
import { AtTop } from "@/app/_ui/AtTop";
import { BrowserMessages } from "@/app/_ui/BrowserMessages";
import { directionOf, isLocale } from "@/lib/i18n/rules";
import { isDemonstration } from "@/lib/programmes/queries";
import "../globals.css";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  // As the page's own paper, so that the browser's bar is no stripe above it.
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#121614" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame");
  return { title: { template: `%s · ${t("name")}`, default: t("name") }, description: t("description") };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await rootLocale();
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("frame");
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <a href="#main" className="skip button-main">
          {t("skip")}
        </a>
        {isDemonstration(publicContext()) ? (
          <p
            role="note"
            className="bg-attention-tint text-attention text-xs px-4 py-1.5 max-w-none text-center"
          >
            {t("demonstration")}
          </p>
        ) : null}
        <AtTop />
        <BrowserMessages of={["error"]}>{children}</BrowserMessages>
      </body>
    </html>
  );
}
