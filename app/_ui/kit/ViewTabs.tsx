import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import "./views.css";

/** One view of a list: where it is, and how many it holds where that is known. */
export type View = { key: string; href: string; label: ReactNode; count?: number; here: boolean };

/** The views of a list as tabs with counts; what can be done with the one that is open stands beside them. */
export function ViewTabs({ views, children }: { views: readonly View[]; children?: ReactNode }) {
  const t = useTranslations("list");
  return (
    <div className="views print:hidden">
      <nav aria-label={t("views")} className="views-tabs">
        {views.map(({ key, href, label, count, here }) => (
          <Link
            key={key}
            href={href}
            prefetch={false}
            scroll={false}
            className="views-tab"
            aria-current={here ? "page" : undefined}
          >
            <span className="views-name">{label}</span>
            {count === undefined ? null : <b>{count}</b>}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}
