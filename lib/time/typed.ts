import { asciiDigits, withoutMarks } from "../text";
import { isCivilTime } from "./civil";

/**
 * Days and times of day as people type them. In all our languages the day stands before the month, so one reading does for
 * every reader. Runs in the browser; knows nothing of the page's formatter, which would come along with every schema.
 */

/** The languages whose months are known by name: in Arabic those of the Levant, of Egypt, of the Maghreb. */
const namedIn = ["en-GB", "fr", "ar-JO", "ar-EG", "ar-MA", "ar-TN"];

/** A name of a month as it is compared: small, without accents, dots and the hamza that many leave out. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .replace(/[\s/]+/g, " ")
    .trim();

let months: [name: string, month: number][] | null = null;
/** Every name of a month, with its number. Made when somebody first types a word. */
function monthNames() {
  months ??= namedIn.flatMap((language) => {
    const names = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { month: "long", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, i): [string, number] => [
      plain(names.format(Date.UTC(2026, i, 15))),
      i + 1,
    ]);
  });
  return months;
}

/** The number of the month that a word begins, or null where none or several begin so. */
function monthCalled(word: string): number | null {
  const begun = plain(word);
  if (begun.length < 3) return null;
  const whole = monthNames().filter(([name]) => name === begun);
  const found = whole.length > 0 ? whole : monthNames().filter(([name]) => name.startsWith(begun));
  const numbers = new Set(found.map(([, month]) => month));
  return numbers.size === 1 ? [...numbers][0]! : null;
}

/** With plain digits, without marks that nobody sees. */
const plainDigits = (typed: string) => asciiDigits(withoutMarks(typed)).trim();

const two = (number: number | string) => String(number).padStart(2, "0");
/** A year of two digits is one of this century. */
const isoOf = (day: string, month: number | string, year: string) =>
  `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const dayFirst = /^(\d{1,2})\s*[\s./\-؍،,]\s*(\d{1,2})\s*[\s./\-؍،,]\s*(\d{4}|\d{2})$/;
const together = /^(\d{2})(\d{2})(\d{4})$/;
const inWords = /^(\d{1,2})(?:er|st|nd|rd|th)?[\s.-]*([^\d\s][^\d]*?)[\s.,،-]*(\d{4}|\d{2})$/i;

/**
 * The civil day (yyyy-mm-dd) that was typed, with digits of any script: "28/12/2026", "28.12.26", "28122026", "28 Dec 2026",
 * "1er février 2027", "2026-12-28". What says no day stays as it is, so that a schema refuses it.
 */
export function readDay(typed: string): string {
  const text = plainDigits(typed);
  const iso = yearFirst.exec(text);
  if (iso) return isoOf(iso[3]!, iso[2]!, iso[1]!);
  const numbers = dayFirst.exec(text) ?? together.exec(text);
  if (numbers) return isoOf(numbers[1]!, numbers[2]!, numbers[3]!);
  const words = inWords.exec(text);
  const month = words && monthCalled(words[2]!);
  return month ? isoOf(words[1]!, month, words[3]!) : text;
}

/** The time HH:MM that was typed: "9", "930", "9h30", "9.30", "09:30". What says none stays as it is. */
export function readTime(typed: string): string {
  const text = plainDigits(typed);
  const said = /^(\d{1,2})\s*(?:[:.h]\s*)?(\d{2})?$/i.exec(text);
  const time = said ? `${two(said[1]!)}:${said[2] ?? "00"}` : text;
  return isCivilTime(time) ? time : text;
}
