import { type MatrixMark, type MatrixRow, markIn, marksText } from "@/app/_ui/kit/matrixMarks";
import type { AttendanceState } from "@/lib/attendance/rules";
import { emptySheet, type Sheet } from "@/lib/attendance/rules/deviceSheet";
import type { KeptMark, MarkState } from "@/lib/attendance/rules/onDevice";
import type { Share } from "@/lib/completion/rules/reachable";
import type { PersonsNames } from "@/lib/i18n/rules";
import type { Line } from "../[session]/RollLine";
import { linesOf, type Stands } from "../[session]/rollLines";

/** A session as a column of the matrix. */
export type Column = {
  id: number;
  /** Its day in full and as its head has it, its module or its place in the timetable, ready to read. */
  group: string;
  day: string;
  head: string;
  /** The group that it is of, by what sets it apart from the others; null where it is everybody's. */
  whose: string | null;
  /** When it begins and of which group, and all of it in one line. */
  when: string;
  name: string;
  minutes: number;
  /** How many minutes "late" means in it, until somebody says otherwise. */
  usualLate: number;
};

/** Somebody as a row of the matrix. */
export type PersonRow = MatrixRow & {
  /** Both names; the row is called by the reader's. */
  names: PersonsNames;
  /** What tells them from others of their name, ready to read. */
  apart: string | null;
  /** Minutes that they came late, by session. */
  late: Record<number, number>;
  share: (Share & { said: string }) | null;
  /** That they can no longer reach the minimum, or will not, ready to read. */
  outlook: { kind: "lost" | "close"; said: string } | null;
};

/** The state that a cell stands for; null where nothing is entered. */
const stateOf = (mark: MatrixMark): AttendanceState | null =>
  mark === "none" || mark === "toCome" || mark === "notTheirs" ? null : mark;

/** What the page knows to stand for somebody in the nth session. */
export const standsIn = (person: PersonRow, column: Column, nth: number): Stands => ({
  id: person.id,
  state: stateOf(markIn(person.marks, nth)),
  lateMinutes: person.late[column.id] ?? column.usualLate,
});

/** The rolls of the device that belong to sessions of the matrix, by session. */
export const sheetsBySession = (sheets: readonly Sheet[], columns: readonly Column[]) =>
  new Map(
    sheets
      .filter(({ sessionId }) => columns.some(({ id }) => id === sessionId))
      .map((sheet) => [sheet.sessionId, sheet]),
  );

/** How these people stand in a session: by what this device keeps, by what it has sent, or as the page came. */
export const linesIn = (
  people: readonly PersonRow[],
  column: Column,
  nth: number,
  sheet: Sheet | undefined,
  sayHeld: (mine: KeptMark, theirs: MarkState) => string,
): ReadonlyMap<number, Line> =>
  linesOf(
    people.map((person) => standsIn(person, column, nth)),
    { sheet: sheet ?? emptySheet, kept: null, sayHeld },
  );

/** People with the marks of this device in their rows; who has none there stays the same object. */
export function withSheets(
  people: readonly PersonRow[],
  columns: readonly Column[],
  sheets: ReadonlyMap<number, Sheet>,
): readonly PersonRow[] {
  const changed = new Map<number, Map<number, MatrixMark>>();
  columns.forEach((column, nth) => {
    const sheet = sheets.get(column.id);
    if (!sheet) return;
    const touched = people.filter(({ id }) => sheet.marks.has(id) || sheet.landed.has(id));
    for (const [id, { state }] of linesIn(touched, column, nth, sheet, () => ""))
      changed.set(id, (changed.get(id) ?? new Map<number, MatrixMark>()).set(nth, state));
  });
  if (changed.size === 0) return people;
  return people.map((person) => {
    const marks = changed.get(person.id);
    if (!marks) return person;
    return {
      ...person,
      marks: marksText(
        columns.map((_, nth) => {
          const [before, now] = [markIn(person.marks, nth), marks.get(nth)];
          // What is taken back looks again as before anything was entered.
          return now === undefined || (now === "none" && stateOf(before) === null) ? before : now;
        }),
      ),
    };
  });
}

/** How many of these people were there in the nth session; null where nobody has a mark yet. */
export function hereIn(people: readonly PersonRow[], nth: number): number | null {
  const marks = people.map((person) => markIn(person.marks, nth));
  if (marks.every((mark) => stateOf(mark) === null)) return null;
  return marks.filter((mark) => mark === "present" || mark === "late").length;
}

/** Fresh data with the objects of the last where they say the same, so that only what differs is drawn anew. */
export function withSame<One extends { id: number }>(
  last: readonly One[],
  fresh: readonly One[],
): readonly One[] {
  const before = new Map(last.map((one) => [one.id, one]));
  const next = fresh.map((one) => {
    const known = before.get(one.id);
    return known && JSON.stringify(known) === JSON.stringify(one) ? known : one;
  });
  return next.length === last.length && next.every((one, i) => one === last[i]) ? last : next;
}
