import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { locale as rootLocale } from "next/root-params";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { publicContext } from "@/app/_server/context";
import { BrowserMessages } from "@/app/_ui/BrowserMessages";
import { FocusFollows } from "@/app/_ui/FocusFollows";
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
  // No title that would do for any page: each says its own, and a test asks every page for it.
  return { title: { template: `%s · ${t("name")}`, default: "" }, description: t("description") };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await rootLocale();
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("frame");
  const d = await getTranslations("deskFrame");
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <a href="#main" className="skip button-main">
          {t("skip")}
        </a>
        {isDemonstration(publicContext()) ? (
          <aside className="demonstration" aria-label={d("notice")}>
            {t("demonstration")}
          </aside>
        ) : null}
        <FocusFollows />
        <BrowserMessages of={["error"]}>{children}</BrowserMessages>
      </body>
    </html>
  );
}
