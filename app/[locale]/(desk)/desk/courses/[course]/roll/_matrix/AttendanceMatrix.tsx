"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { MarkSign, Matrix } from "@/app/_ui/kit/Matrix";
import { type MatrixMark, markIn } from "@/app/_ui/kit/matrixMarks";
import { focusCell } from "@/app/_ui/kit/useMatrixKeys";
import { attendanceStates } from "@/lib/attendance/rules";
import { standingOf } from "@/lib/attendance/rules/deviceSheet";
import type { MarkState } from "@/lib/attendance/rules/onDevice";
import { holds } from "@/lib/text";
import { StatusLine } from "../StatusLine";
import { CellBar } from "./CellBar";
import { type Column, hereIn, type PersonRow } from "./cells";
import { Due, UndoLast } from "./Due";
import { Finder } from "./Finder";
import { PersonHead, ShareBar } from "./PersonCells";
import { useCourseMarks, type WhoseMarks } from "./useCourseMarks";
import { useSame } from "./useSame";
import { Waiting } from "./Waiting";
import "./attendance.css";

type Props = WhoseMarks & {
  people: readonly PersonRow[];
  columns: readonly Column[];
  /** The session whose roll is to be taken next. */
  due: number | null;
  /** True where marks are taken now. */
  open: boolean;
  /** The minimum attendance, ready to read, and where its line stands. */
  minimum: { said: string; percent: number };
};

const isNamed = ({ names: { name, latinName } }: PersonRow, searched: string) =>
  holds(`${name} ${latinName ?? ""}`, searched);

const stateWord = (mark: MatrixMark | null): MarkState =>
  attendanceStates.find((state) => state === mark) ?? "none";

/** The attendance of a course: people by sessions. A letter or a press marks, is saved at once and can be undone. */
export function AttendanceMatrix({ due, open, minimum, ...props }: Props) {
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
  const { rows } = marks;
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
      columns.map(({ id, group, day, head, when, name }) => ({
        id,
        group,
        groupHead: day,
        name: when,
        current: id === due,
        head: (
          <Link
            href={`/desk/courses/${courseId}/roll/${id}`}
            prefetch={false}
            aria-label={`${head} · ${name}`}
          >
            {head}
          </Link>
        ),
      })),
    [columns, due, courseId],
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
    (person: PersonRow) => <ShareBar person={person} line={minimum.percent} />,
    [minimum.percent],
  );

  const below = people.filter(({ share }) => share?.below).length;
  const column = columns.find(({ id }) => id === cell?.column);
  const person = rows.find(({ id }) => id === cell?.row);
  const line = person && column && marks.lineOf(person, column.id);
  const dueColumn = columns.find(({ id }) => id === due);
  const rest = dueColumn
    ? rows.filter(({ marks: text }) => markIn(text, columns.indexOf(dueColumn)) === "none")
    : [];
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
          current={cell?.column ?? due}
        />
        <p ref={counter} tabIndex={-1} className={below > 0 ? "attendance-below" : "quiet"}>
          {t("below", { count: below, minimum: minimum.said })}
        </p>
        <div className="attendance-said">
          <StatusLine standing={standingOf(marks.sheets)} zone={whose.zone} />
          <UndoLast changed={marks.undo?.text ?? null} undo={marks.takeBack} />
        </div>
      </div>
      {open && dueColumn && rest.length > 0 ? (
        <Due
          name={dueColumn.name}
          count={rest.length}
          markRest={() => {
            marks.change(dueColumn.id, new Map(rest.map(({ id }) => [id, { state: "present" }])));
            counter.current?.focus();
          }}
        />
      ) : null}
      {marks.sheets.map((sheet) => (
        <Waiting
          key={sheet.sessionId}
          marks={marks}
          people={people}
          column={columns.find(({ id }) => id === sheet.sessionId)!}
          sheet={sheet}
          goesOn={counter}
        />
      ))}
      <Matrix
        label={t("title")}
        rows={rows}
        shown={shownIds}
        columns={heads}
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
      <CellBar
        at={person && column && line ? { person, column, line } : null}
        open={open}
        bar={bar}
        change={(changes) => column && marks.change(column.id, changes)}
      />
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

const personHead = (person: PersonRow) => <PersonHead person={person} />;
