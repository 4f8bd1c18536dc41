"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { focusCell } from "@/app/_ui/kit/useMatrixKeys";
import { keeperOf, sheetsOf, sheetsOfNobody } from "@/app/[locale]/(desk)/_marks/rollKeeper";
import { emptySheet } from "@/lib/attendance/rules/deviceSheet";
import { type KeptMark, type MarkState, noMarks } from "@/lib/attendance/rules/onDevice";
import { clockTime } from "@/lib/i18n/format";
import { stoodIn } from "../[session]/rollLines";
import { type Changes, marksFor, oneOf, type Undo, undoAfter, undoWithoutHeld } from "../[session]/undoing";
import { useUndoKey } from "../[session]/useUndoKey";
import { type Column, linesIn, type PersonRow, sheetsBySession, standsIn, withSheets } from "./cells";

/** The last change, with the session whose roll it changed. */
type UndoIn = Undo & { session: number };

/** Whose marks these are, and in which course. */
export type WhoseMarks = { account: number; courseId: number; zone: string };

/** The marks of a course's rolls: as they stand with what this device keeps, made one by one or many, and undone. */
export function useCourseMarks(
  { account, courseId, zone }: WhoseMarks,
  people: readonly PersonRow[],
  columns: readonly Column[],
) {
  const t = useTranslations("roll");
  const locale = useLocale();
  const subscribe = useCallback((listener: () => void) => keeperOf(account).subscribe(listener), [account]);
  const all = useSyncExternalStore(subscribe, () => sheetsOf(account), sheetsOfNobody);
  const sheets = useMemo(() => sheetsBySession(all, columns), [all, columns]);
  const rows = useMemo(() => withSheets(people, columns, sheets), [people, columns, sheets]);
  const [undo, setUndo] = useState<UndoIn | null>(null);

  // Fresh rows say by themselves what was sent from here.
  useEffect(() => {
    const ids = people.map(({ id }) => id);
    for (const { id } of columns) keeperOf(account).shown(id, ids);
  }, [people, columns, account]);

  const sayHeld = useCallback(
    (mine: KeptMark, theirs: MarkState) =>
      t("held", {
        mine: t(`state.${mine.state}`),
        at: clockTime(mine.at, locale, zone),
        theirs: t(`state.${theirs}`),
      }),
    [t, locale, zone],
  );
  const indexOf = (session: number) => columns.findIndex(({ id }) => id === session);
  const sheetOf = (session: number) => sheets.get(session) ?? emptySheet;
  const stands = (person: PersonRow, session: number) => {
    const nth = indexOf(session);
    return standsIn(person, columns[nth]!, nth);
  };
  /** How somebody stands in a session; undefined where there is no such session. */
  const lineOf = (person: PersonRow, session: number) => {
    const nth = indexOf(session);
    const column = columns[nth];
    return column && linesIn([person], column, nth, sheets.get(session), sayHeld).get(person.id);
  };

  const change = (session: number, changes: Changes) => {
    const nth = indexOf(session);
    const column = columns[nth];
    const changed = people.filter(({ id }) => changes.has(id));
    if (!column || changed.length === 0) return;
    const { made, before } = marksFor(changes, {
      rows: changed.map((person) => standsIn(person, column, nth)),
      lines: linesIn(changed, column, nth, sheets.get(session), sayHeld),
      landed: sheets.get(session)?.landed ?? noMarks,
    });
    const [first] = made;
    if (!first) return;
    const one = made.size === 1 ? people.find(({ id }) => id === first[0]) : undefined;
    const text = one
      ? t("markedOne", { name: one.called, state: t(`state.${first[1].state}`) })
      : t("marked", { count: made.size });
    setUndo((now) => ({ ...undoAfter(now?.session === session ? now : null, before, text), session }));
    keeperOf(account).mark(courseId, session, made);
  };

  const takeBack = () => {
    if (!undo) return;
    keeperOf(account).mark(courseId, undo.session, undo.before);
    setUndo(null);
    focusCell(undo.session, oneOf(undo));
  };
  useUndoKey(undo !== null, takeBack);
  useEffect(() => {
    setUndo((now) => {
      if (!now) return now;
      const kept = sheets.get(now.session)?.marks ?? noMarks;
      const left = undoWithoutHeld(now, kept, (count) => t("marked", { count }));
      return left && { ...left, session: now.session };
    });
  }, [sheets, t]);

  return {
    rows,
    sheets: [...sheets.values()],
    sheetOf,
    lineOf,
    change,
    undo,
    takeBack,
    /** Somebody came to another cell: another mark in the last one is another change. */
    leave: () => setUndo((now) => now && { ...now, closed: true }),
    insist: (session: number, person: PersonRow) =>
      keeperOf(account).insist(session, person.id, stoodIn(stands(person, session))),
    letGo: (session: number, ids: readonly number[]) => keeperOf(account).letGo(session, ids),
    setReason: (session: number, reason: string) => keeperOf(account).setReason(session, reason),
    send: () => void keeperOf(account).flush(),
  };
}

export type CourseMarks = ReturnType<typeof useCourseMarks>;
