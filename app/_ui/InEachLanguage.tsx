import { useLocale } from "next-intl";
import { type Locale, localeNames, readersFirst } from "@/lib/i18n/rules";

/** One paper as a file: in the reader's language by what it is, then in the two others by their names. */
export function InEachLanguage({
  label,
  at,
  className = "min-h-11 inline-flex items-center",
}: {
  label: string;
  /** The address of the file in a language. */
  at: (language: Locale) => string;
  /** Of the file in the reader's language. */
  className?: string;
}) {
  const locale = useLocale() as Locale;
  return readersFirst(locale).map((language) =>
    language === locale ? (
      <a key={language} href={at(language)} hrefLang={language} className={className}>
        {label}
      </a>
    ) : (
      <a
        key={language}
        href={at(language)}
        hrefLang={language}
        className="min-h-11 inline-flex items-center text-sm"
      >
        <span className="sr-only">{label} </span>
        <bdi lang={language}>{localeNames[language]}</bdi>
      </a>
    ),
  );
}
