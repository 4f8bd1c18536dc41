import { asciiDigits } from "../text";

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
