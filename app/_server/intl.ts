import { locale as rootLocale } from "next/root-params";
import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "@/app/_words/messages";
import { isLocale, type Locale } from "@/lib/i18n/rules";

/** The language of a page is the first part of its inner address. Files and mail, which have none, name theirs. */
export default getRequestConfig(async () => {
  const found = await rootLocale();
  const locale: Locale = isLocale(found) ? found : "en";
  return { locale, messages: messagesOf(locale), timeZone: "UTC" };
});
