import { locales, type Translated } from "../../i18n/rules";
import { fold } from "../../text";

export type Where = { country: string; place: Translated; venueId: number | null };

/** True where two courses are at one place: one venue, or places of one country that are called the same in a language. */
export const atOnePlace = (a: Where, b: Where): boolean =>
  (a.venueId !== null && a.venueId === b.venueId) ||
  (a.country === b.country &&
    locales.some((locale) => {
      const [one, other] = [a.place[locale], b.place[locale]];
      return Boolean(one && other && fold(one) === fold(other));
    }));
