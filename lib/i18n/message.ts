import format from "use-intl/format-message/format-only";
import { formatLocale, isolate, type Locale, typographic } from "./rules";

/**
 * What next-intl makes a sentence with (next.config.js puts it there): every text that goes into one is set apart, so
 * that a name in another script does not turn the sentence around it; digits are Latin in every browser.
 */

/**
 * What a message does not simply print: the words by which it chooses between forms, by parameter, and the parameters
 * that it counts or formats (null). Such a value is no text and stays as it is.
 */
type Choices = Map<string, Set<string> | null>;
function choices(message: unknown, found: Choices): Choices {
  if (Array.isArray(message)) {
    // As the compiler of messages writes it: 1 chooses by a word, 2 and more count or format.
    const [name, kind, forms] = message;
    if (typeof name === "string" && kind === 1)
      found.set(name, new Set([...(found.get(name) ?? []), ...Object.keys(forms)]));
    else if (typeof name === "string" && kind > 1) found.set(name, null);
    for (const part of message) choices(part, found);
  } else if (typeof message === "object" && message !== null)
    for (const part of Object.values(message)) choices(part, found);
  return found;
}
const kept = new WeakMap<object, Choices>();
function choicesOf(message: unknown): Choices | null {
  if (typeof message !== "object" || message === null) return null;
  const known = kept.get(message) ?? choices(message, new Map());
  kept.set(message, known);
  return known;
}

/**
 * A text of several lines would be set apart in its first alone, and a web address would no longer be one; nor would one
 * that comes later in the place of "{link}".
 */
const staysAsItIs = (text: string) => /\n|^https?:|^\{\w+\}$/.test(text);

const formatMessage: typeof format = (key, message, values, options) => {
  if (!values) return format(key, message, values, options);
  const choice = choicesOf(message);
  const apart: typeof values = { ...values };
  for (const [name, value] of Object.entries(apart)) {
    if (typeof value !== "string" || staysAsItIs(value)) continue;
    const words = choice?.get(name);
    if (words === null || words?.has(value)) continue;
    apart[name] = isolate(typographic(value, options.locale), options.locale as Locale);
  }
  return format(key, message, apart, { ...options, locale: formatLocale(options.locale) as Locale });
};
formatMessage.raw = format.raw;

export default formatMessage;
