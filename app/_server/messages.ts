import ar from "@/lib/i18n/messages/ar.json";
import en from "@/lib/i18n/messages/en.json";
import fr from "@/lib/i18n/messages/fr.json";
import type { Locale } from "@/lib/i18n/rules";

const catalogues = { en, fr, ar };

/** The messages of a language. */
export const messagesOf = (locale: Locale) => catalogues[locale];
