import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HelpLinks } from "./HelpLinks";
import { Languages } from "./Languages";
import { Mark } from "./Mark";
import { PublicLink } from "./PublicLink";
import "./public-frame.css";

/** Around public pages: the same for everybody, so that the page can be kept for all. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("frame");
  const links = (
    [
      ["/courses", "courses"],
      ["/trainers", "publicTrainers"],
      ["/verify", "verify"],
      ["/today", "signIn"],
    ] as const
  ).map(([href, key]) => (
    <PublicLink key={href} href={href}>
      {t(key)}
    </PublicLink>
  ));
  return (
    <div className="public">
      <header className="public-head">
        <Mark name={t("name")} />
        <nav aria-label={t("main")} className="public-menu">
          {links}
        </nav>
        <Languages locale={useLocale()} label={t("languages")} />
      </header>
      <main id="main" className="public-main">
        {children}
      </main>
      <footer className="public-foot">
        {/* On a phone the menu is here, and the page begins higher. */}
        <nav aria-label={t("main")} className="public-menu">
          {links}
        </nav>
        <HelpLinks />
        <p>{t("footer")}</p>
      </footer>
    </div>
  );
}
