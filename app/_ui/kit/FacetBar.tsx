import { Check, Plus, Search, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { mostFound, type Query } from "@/lib/names/rules";
import { addressWith } from "./address";
import { Popovers } from "./Popovers";
import { ShutChosen } from "./ShutChosen";
import "./popover.css";
import "./facets.css";

/** One thing that a list can be narrowed by: what is offered, with how many there are, and what is chosen. */
export type Facet = {
  /** Its name in the address. */
  name: string;
  label: string;
  chosen: string | null;
  options: readonly { value: string; label: ReactNode; count?: number }[];
};

/**
 * Search, and what a list can be narrowed by; all of it lives in the address. What is not chosen is dashed; what is, is
 * solid with its value and a cross. Links and `details`, so it works without JavaScript.
 */
export function FacetBar({
  path,
  said,
  search,
  facets,
  children,
}: {
  /** The address of the list. */
  path: string;
  /** What the address says besides, by name: kept when something is chosen; `null` is left out. */
  said: Readonly<Record<string, string | null>>;
  search?: { label: string; hint?: string; query: Query; more?: boolean };
  facets: readonly Facet[];
  /** What stands at the end of the bar. */
  children?: ReactNode;
}) {
  const t = useTranslations("list");
  const chosen = Object.fromEntries(facets.map((facet) => [facet.name, facet.chosen]));
  const all = { ...said, ...(search ? { q: search.query.typed || null } : {}), ...chosen };
  const without = (name: string) => addressWith(path, { ...all, [name]: null });
  return (
    <div className="grid gap-2 mb-3">
      <div className="facets">
        {search ? <SearchBox path={path} kept={{ ...said, ...chosen }} {...search} /> : null}
        {facets.map((facet) => (
          <OneFacet key={facet.name} facet={facet} without={without(facet.name)}>
            {facet.options.map(({ value, label, count }) => (
              <li key={value} className="pop-item">
                <Link
                  href={
                    value === facet.chosen
                      ? without(facet.name)
                      : addressWith(path, { ...all, [facet.name]: value })
                  }
                  prefetch={false}
                  scroll={false}
                  aria-current={value === facet.chosen ? "true" : undefined}
                >
                  <Check size={16} aria-hidden className={value === facet.chosen ? "" : "invisible"} />
                  <span>{label}</span>
                  {count === undefined ? null : <span className="pop-count">{count}</span>}
                </Link>
              </li>
            ))}
          </OneFacet>
        ))}
        {children}
        <Popovers />
        <ShutChosen />
      </div>
      {facets.some((facet) => facet.chosen) || search?.query.typed ? (
        <p className="text-sm print:hidden">
          <Link href={addressWith(path, said)} prefetch={false} scroll={false}>
            {t("clearFilters")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

function OneFacet({ facet, without, children }: { facet: Facet; without: string; children: ReactNode }) {
  const t = useTranslations("list");
  const now = facet.options.find(({ value }) => value === facet.chosen);
  if (facet.options.length === 0 && !facet.chosen) return null;
  const shown = now?.label ?? facet.chosen;
  return (
    <span className={facet.chosen ? "facet facet-on" : "facet"}>
      <details className="pop" data-popover suppressHydrationWarning>
        <summary className="facet-open">
          {facet.chosen ? null : <Plus size={15} aria-hidden />}
          {facet.label}
          {facet.chosen ? <b>{shown}</b> : null}
        </summary>
        <ul className="pop-list pop-long">{children}</ul>
      </details>
      {facet.chosen ? (
        <Link href={without} prefetch={false} scroll={false} className="facet-off">
          <X size={15} aria-hidden />
          <span className="sr-only">{t("takeAway", { facet: facet.label })}</span>
        </Link>
      ) : null}
    </span>
  );
}

function SearchBox({
  path,
  kept,
  label,
  hint,
  query,
  more,
}: {
  path: string;
  kept: Readonly<Record<string, string | null>>;
  label: string;
  hint?: string;
  query: Query;
  more?: boolean;
}) {
  const t = useTranslations("frame");
  const described = [
    hint ? "search-hint" : "",
    query.fault ? "search-fault" : "",
    more ? "search-more" : "",
  ].filter(Boolean);
  return (
    <search className="facet-search">
      <form action={path}>
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <label htmlFor="search-q" className="sr-only">
          {label}
        </label>
        <span className="facet-box">
          <Search size={16} aria-hidden />
          <input
            id="search-q"
            name="q"
            type="search"
            dir="auto"
            defaultValue={query.typed}
            placeholder={label}
            aria-invalid={query.fault ? true : undefined}
            aria-describedby={described.join(" ") || undefined}
          />
        </span>
        <button type="submit" className="button">
          {t("find")}
        </button>
      </form>
      {query.fault ? (
        <p className="text-stop text-sm" id="search-fault" role="alert">
          {query.fault === "short" ? t("queryShort") : t("queryNothing")}
        </p>
      ) : null}
      {more ? (
        <p id="search-more" role="status" className="text-sm">
          {t("narrow", { count: mostFound })}
        </p>
      ) : null}
      {hint ? (
        <p className="facet-hint" id="search-hint">
          {hint}
        </p>
      ) : null}
    </search>
  );
}
