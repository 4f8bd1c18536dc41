"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type Acts, focusLine, type Line, type RollRow } from "./RollLine";
import { type Changes, marksFor, oneOf, type Undo, undoAfter, undoWithoutHeld } from "./undoing";
import type { Kept } from "./useKept";
import { useUndoKey } from "./useUndoKey";

/** Marks people, and undoes the last change. */
export function useMarking(
  kept: Kept,
  rows: readonly RollRow[],
  lines: ReadonlyMap<number, Line>,
  /** Where the reader goes once there is no row to go to. */
  counter: RefObject<HTMLElement | null>,
) {
  const t = useTranslations("roll");
  const [undo, setUndo] = useState<Undo | null>(null);
  const { sheet, put, settle, insist, letGo } = kept;
  const { landed, marks } = sheet;

  /** What the handlers need of the latest drawing; they are the same for all of them. */
  const latest = useRef({ rows, lines, landed, undo });
  useLayoutEffect(() => {
    latest.current = { rows, lines, landed, undo };
  }, [rows, lines, landed, undo]);

  const change = useCallback(
    (changes: Changes, moving = false) => {
      const { rows, undo, ...drawn } = latest.current;
      const { made, before } = marksFor(changes, { rows, ...drawn });
      const [first] = made;
      if (!first) return;
      const [id, mark] = first;
      const one = made.size === 1 ? rows.find((row) => row.id === id) : undefined;
      const text = one
        ? t("markedOne", { name: one.called, state: t(`state.${mark.state}`) })
        : t("marked", { count: made.size });
      setUndo(undoAfter(undo, before, text));
      put(made, { moving });
    },
    [put, t],
  );

  const takeBack = useCallback(() => {
    const { undo } = latest.current;
    if (!undo) return;
    put(undo.before);
    setUndo(null);
    const id = oneOf(undo);
    if (id !== null) focusLine(id);
    else counter.current?.focus();
  }, [put, counter]);

  useEffect(() => {
    setUndo((now) => undoWithoutHeld(now, marks, (count) => t("marked", { count })));
  }, [marks, t]);
  useUndoKey(undo !== null, takeBack);

  const acts: Acts = useMemo(
    () => ({
      mark: (id, state, moving) => change(new Map([[id, { state }]]), moving),
      late: (id, lateMinutes) => change(new Map([[id, { state: "late", lateMinutes }]])),
      leave: () => {
        settle();
        setUndo((now) => now && { ...now, closed: true });
      },
      undo: takeBack,
      insist: (id) => {
        insist(
          id,
          latest.current.rows.find((row) => row.id === id),
        );
        focusLine(id);
      },
      letGo: (id) => {
        letGo([id]);
        focusLine(id);
      },
    }),
    [change, takeBack, settle, insist, letGo],
  );
  return { undo, change, takeBack, acts };
}
