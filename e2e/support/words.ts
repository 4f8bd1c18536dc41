import ar from "../../lib/i18n/messages/ar.json" with { type: "json" };
import en from "../../lib/i18n/messages/en.json" with { type: "json" };
import fr from "../../lib/i18n/messages/fr.json" with { type: "json" };

/** The words of the pages in a language, so that a journey can be gone in each. */
export const words = { en, fr, ar };
export type Language = keyof typeof words;
