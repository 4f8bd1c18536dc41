import { Plus, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { addressWith } from "@/app/_ui/kit/address";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import type { catalogueChoices } from "@/lib/courses/queries";
import type { CatalogueFilter } from "@/lib/courses/schema";
import { countryName, fullDay, languageName } from "@/lib/i18n/format";
import { type Locale, shownIn } from "@/lib/i18n/rules";
import type { Query } from "@/lib/names/rules";

const path = "/courses/search";

/**
 * Search and filters of the catalogue; they live in the address and work without JavaScript. The language is part of it: a
 * page that was opened in one by its address (`?lang=`) is still narrowed in it.
 */
export function CatalogueFilters({
  choices,
  filter,
  query = { q: null, typed: "", fault: null },
}: {
  choices: ReturnType<typeof catalogueChoices>;
  filter: CatalogueFilter;
  /** What was searched for, where something was. */
  query?: Query;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("catalogue");
  const { tool, country, language, from } = filter;
  return (
    <FacetBar
      path={path}
      said={{ from, lang: locale }}
      search={{ label: t("search"), query }}
      facets={[
        {
          name: "language",
          label: t("language"),
          chosen: language,
          options: choices.languages.map((value) => ({ value, label: languageName(value, locale) })),
        },
        {
          name: "country",
          label: t("country"),
          chosen: country,
          options: choices.countries.map((value) => ({ value, label: countryName(value, locale) })),
        },
        {
          name: "tool",
          label: t("tool"),
          chosen: tool,
          options: choices.tools.map(({ code, title }) => ({ value: code, label: shownIn(title, locale) })),
        },
      ]}
    >
      <FromDay from={from} kept={{ q: query.typed || null, tool, country, language, lang: locale }} />
    </FacetBar>
  );
}

/** A day from which on: typed, for no list of days is short. */
function FromDay({ from, kept }: { from: string | null; kept: Record<string, string | null> }) {
  const locale = useLocale();
  const t = useTranslations("catalogue");
  const list = useTranslations("list");
  return (
    <span className={from ? "facet facet-on" : "facet"}>
      <details className="pop" data-popover suppressHydrationWarning>
        <summary className="facet-open">
          {from ? null : <Plus size={15} aria-hidden />}
          {t("from")} {from ? <b>{fullDay(from, locale)}</b> : null}
        </summary>
        <div className="pop-list">
          <form action={path} className="grid gap-2 p-2">
            {Object.entries(kept).map(([name, value]) =>
              value ? <input key={name} type="hidden" name={name} value={value} /> : null,
            )}
            <label className="field">
              <span>{t("from")}</span>
              <input name="from" type="date" defaultValue={from ?? ""} className="input" />
            </label>
            <button type="submit" className="button">
              {t("find")}
            </button>
          </form>
        </div>
      </details>
      {from ? (
        <a href={addressWith(path, kept)} className="facet-off">
          <X size={15} aria-hidden />
          <span className="sr-only">{list("takeAway", { facet: t("from") })}</span>
        </a>
      ) : null}
    </span>
  );
}
