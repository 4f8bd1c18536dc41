import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HelpLinks } from "./HelpLinks";
import { Languages } from "./Languages";
import { Mark } from "./Mark";

/** Around public pages: the same for everybody, so that the page can be kept for all. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("frame");
  return (
    <>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto max-w-5xl px-4 flex flex-wrap items-center justify-between gap-x-6">
          <Mark name={t("name")} />
          <nav
            aria-label={t("main")}
            className="flex flex-wrap gap-x-4 text-sm grow max-sm:order-last max-sm:basis-full"
          >
            {(
              [
                ["/courses", "courses"],
                ["/verify", "verify"],
                ["/today", "mine"],
              ] as const
            ).map(([href, key]) => (
              <a key={href} href={href} className="min-h-11 inline-flex items-center">
                {t(key)}
              </a>
            ))}
          </nav>
          <Languages locale={useLocale()} label={t("languages")} />
        </div>
      </header>
      <main id="main" className="mx-auto max-w-5xl px-4 py-6 sm:py-8">
        {children}
      </main>
      <footer className="mx-auto max-w-5xl px-4 py-8 quiet">
        <HelpLinks />
        {t("footer")}
      </footer>
    </>
  );
}
