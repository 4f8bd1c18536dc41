"use client";

import { TriangleAlert, Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type KeyboardEvent, memo, useEffect, useRef, useState } from "react";
import { letterOf } from "@/app/_ui/kit/letterOf";
import { Written } from "@/app/_ui/Written";
import { type AttendanceState, attendanceStates, rollFault } from "@/lib/attendance/rules";
import type { MarkState } from "@/lib/attendance/rules/onDevice";
import { dotBetween, labelled, namesFor } from "@/lib/i18n/rules";
import { asciiDigits } from "@/lib/text";
import { useSecondTap } from "./useSecondTap";

/** A person of the roll. */
export type RollRow = {
  id: number;
  name: string;
  /** The name by which the reader calls them. */
  called: string;
  latinName: string | null;
  organisation: string | null;
  /** What tells them from others of their name on the roll, ready to read. */
  apart: string | null;
  needs: string | null;
  state: AttendanceState | null;
  /** How many minutes late they came, or would have where a tap says so now. */
  lateMinutes: number;
  /** Who entered it and when, ready to read. */
  entered: string | null;
  /** That they can no longer reach the minimum attendance, or will not, ready to read. */
  outlook: string | null;
  /** Where the session began before they joined: when that was, ready to read. They owe this roll nothing. */
  joined: string | null;
};

/** How a row stands: what it shows, and what is to be said of it. */
export type Line = {
  state: MarkState;
  lateMinutes: number;
  /** True where only this device has it. */
  unsent: boolean;
  /** True where the server does not take the minutes. */
  refused: boolean;
  /** What this device holds back because somebody else has marked since, ready to read. */
  held: string | null;
};

/** What a row can do; the same for every row and every drawing. */
export type Acts = {
  mark: (id: number, state: MarkState, moving: boolean) => void;
  late: (id: number, minutes: number) => void;
  leave: () => void;
  undo: () => void;
  insist: (id: number) => void;
  letGo: (id: number) => void;
};

type Props = {
  row: RollRow;
  line: Line;
  /** True where somebody looks for others. */
  hidden: boolean;
  /** True for the row that undo would change. */
  undoable: boolean;
  open: boolean;
  minutes: number;
  acts: Acts;
};

/** Keys that mark the row that has the focus: by the state's letter, and a number by its place on the keyboard. */
const keys: Record<string, MarkState> = {
  p: "present",
  l: "late",
  e: "excused",
  a: "absent",
  ...Object.fromEntries(
    attendanceStates.flatMap((state, i) => [
      [`Digit${i + 1}`, state],
      [`Numpad${i + 1}`, state],
    ]),
  ),
};

const radioOf = (line: Element | null) =>
  line?.querySelector<HTMLInputElement>("input[type=radio]:checked") ??
  line?.querySelector<HTMLInputElement>("input[type=radio]");

/** Puts the focus into the row of somebody, or next to it. */
export function focusLine(id: number, step: 0 | 1 | -1 = 0): void {
  let line: Element | null = document.getElementById(`roll-${id}`)?.closest("li") ?? null;
  if (step !== 0)
    do line = (step > 0 ? line?.nextElementSibling : line?.previousElementSibling) ?? null;
    while (line instanceof HTMLElement && line.hidden);
  radioOf(line)?.focus();
}

