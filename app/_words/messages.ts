import ar from "@/lib/i18n/messages/ar.json";
import en from "@/lib/i18n/messages/en.json";
import fr from "@/lib/i18n/messages/fr.json";
import { frenchSpaces, type Locale } from "@/lib/i18n/rules";

/** Every text of a catalogue changed, whether it is written out or compiled. */
function everyText<T>(part: T, change: (text: string) => string): T {
  if (typeof part === "string") return change(part) as T;
  if (Array.isArray(part)) return part.map((inner) => everyText(inner, change)) as T;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, everyText(inner, change)])) as T;
}

const catalogues = { en, fr: everyText(fr, frenchSpaces), ar };

/** The messages of a language. */
export const messagesOf = (locale: Locale) => catalogues[locale];
