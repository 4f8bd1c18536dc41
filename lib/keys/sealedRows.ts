import type { Context } from "../acts/context";

/** A sealed value: the number of its row, and what it is bound to. */
export type SealedRow = { row: number; sealed: Buffer; about: string };

/** The sealed values of one table, as its owner hands them out to be opened and sealed again. */
export type SealedRows = {
  /** What they are, as in "12 answers about persons". */
  readonly name: string;
  /** The table, which a database of an older version may lack. */
  readonly table: string;
  /** The next ones after a row, in the order of the rows. */
  next(cx: Context, after: number, many: number): SealedRow[];
  /** Puts a value that says the same in place of one. */
  put(cx: Context, row: number, sealed: Buffer): void;
};
