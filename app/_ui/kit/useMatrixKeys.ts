"use client";

import { type FocusEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { letterOf } from "./letterOf";
import type { MatrixColumn } from "./Matrix";
import type { MatrixMark } from "./matrixMarks";

/** Keys that mark the cell that has the focus: by the state's letter, and a number by its place on the keyboard. */
const markKeys: Record<string, MatrixMark | null> = {
  p: "present",
  Digit1: "present",
  Numpad1: "present",
  l: "late",
  Digit2: "late",
  Numpad2: "late",
  e: "excused",
  Digit3: "excused",
  Numpad3: "excused",
  a: "absent",
  Digit4: "absent",
  Numpad4: "absent",
  Delete: null,
  Backspace: null,
};
/** How many rows a page is. */
const pageRows = 10;

const cellOf = (target: EventTarget | null) => (target as Element | null)?.closest("button")?.closest("td");
/** Where a button of a row stands, by its value. */
const placeOf = (button: HTMLButtonElement) => button.value.split(".").map(Number) as [number, number];

/** The cell to which a key leads from another one, or null. Left and right are those of the screen. */
function nextCell(from: HTMLTableCellElement, event: KeyboardEvent): HTMLTableCellElement | null {
  const row = from.parentElement as HTMLTableRowElement;
  const body = row.parentElement as HTMLTableSectionElement;
  const rightToLeft = getComputedStyle(from).direction === "rtl";
  const lastColumn = row.cells.length - 2;
  const there = [...body.rows].filter(({ hidden }) => !hidden);
  const rowAt = (step: number) => there[Math.max(0, Math.min(there.length - 1, there.indexOf(row) + step))];
  const at = (to: HTMLTableRowElement | undefined, column: number) =>
    to?.cells[Math.max(1, Math.min(lastColumn, column))] ?? null;
  const along = (step: number) => at(row, from.cellIndex + (rightToLeft ? -step : step));
  const whole = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "ArrowRight":
      return along(1);
    case "ArrowLeft":
      return along(-1);
    case "ArrowDown":
      return at(rowAt(1), from.cellIndex);
    case "ArrowUp":
      return at(rowAt(-1), from.cellIndex);
    case "PageDown":
      return at(rowAt(pageRows), from.cellIndex);
    case "PageUp":
      return at(rowAt(-pageRows), from.cellIndex);
    case "Home":
      return at(whole ? there[0] : row, 1);
    case "End":
      return at(whole ? there.at(-1) : row, lastColumn);
    default:
      return null;
  }
}

/** Listens for all cells of a matrix, and keeps one of them the stop of the keyboard. */
export function useMatrixKeys(
  columns: readonly MatrixColumn[],
  current: number | null,
  {
    onMark,
    onCell,
    onPress,
  }: {
    onMark: (row: number, column: number, mark: MatrixMark | null) => void;
    onCell: (row: number, column: number) => void;
    onPress: (row: number, column: number) => void;
  },
) {
  const table = useRef<HTMLTableElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  const stopAt = (button: HTMLButtonElement | null | undefined) => {
    stop.current?.setAttribute("tabindex", "-1");
    button?.setAttribute("tabindex", "0");
    stop.current = button ?? null;
  };
  // Rows come and go with the search: without a stop in sight the keyboard could not enter at all.
  useEffect(() => {
    if (stop.current?.isConnected && !stop.current.closest("tr")?.hidden) return;
    const due = columns.findIndex(({ id }) => id === current);
    const first = [...(table.current?.tBodies[0]?.rows ?? [])].find(({ hidden }) => !hidden);
    stopAt(first?.cells[Math.max(0, due) + 1]?.querySelector("button"));
  });

  const onFocus = (event: FocusEvent) => {
    const button = cellOf(event.target)?.querySelector("button");
    if (!button) return;
    stopAt(button);
    const [column, row] = placeOf(button);
    onCell(row, column);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    const button = cell?.querySelector("button");
    if (!cell || !button || event.altKey) return;
    const pressed = letterOf(event) || event.code;
    const next = nextCell(cell as HTMLTableCellElement, event);
    if (next) {
      event.preventDefault();
      next.querySelector("button")?.focus();
    } else if (pressed in markKeys && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const [column, row] = placeOf(button);
      onMark(row, column, markKeys[pressed] ?? null);
    }
  };
  const onClick = (event: MouseEvent) => {
    const button = cellOf(event.target)?.querySelector("button");
    if (!button) return;
    event.preventDefault();
    // Safari gives a button that is pressed no focus.
    button.focus();
    if (event.detail > 0) return;
    const [column, row] = placeOf(button);
    onPress(row, column);
  };
  return { table, onFocus, onKeyDown, onClick };
}

/** Brings the reader to the cell of a person in a session, or of the first person there is. */
export function focusCell(column: number, row: number | null = null): void {
  const of = row === null ? `[value^="${column}."]` : `[value="${column}.${row}"]`;
  document.querySelector<HTMLButtonElement>(`.matrix tr:not([hidden]) button${of}`)?.focus();
}
