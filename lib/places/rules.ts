import { locales, type Translated } from "../i18n/rules";
import { asciiDigits, fold } from "../text";

/** A place in a country, by the names that somebody gave it in whichever languages. */
export type NamedPlace = { country: string | null; place: Translated };

/** What a town is called before what tells it apart, such as its province ("Tshikapa, Kasaï"); null of a name that tells nothing apart. */
const townOf = (name: string): string | null => /^\s*(.+?)\s*[,،(]\s*[^\s,،()]/u.exec(name)?.[1] ?? null;

/**
 * Which of these places are one: those with a name in common in their country, however it is written, also where only a third one
 * has both names (عمّان and Amman); and a town that is named with its province and without, unless several of that name are told
 * apart by theirs. Gives of each the position of the first of them.
 */
export function samePlaces(places: readonly NamedPlace[]): number[] {
  const joined = places.map((_, at) => at);
  const first = (at: number): number => (joined[at] === at ? at : first(joined[at]!));
  const join = (one: number, other: number) => {
    const [earlier, later] = [first(one), first(other)].sort((a, b) => a - b) as [number, number];
    joined[later] = earlier;
  };
  const named = new Map<string, number>();
  const namesOf = ({ country, place }: NamedPlace, part: (name: string) => string | null) =>
    new Set(
      locales.flatMap((locale) => {
        const name = fold(part(place[locale] ?? "") ?? "");
        return name === "" ? [] : `${country} ${name}`;
      }),
    );
  for (const [at, place] of places.entries())
    for (const name of namesOf(place, (whole) => whole)) {
      const known = named.get(name);
      if (known === undefined) named.set(name, at);
      else join(known, at);
    }
  const apart = new Map<string, Set<number>>();
  for (const [at, place] of places.entries())
    for (const town of namesOf(place, townOf)) apart.set(town, (apart.get(town) ?? new Set()).add(at));
  for (const [at, place] of places.entries()) {
    const towns = [...namesOf(place, (whole) => whole)].flatMap((town) => [...(apart.get(town) ?? [])]);
    const [only, ...others] = new Set(towns.map(first));
    if (only !== undefined && others.length === 0) join(at, only);
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
