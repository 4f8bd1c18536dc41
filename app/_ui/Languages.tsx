import { type Locale, localeNames, locales } from "@/lib/i18n/rules";

/** How a language is named where there is room for a sign alone; each begins its name. */
const signs: Record<Locale, string> = { en: "EN", fr: "FR", ar: "ع" };

/** The languages, each named in itself; choosing one keeps it in this browser, with a full load of the same page. */
export function Languages({ locale, label }: { locale: string; label: string }) {
  return (
    <form action="/api/language" method="post" aria-label={label} className="languages">
      {locales.map((l) => (
        <button
          key={l}
          type="submit"
          name="language"
          value={l}
          lang={l}
          data-sign={signs[l]}
          className="languages-link"
          aria-current={l === locale ? "true" : undefined}
        >
          {localeNames[l]}
        </button>
      ))}
    </form>
  );
}
