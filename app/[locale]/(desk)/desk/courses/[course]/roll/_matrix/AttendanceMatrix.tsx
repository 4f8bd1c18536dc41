"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useDock } from "@/app/_ui/kit/dock";
import { MarkSign, Matrix } from "@/app/_ui/kit/Matrix";
import { type MatrixMark, markIn } from "@/app/_ui/kit/matrixMarks";
import { focusCell } from "@/app/_ui/kit/useMatrixKeys";
import { attendanceStates } from "@/lib/attendance/rules";
import { standingOf } from "@/lib/attendance/rules/deviceSheet";
import type { MarkState } from "@/lib/attendance/rules/onDevice";
import { dotBetween } from "@/lib/i18n/rules";
import { holds } from "@/lib/text";
import { StatusLine } from "../StatusLine";
import { AtHand, type Standing, UndoLast } from "./AtHand";
import { CellBar } from "./CellBar";
import { type Column, hereIn, type PersonRow } from "./cells";
import { Finder } from "./Finder";
import { PersonHead, ShareBar } from "./PersonCells";
import { useCourseMarks, type WhoseMarks } from "./useCourseMarks";
import { useSame } from "./useSame";
import { Waiting } from "./Waiting";
import "./attendance.css";
import "./bar.css";
import "./top.css";

type Props = WhoseMarks & {
  people: readonly PersonRow[];
  columns: readonly Column[];
  /** The session whose roll is to be taken next. */
  due: number | null;
  /** True where marks are taken now. */
  open: boolean;
  /** The minimum attendance, ready to read, and where its line stands. */
  minimum: { said: string; percent: number };
  /** Who cannot reach the minimum, folded; null where all can. On a phone it is there as well, as are the papers. */
  risk: ReactNode;
  /** The ways to what is printed. */
  papers: ReactNode;
};

const isNamed = ({ names: { name, latinName } }: PersonRow, searched: string) =>
  holds(`${name} ${latinName ?? ""}`, searched);

const stateWord = (mark: MatrixMark | null): MarkState =>
  attendanceStates.find((state) => state === mark) ?? "none";

