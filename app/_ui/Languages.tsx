import { localeNames, locales } from "@/lib/i18n/rules";

/** The languages, each named in itself; a change is a full load of the same page. */
export function Languages({ locale, label }: { locale: string; label: string }) {
  return (
    <nav aria-label={label} className="languages">
      {locales.map((l) => (
        <a
          key={l}
          href={`/api/language/${l}`}
          lang={l}
          className="languages-link"
          aria-current={l === locale ? "true" : undefined}
        >
          {localeNames[l]}
        </a>
      ))}
    </nav>
  );
}
