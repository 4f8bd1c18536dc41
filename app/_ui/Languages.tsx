import { localeNames, locales } from "@/lib/i18n/rules";

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
          className="languages-link"
          aria-current={l === locale ? "true" : undefined}
        >
          {localeNames[l]}
        </button>
      ))}
    </form>
  );
}
