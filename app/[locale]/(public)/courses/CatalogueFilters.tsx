import { useLocale, useTranslations } from "next-intl";
import type { catalogueChoices } from "@/lib/courses/queries";
import type { CatalogueFilter } from "@/lib/courses/schema";
import { countryName, languageName } from "@/lib/i18n/format";
import { type Locale, shownIn } from "@/lib/i18n/rules";
import type { Query } from "@/lib/names/rules";

/** Search and filters of the catalogue; they live in the address and work without JavaScript. */
export function CatalogueFilters({
  choices,
  filter,
  query,
}: {
  choices: ReturnType<typeof catalogueChoices>;
  filter: CatalogueFilter;
  /** What was searched for, where something was. */
  query?: Query;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("catalogue");
  const frame = useTranslations("frame");
  return (
    <search>
      <form action="/courses/search" className="grid gap-3 mb-6">
        <div className="flex gap-3 items-end">
          <label className="field grow">
            <span>{t("search")}</span>
            {query?.fault ? (
              <span className="text-stop" role="alert">
                {frame(query.fault === "short" ? "queryShort" : "queryNothing")}
              </span>
            ) : null}
            <input name="q" type="search" dir="auto" defaultValue={query?.typed ?? ""} className="input" />
          </label>
          <button type="submit" className="button">
            {t("find")}
          </button>
        </div>
        <details
          className="filters"
          open={Boolean(filter.from || filter.tool || filter.country || filter.language)}
        >
          <summary className="min-h-11 content-center font-semibold">{t("filters")}</summary>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            <Choice
              name="tool"
              chosen={filter.tool}
              options={choices.tools.map((tool) => [tool.code, shownIn(tool.title, locale)])}
            />
            <Choice
              name="country"
              chosen={filter.country}
              options={choices.countries.map((code) => [code, countryName(code, locale)])}
            />
            <Choice
              name="language"
              chosen={filter.language}
              options={choices.languages.map((code) => [code, languageName(code, locale)])}
            />
            <label className="field">
              <span>{t("from")}</span>
              <input name="from" type="date" defaultValue={filter.from ?? ""} className="input" />
            </label>
          </div>
        </details>
      </form>
    </search>
  );
}

/** One of a list, or any. */
function Choice({
  name,
  chosen,
  options,
}: {
  name: "tool" | "country" | "language";
  chosen: string | null;
  /** What is sent, and what is shown. */
  options: (readonly [string, string])[];
}) {
  const t = useTranslations("catalogue");
  return (
    <label className="field">
      <span>{t(name)}</span>
      <select name={name} defaultValue={chosen ?? ""} className="input">
        <option value="">{t(`any.${name}`)}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
