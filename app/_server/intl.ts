import { locale as rootLocale } from "next/root-params";
import { getRequestConfig } from "next-intl/server";
import { isLocale, type Locale } from "@/lib/i18n/rules";
import ar from "@/lib/i18n/messages/ar.json";
import en from "@/lib/i18n/messages/en.json";
import fr from "@/lib/i18n/messages/fr.json";

const catalogues = { en, fr, ar };

/** The messages of a language, for places outside a page: files and mail. */
export const messagesOf = (locale: Locale) => catalogues[locale];

/** The language is the first part of the inner address; files and actions, which have none, name theirs. */
export default getRequestConfig(async ({ locale: named }) => {
  const found = named ?? (await rootLocale());
  const locale: Locale = isLocale(found) ? found : "en";
  return { locale, messages: catalogues[locale], timeZone: "UTC" };
});
