import { locales, type Translated } from "../i18n/rules";
import { asciiDigits, fold } from "../text";

/** A place in a country, by the names that somebody gave it in whichever languages. */
export type NamedPlace = { country: string | null; place: Translated };

/**
 * Which of these places are one: those with a name in common in their country, however it is written, also where only a third one
 * has both names (عمّان and Amman). Gives of each the position of the first of them.
 */
export function samePlaces(places: readonly NamedPlace[]): number[] {
  const joined = places.map((_, at) => at);
  const first = (at: number): number => (joined[at] === at ? at : first(joined[at]!));
  const named = new Map<string, number>();
  for (const [at, { country, place }] of places.entries())
    for (const name of new Set(locales.map((locale) => fold(place[locale] ?? "")))) {
      if (name === "") continue;
      const known = named.get(`${country} ${name}`);
      if (known === undefined) named.set(`${country} ${name}`, at);
      else {
        const [earlier, later] = [first(known), first(at)].sort((a, b) => a - b) as [number, number];
        joined[later] = earlier;
      }
    }
  return places.map((_, at) => first(at));
}

/** The names of places that are one: of each language the first that was given. */
export const namesTogether = (places: readonly Translated[]): Translated =>
  Object.assign({}, ...[...places].reverse()) as Translated;

/** A room as a line says it; seats as a number of people, null where nobody said. */
export type RoomLine = { line: number; name: string; seats: number | null };

/** The longest name of a room, in letters, and the most seats that one has. */
const longestName = 80;
const mostSeats = 5000;

/**
 * Rooms that were pasted, one a line: a name, then a comma, semicolon or tab and the number of its seats, in digits of any
 * script; the number may be left out. `wrong` are the lines, counted from 1, that say something else. Empty lines say nothing.
 */
export function roomsInLines(text: string): { rooms: RoomLine[]; wrong: number[] } {
  const rooms: RoomLine[] = [];
  const wrong: number[] = [];
  for (const [nth, typed] of text.split(/\r?\n/).entries()) {
    const said = typed.trim();
    if (said === "") continue;
    const [, name = said, number = ""] = /^(.*?)\s*[,;،؛\t]\s*([^,;،؛\t]*)$/u.exec(said) ?? [];
    const digits = asciiDigits(number).trim();
    const seats = digits === "" ? null : /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
    if (name === "" || name.length > longestName || seats === 0 || (seats ?? 1) > mostSeats)
      wrong.push(nth + 1);
    else rooms.push({ line: nth + 1, name, seats });
  }
  return { rooms, wrong };
}