/** The attendance of a course: people by sessions. A letter or a press marks, is saved at once and can be undone. */
export function AttendanceMatrix({ due, open, minimum, risk, papers, ...props }: Props) {
  const { people: freshPeople, columns: freshColumns, ...whose } = props;
  const people = useSame(freshPeople);
  const columns = useSame(freshColumns);
  const t = useTranslations("attendance");
  const roll = useTranslations("roll");
  const marks = useCourseMarks(whose, people, columns);
  const [cell, setCell] = useState<{ row: number; column: number } | null>(null);
  const [searched, setSearched] = useState("");
  const counter = useRef<HTMLParagraphElement>(null);
  const bar = useRef<HTMLFieldSetElement>(null);
  const dock = useRef<HTMLDivElement>(null);
  const { rows } = marks;
  useDock(dock, cell !== null || marks.sheets.length > 0);
  const looked = useDeferredValue(searched.trim());
  const shown = useMemo(
    () => (looked === "" ? rows : rows.filter((row) => isNamed(row, looked))),
    [rows, looked],
  );
  const shownIds = useMemo(
    () => (looked === "" ? null : new Set(shown.map(({ id }) => id))),
    [shown, looked],
  );
  const { courseId } = whose;
  const heads = useMemo(
    () =>
      columns.map(({ id, group, day, head, whose, when, name }) => ({
        id,
        group,
        groupHead: day,
        name: when,
        head: (
          <Link
            href={`/desk/courses/${courseId}/roll/${id}`}
            prefetch={false}
            aria-label={`${head}${dotBetween}${name}`}
          >
            {head}
            {whose ? <span className="matrix-whose">{whose}</span> : null}
          </Link>
        ),
      })),
    [columns, courseId],
  );
  const words = useMemo(
    () => ({
      present: roll("state.present"),
      late: roll("state.late"),
      excused: roll("state.excused"),
      absent: roll("state.absent"),
      none: roll("state.none"),
      toCome: t("toCome"),
      notTheirs: t("notTheirs"),
    }),
    [roll, t],
  );
  const rowEnd = useCallback(
    (person: PersonRow) => (
      <ShareBar person={person} line={minimum.percent} low={t("low", { minimum: minimum.said })} />
    ),
    [minimum.percent, minimum.said, t],
  );

  const below = people.filter(({ share }) => share?.below).length;
  const column = columns.find(({ id }) => id === cell?.column);
  const person = rows.find(({ id }) => id === cell?.row);
  const line = person && column && marks.lineOf(person, column.id);
  // One session is at hand: the one of the chosen cell, else the one that is due. Tint, line above, chooser and bar follow it.
  const atHand = columns.find(({ id }) => id === (cell?.column ?? due)) ?? null;
  const { rest, standing } = restIn(rows, atHand ? columns.indexOf(atHand) : -1);
  const waiting = marks.sheets.map((sheet) => ({
    sheet,
    column: columns.find(({ id }) => id === sheet.sessionId)!,
  }));
  const asksReason = marks.sheets.some((one) => one.sessionId === atHand?.id && one.fault?.fields?.reason);
  useEffect(() => {
    if (!asksReason || !cell) return;
    // Once what is asked stands at the foot: the cell that it is about stays in sight above it.
    const later = setTimeout(
      () => cellAt(cell)?.scrollIntoView({ block: "nearest", inline: "nearest" }),
      100,
    );
    return () => clearTimeout(later);
  }, [asksReason, cell]);
  const said = (
    <div className="attendance-said">
      <StatusLine standing={standingOf(marks.sheets)} zone={whose.zone} />
      <UndoLast changed={marks.undo?.text ?? null} undo={marks.takeBack} />
    </div>
  );
  return (
    <div className="attendance" data-marks>
      <div className="attendance-top">
        <Finder
          searched={searched}
          found={shown.length}
          search={setSearched}
          goTo={() => {
            const first = rows.find((row) => isNamed(row, searched));
            if (first) focusCell(cell?.column ?? due ?? columns[0]!.id, first.id);
          }}
          columns={columns}
          current={atHand?.id ?? null}
        />
        {/* What is folded beside it says the same, and who. */}
        <p
          ref={counter}
          tabIndex={-1}
          className={risk ? "sr-only" : below > 0 ? "attendance-below" : "quiet"}
        >
          {/* Before anything is counted nobody is said to be above either. */}
          {people.some(({ share }) => share) ? t("below", { count: below, minimum: minimum.said }) : null}
        </p>
        {risk}
        {open ? null : said}
        {papers}
      </div>
      {open ? (
        <AtHand
          name={atHand?.name ?? null}
          standing={standing}
          count={rest.length}
          said={said}
          markRest={() => {
            if (!atHand) return;
            marks.change(atHand.id, new Map(rest.map(({ id }) => [id, { state: "present" }])));
            counter.current?.focus();
          }}
        />
      ) : null}
      <Matrix
        label={t("title")}
        rows={rows}
        shown={shownIds}
        columns={heads}
        current={atHand?.id ?? null}
        words={words}
        rowsName={t("participant")}
        endName={t("share")}
        totalName={t("here")}
        totals={columns.map((_, nth) => hereIn(rows, nth))}
        endTotal={t("line", { minimum: minimum.said })}
        rowHead={personHead}
        rowEnd={rowEnd}
        action={`/desk/courses/${courseId}/roll`}
        onCell={(row, column) => {
          if (row === cell?.row && column === cell.column) return;
          setCell({ row, column });
          marks.leave();
        }}
        onPress={() => bar.current?.querySelector<HTMLButtonElement>("button:not(:disabled)")?.focus()}
        onMark={(row, column, mark) => {
          if (open) marks.change(column, new Map([[row, { state: stateWord(mark) }]]));
        }}
      />
      <div ref={dock} className="matrix-dock" data-chosen={cell || waiting.length > 0 ? "" : undefined}>
        {waiting.map(({ sheet, column }) => (
          <Waiting
            key={sheet.sessionId}
            marks={marks}
            people={people}
            column={column}
            sheet={sheet}
            atHand={column === atHand}
            goesOn={counter}
            back={() => focusCell(column.id, cell?.row ?? null)}
          />
        ))}
        <CellBar
          at={person && column && line ? { person, column, line } : null}
          open={open}
          bar={bar}
          change={(changes) => column && marks.change(column.id, changes)}
        />
      </div>
      <ul className="attendance-key">
        {(["present", "late", "excused", "absent", "none", "notTheirs", "toCome"] as const).map((mark) => (
          <li key={mark}>
            <MarkSign mark={mark} />
            {words[mark]}
          </li>
        ))}
      </ul>
    </div>
  );
}

const cellAt = ({ row, column }: { row: number; column: number }) =>
  document.querySelector(`.matrix button[value="${column}.${row}"]`);

/** Who has no mark yet in the nth session, and how its roll stands. */
function restIn(rows: readonly PersonRow[], nth: number): { rest: PersonRow[]; standing: Standing } {
  const rest = rows.filter(({ marks }) => markIn(marks, nth) === "none");
  const comes = rows.some(({ marks }) => markIn(marks, nth) === "toCome");
  return { rest, standing: comes ? "comes" : rest.length > 0 ? "due" : "complete" };
}

const personHead = (person: PersonRow) => <PersonHead person={person} />;
