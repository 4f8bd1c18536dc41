"use client";

import { type FormHTMLAttributes, memo, type ReactNode } from "react";
import { type MatrixMark, type MatrixRow, markIn } from "./matrixMarks";
import { useMatrixKeys } from "./useMatrixKeys";
import "./matrix.css";

/** A column: a session. `group` is what columns beside each other share, a day. */
export type MatrixColumn = {
  id: number;
  group: string;
  /** What stands in its head, and what it is called in full. */
  head: ReactNode;
  name: string;
  /** The one that is due: tinted, and where the keyboard enters. */
  current: boolean;
  total: ReactNode;
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
  /** Heads of the first and the last column, and what stands below them. */
  rowsName: string;
  endName: string;
  totalName: string;
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
export function Matrix<Row extends MatrixRow>({ label, rows, columns, action, ...props }: Props<Row>) {
  const { table, onKeyDown, onFocus, onClick } = useMatrixKeys(columns, props);
  const groups = columns.reduce<{ name: string; id: number; span: number }[]>((all, { group, id }) => {
    const last = all.at(-1);
    if (last?.name === group) last.span += 1;
    else all.push({ name: group, id, span: 1 });
    return all;
  }, []);
  const firsts = new Set(groups.map(({ id }) => id));
  return (
    <form action={action} className="matrix-frame">
      <section aria-label={label} tabIndex={-1} className="matrix-scroll">
        <table ref={table} className="matrix" onKeyDown={onKeyDown} onFocus={onFocus} onClick={onClick}>
          <caption className="sr-only">{label}</caption>
          <colgroup>
            <col />
            {columns.map(({ id, current }) => (
              <col key={id} data-current={current || undefined} data-first={firsts.has(id) || undefined} />
            ))}
            <col />
          </colgroup>
          <thead>
            <tr>
              <th rowSpan={2} scope="col" className="matrix-name">
                {props.rowsName}
              </th>
              {groups.map(({ name, id, span }) => (
                <th key={id} colSpan={span} scope="colgroup">
                  {name}
                </th>
              ))}
              <th rowSpan={2} scope="col" className="matrix-end">
                {props.endName}
              </th>
            </tr>
            <tr>
              {columns.map(({ id, head, current }) => (
                <th key={id} scope="col" data-current={current || undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line
                key={row.id}
                row={row}
                columns={columns}
                words={props.words}
                rowHead={props.rowHead as Cells<MatrixRow>["rowHead"]}
                rowEnd={props.rowEnd as Cells<MatrixRow>["rowEnd"]}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="matrix-name">
                {props.totalName}
              </th>
              {columns.map(({ id, total }) => (
                <td key={id}>{total}</td>
              ))}
              <td className="matrix-end">{props.endTotal}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </form>
  );
}

/** A person's row: drawn anew when it or the columns change, not with every step through the table. */
const Line = memo(function Line({
  row,
  columns,
  words,
  rowHead,
  rowEnd,
}: Cells<MatrixRow> & { row: MatrixRow }) {
  return (
    <tr data-row={row.id}>
      <th scope="row" className="matrix-name">
        {rowHead(row)}
      </th>
      {columns.map(({ id, name }, i) => {
        const mark = markIn(row.marks, i);
        return (
          <td key={id}>
            <button
              type="submit"
              name="at"
              value={`${id}.${row.id}`}
              tabIndex={-1}
              data-mark={mark}
              aria-label={`${row.name}, ${name}: ${words[mark]}`}
            >
              <MarkSign mark={mark} />
            </button>
          </td>
        );
      })}
      <td className="matrix-end">{rowEnd(row)}</td>
    </tr>
  );
});

/** The shape of a mark: a dot, half a dot, a box, a cross; a point for none. */
export function MarkSign({ mark }: { mark: MatrixMark }) {
  return (
    <svg viewBox="0 0 14 14" className="matrix-sign" data-mark={mark} aria-hidden="true">
      {shapes[mark]}
    </svg>
  );
}

const shapes: Record<MatrixMark, ReactNode> = {
  present: <circle cx="7" cy="7" r="4.5" />,
  late: (
    <>
      <circle cx="7" cy="7" r="4" className="matrix-line" />
      <path d="M7 3a4 4 0 0 1 0 8z" />
    </>
  ),
  excused: <rect x="3" y="3" width="8" height="8" rx="1.5" className="matrix-line" />,
  absent: <path d="M3 3l8 8M11 3l-8 8" className="matrix-line" />,
  none: <circle cx="7" cy="7" r="1" />,
  notTheirs: <path d="M4.5 7h5" className="matrix-line" />,
  toCome: null,
};
