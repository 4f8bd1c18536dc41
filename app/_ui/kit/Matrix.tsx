"use client";

import { useLocale } from "next-intl";
import { type CSSProperties, type FormHTMLAttributes, memo, type ReactNode } from "react";
import { colon } from "@/lib/i18n/rules";
import { type MatrixMark, type MatrixRow, markIn } from "./matrixMarks";
import { useMatrixKeys } from "./useMatrixKeys";
import "./matrix-marks.css";
import "./matrix.css";

/** A column: a session. `group` is what columns beside each other share, a day; `groupHead` is how its head says it. */
export type MatrixColumn = {
  id: number;
  group: string;
  groupHead?: string;
  /** What stands in its head, and what it is called in the name of a cell. */
  head: ReactNode;
  name: string;
};

type Cells<Row extends MatrixRow> = {
  columns: readonly MatrixColumn[];
  /** What a mark is called. */
  words: Record<MatrixMark, string>;
  /** What stands at the start and at the end of a row. The same functions for every drawing. */
  rowHead: (row: Row) => ReactNode;
  rowEnd: (row: Row) => ReactNode;
};

type Props<Row extends MatrixRow> = Cells<Row> & {
  label: string;
  rows: readonly Row[];
  /** The column that is at hand: tinted, and where the keyboard enters. */
  current?: number | null;
  /** Which rows are shown, where not all are. */
  shown?: ReadonlySet<number> | null;
  /** Heads of the first and the last column, and what stands below them. */
  rowsName: string;
  endName: string;
  totalName: string;
  totals: readonly ReactNode[];
  endTotal?: ReactNode;
  /** A letter marks the cell that has the focus; null takes its mark away. */
  onMark: (row: number, column: number, mark: MatrixMark | null) => void;
  /** Somebody came to a cell. */
  onCell: (row: number, column: number) => void;
  /** Somebody pressed a cell with the keyboard: to what can be done with it. */
  onPress: (row: number, column: number) => void;
  /** Where a cell leads while there are no scripts: the form that its button sends, as `at`, column and row. */
  action: FormHTMLAttributes<HTMLFormElement>["action"] & string;
};

/**
 * A table of buttons: people by sessions. The keyboard stops in it once: arrows go from cell to cell, as one sees them;
 * letters mark. One listener for all of it, so that thousands of cells cost no more than their markup.
 */
export function Matrix<Row extends MatrixRow>({
  label,
  rows,
  shown = null,
  columns,
  current = null,
  action,
  ...props
}: Props<Row>) {
  const { table, onKeyDown, onFocus, onClick } = useMatrixKeys(columns, current, props);
  const groups = columns.reduce<{ name: string; head: string; id: number; span: number }[]>(
    (all, { group, groupHead, id }) => {
      const last = all.at(-1);
      if (last?.name === group) last.span += 1;
      else all.push({ name: group, head: groupHead ?? group, id, span: 1 });
      return all;
    },
    [],
  );
  return (
    <form action={action} className="matrix-frame">
      <section aria-label={label} tabIndex={-1} className="matrix-scroll">
        <table
          ref={table}
          className="matrix"
          style={{ "--columns": columns.length } as CSSProperties}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onClick={onClick}
        >
          <caption className="sr-only">{label}</caption>
          <colgroup>
            <col className="matrix-names" />
            {columns.map(({ id }) => (
              <col key={id} data-current={id === current || undefined} />
            ))}
            <col className="matrix-ends" />
          </colgroup>
          <thead>
            <tr>
              <th rowSpan={2} scope="col" className="matrix-name">
                {props.rowsName}
              </th>
              {groups.map(({ name, head, id, span }) => (
                <th key={id} colSpan={span} scope="colgroup" abbr={name}>
                  <span className="matrix-day">{head}</span>
                </th>
              ))}
              <th rowSpan={2} scope="col" className="matrix-end">
                {props.endName}
              </th>
            </tr>
            <tr>
              {columns.map(({ id, head }, nth) => (
                <th
                  key={id}
                  scope="col"
                  data-first={isFirst(columns, nth)}
                  data-current={id === current || undefined}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-row={row.id} hidden={shown !== null && !shown.has(row.id)}>
                <Line
                  row={row}
                  columns={columns}
                  words={props.words}
                  rowHead={props.rowHead as Cells<MatrixRow>["rowHead"]}
                  rowEnd={props.rowEnd as Cells<MatrixRow>["rowEnd"]}
                />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="matrix-name">
                {props.totalName}
              </th>
              {columns.map(({ id }, nth) => (
                <td key={id} data-first={isFirst(columns, nth)}>
                  {props.totals[nth]}
                </td>
              ))}
              <td className="matrix-end">{props.endTotal}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </form>
  );
}

/** Marks the first column of a group, which a line sets apart from the one before. */
const isFirst = (columns: readonly MatrixColumn[], nth: number): "" | undefined =>
  columns[nth - 1]?.group === columns[nth]?.group ? undefined : "";

/** What stands in a person's row: drawn anew when it or the columns change, not with every step through the table. */
const Line = memo(function Line({
  row,
  columns,
  words,
  rowHead,
  rowEnd,
}: Cells<MatrixRow> & { row: MatrixRow }) {
  const before = colon(useLocale());
  const called = row.apart ? `${row.called}, ${row.apart}` : row.called;
  return (
    <>
      <th scope="row" className="matrix-name">
        {rowHead(row)}
      </th>
      {columns.map(({ id, name }, i) => {
        const mark = markIn(row.marks, i);
        return (
          <td key={id} data-first={isFirst(columns, i)} data-to-come={mark === "toCome" ? "" : undefined}>
            <button
              type="submit"
              name="at"
              value={`${id}.${row.id}`}
              tabIndex={-1}
              data-mark={mark}
              aria-label={`${called}, ${name}${before}${words[mark]}`}
            />
          </td>
        );
      })}
      <td className="matrix-end">{rowEnd(row)}</td>
    </>
  );
});

/** The shape of a mark beside its word, as in the cells: a dot, half a dot, a box, a cross; a point for none. */
export const MarkSign = ({ mark }: { mark: MatrixMark }) => <i className="matrix-sign" data-mark={mark} />;
