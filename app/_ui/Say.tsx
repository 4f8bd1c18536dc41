import { useLocale } from "next-intl";
import { holdDashes, inLanguage, type Locale, runsIn, type Translated, typographic } from "@/lib/i18n/rules";

/** A text kept in several languages, for this reader; one in another language says so to the browser. */
export function Say({ text }: { text: Translated }) {
  const locale = useLocale() as Locale;
  const { text: said, language } = inLanguage(text, locale);
  const printed = holdDashes(typographic(said, language));
  return language === locale ? (
    printed
  ) : (
    <span lang={language} dir={runsIn(said, language) ?? "auto"}>
      {printed}
    </span>
  );
}