/** One person of the roll: the name, which marks present, and the four states. Its height is the same whatever is marked. */
export const RollLine = memo(function RollLine({ row, line, hidden, undoable, open, minutes, acts }: Props) {
  const t = useTranslations("roll");
  /** True while the field holds minutes that cannot be; they stay there. */
  const [wrong, setWrong] = useState(false);
  const locale = useLocale();
  const field = useRef<HTMLInputElement>(null);
  // Another number that counts, as after undo, is put into the field; what cannot be stays there to be mended.
  useEffect(() => {
    if (field.current && !wrong) field.current.value = String(line.lateMinutes);
  }, [line.lateMinutes, wrong]);
  useEffect(() => {
    if (line.state !== "late") setWrong(false);
  }, [line.state]);
  const { id } = row;
  const fault =
    line.state === "late" && (wrong || line.refused)
      ? t("lateFault", { max: minutes - 1, stored: line.lateMinutes })
      : null;
  const said = line.unsent ? t("onlyHere") : line.state === row.state ? row.entered : null;
  const [first, other] = namesFor(row, useLocale());
  const about = [other, row.organisation].filter((text) => text !== null && text !== row.apart);

  const two = row.entered !== null && about.length > 0;

  /** True while an arrow key goes through the states: what it passes is not meant. */
  const moving = useRef(false);
  const onKeyDown = (event: KeyboardEvent) => {
    moving.current = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    const state = keys[letterOf(event) || event.code];
    if (step === null && !state) return;
    event.preventDefault();
    if (step !== null) focusLine(id, step);
    else if (open && state) acts.mark(id, state, false);
  };

  const name = useRef<HTMLLabelElement>(null);
  useSecondTap(name, undoable && line.state === "present", acts.undo);

  const setLate = (text: string) => {
    const digits = asciiDigits(text).trim();
    const late = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
    const wrong = rollFault("late", minutes, late) !== null && late !== line.lateMinutes;
    setWrong(wrong);
    if (!wrong && late !== line.lateMinutes) acts.late(id, late);
  };

  return (
    <li className="roll-line" hidden={hidden}>
      <div className="roll-head">
        <label htmlFor={`roll-${id}`} ref={name} className="roll-name">
          <Written>{first}</Written> {row.apart && <Written className="roll-apart">{row.apart}</Written>}
        </label>
        {fault ? (
          <p id={`roll-${id}-fault`} className="roll-fault">
            {fault}
          </p>
        ) : (
          <p
            className="roll-said"
            data-beside={line.state === "late" || undoable ? "" : undefined}
            data-warns={row.outlook ? "" : undefined}
            data-two={two ? "" : undefined}
          >
            {row.outlook ? (
              <>
                <span className="roll-outlook">
                  <TriangleAlert size={14} />
                  {row.outlook}
                </span>{" "}
              </>
            ) : null}
            {said ? <span className="roll-entered">{said}</span> : null}
            {said && about.length > 0 && !two ? dotBetween : null}
            {about.map((text, i) => (
              <Fragment key={text}>
                {i > 0 ? dotBetween : null}
                <Written>{text}</Written>
              </Fragment>
            ))}
          </p>
        )}
        {line.state === "late" ? (
          <label className="roll-late">
            <input
              ref={field}
              name={`marks.${id}.lateMinutes`}
              aria-label={labelled(t("late"), row.called, locale)}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={line.lateMinutes}
              disabled={!open}
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? `roll-${id}-fault` : undefined}
              dir="ltr"
              className="input"
              onBlur={(event) => setLate(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter") setLate(event.currentTarget.value);
              }}
            />
            <span aria-hidden>{t("lateUnit")}</span>
          </label>
        ) : null}
        {undoable ? (
          <button
            type="button"
            className="roll-undo"
            aria-label={labelled(t("undo"), row.called, locale)}
            onClick={acts.undo}
          >
            <Undo2 size={20} />
          </button>
        ) : null}
      </div>
      {row.needs ? (
        <p className="roll-note">
          {t("needs")} <Written>{row.needs}</Written>
        </p>
      ) : null}
      {row.joined && <p className="roll-note">{row.joined}</p>}
      <div
        role="radiogroup"
        className="roll-states"
        aria-label={row.called}
        onKeyDown={onKeyDown}
        onKeyUp={() => {
          moving.current = false;
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) acts.leave();
        }}
      >
        {attendanceStates.map((state) => (
          <label key={state} className="roll-state">
            <input
              id={state === "present" ? `roll-${id}` : undefined}
              type="radio"
              className="roll-mark"
              name={`marks.${id}.state`}
              value={state}
              checked={line.state === state}
              disabled={!open}
              onChange={() => acts.mark(id, state, moving.current)}
            />
            <span className="roll-word">{t(`state.${state}`)}</span>
          </label>
        ))}
      </div>
      {line.held ? (
        <div className="roll-held">
          <p className="roll-held-text">{line.held}</p>
          <button type="button" className="button" onClick={() => acts.insist(id)}>
            {t("insist")}
          </button>
          <button type="button" className="button" onClick={() => acts.letGo(id)}>
            {t("keepTheirs")}
          </button>
        </div>
      ) : null}
    </li>
  );
}, sameLine);

/** A mark draws its own row anew, not all of a long roll. */
function sameLine(a: Props, b: Props): boolean {
  return (
    a.row === b.row &&
    a.hidden === b.hidden &&
    a.undoable === b.undoable &&
    a.open === b.open &&
    a.minutes === b.minutes &&
    a.acts === b.acts &&
    (Object.keys(a.line) as (keyof Line)[]).every((key) => a.line[key] === b.line[key])
  );
}
