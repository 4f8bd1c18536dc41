import type { AttendanceState } from "@/lib/attendance/rules";

/**
 * What a cell of a matrix shows: a mark, none yet, that the session is still to come, or that it began before the person
 * joined and counts only if they were there.
 */
export type MatrixMark = AttendanceState | "none" | "toCome" | "notTheirs";

/** A row of a matrix: a person, with a letter for what is marked in each column. */
export type MatrixRow = {
  id: number;
  /** The name by which the reader calls them. */
  called: string;
  /** What tells them from others of their name. */
  apart?: string | null;
  marks: string;
};

/** The marks of a row are a text with a letter for each column: a row is another one exactly where its text is. */
const letters = {
  p: "present",
  l: "late",
  e: "excused",
  a: "absent",
  ".": "none",
  _: "toCome",
  "-": "notTheirs",
} as const satisfies Record<string, MatrixMark>;
const letterOf = Object.fromEntries(
  Object.entries(letters).map(([letter, mark]) => [mark, letter]),
) as Record<MatrixMark, string>;

/** The marks of a row as its text. */
export const marksText = (marks: readonly MatrixMark[]): string =>
  marks.map((mark) => letterOf[mark]).join("");

/** The mark of a row in a column. */
export const markIn = (marks: string, column: number): MatrixMark =>
  letters[marks[column] as keyof typeof letters] ?? "none";
