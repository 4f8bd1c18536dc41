import { useLocale, useTranslations } from "next-intl";
import { commas } from "@/lib/i18n/rules";
import { Notice } from "./Notice";

/** What lists are narrowed by, as their addresses say it. */
export const filterNames = [
  "q",
  "state",
  "due",
  "programme",
  "kind",
  "country",
  "tool",
  "sort",
  "organisation",
  "source",
  "certification",
  "page",
  "year",
  "stage",
  "module",
  "language",
  "governorate",
  "place",
  "within",
] as const;

/** What of an address a list passed over: filters that are no more, and a page of another list. */
export function ListNotes({ gone, otherPage = false }: { gone: readonly string[]; otherPage?: boolean }) {
  const locale = useLocale();
  const t = useTranslations("list");
  // A filter that there never was has no name but its own.
  const named = gone.map((name) => {
    const known = filterNames.find((one) => one === name);
    return known ? t(`filterName.${known}`) : name;
  });
  if (gone.length === 0 && !otherPage) return null;
  return (
    <div className="mb-3" role="status">
      <Notice tone="attention">
        {gone.length > 0 ? (
          <p>{t("goneFilter", { count: gone.length, names: commas(named, locale) })}</p>
        ) : null}
        {otherPage ? <p>{t("otherPage")}</p> : null}
      </Notice>
    </div>
  );
}
