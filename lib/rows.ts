import * as z from "zod";
import { says } from "./faults";

/** Where a row stands in its form, so that a fault is said beside it. */
export type Placed = { index: number };

/** Rows with where each stands, as a list of a form has them. */
export const placed = <Row extends object>(rows: readonly Row[]): (Row & Placed)[] =>
  rows.map((row, index) => ({ ...row, index }));

/** True where a row of a form says nothing: nothing but what it is offered with is in it. */
function saysNothing(row: unknown, offered: readonly string[]): boolean {
  if (typeof row !== "object" || row === null) return true;
  return Object.entries(row).every(
    ([name, value]) =>
      offered.includes(name) ||
      value === null ||
      value === undefined ||
      value === false ||
      (typeof value === "string" && value.trim() === "") ||
      (Array.isArray(value) && value.every((one) => saysNothing(one, offered))),
  );
}

/**
 * Rows of a list (`rooms.0.name`): those in which nothing is said are left out, such as the empty ones that wait in a form.
 * @param offered fields that a waiting row holds already, such as a kind that is chosen beforehand.
 */
export const rowsOf = <Row extends z.ZodType<object>>(
  row: Row,
  most: number,
  offered: readonly string[] = [],
) =>
  z
    .array(
      z.preprocess(
        (said) => (saysNothing(said, offered) ? undefined : said),
        row.optional(),
      ) as unknown as z.ZodType<z.output<Row> | undefined, z.input<Row>>,
    )
    .nullish()
    .transform((list) =>
      (list ?? []).flatMap((one, index) =>
        one === undefined ? [] : [{ ...one, index } as z.output<Row> & Placed],
      ),
    )
    .refine((list) => list.length <= most, says("tooManyLines", { params: { max: most } }));
