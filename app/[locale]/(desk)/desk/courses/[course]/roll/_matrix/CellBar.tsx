"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { MarkSign } from "@/app/_ui/kit/Matrix";
import { focusCell } from "@/app/_ui/kit/useMatrixKeys";
import { Written } from "@/app/_ui/Written";
import { attendanceStates, rollFault } from "@/lib/attendance/rules";
import { labelled } from "@/lib/i18n/rules";
import { asciiDigits } from "@/lib/text";
import type { Line } from "../[session]/RollLine";
import type { Changes } from "../[session]/undoing";
import type { Column, PersonRow } from "./cells";

type Props = {
  /** The cell that somebody is at: whose, in which session, and how it stands. */
  at: { person: PersonRow; column: Column; line: Line } | null;
  open: boolean;
  bar: RefObject<HTMLFieldSetElement | null>;
  change: (changes: Changes) => void;
};

/** Below the matrix: the cell somebody is at in words, the four states to press, and the minutes of who came late. */
export function CellBar({ at, open, bar, change }: Props) {
  const t = useTranslations("roll");
  const own = useTranslations("attendance");
  const back = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !at) return;
    event.preventDefault();
    focusCell(at.column.id, at.person.id);
  };
  return (
    <fieldset
      ref={bar}
      className="matrix-bar"
      data-chosen={at ? "" : undefined}
      onKeyDown={back}
      aria-label={own("cellBar")}
    >
      {at ? (
        <>
          <p className="matrix-bar-name">
            <strong>
              <Written>{at.person.called}</Written>
            </strong>
            {at.person.apart ? <Written className="quiet">{at.person.apart}</Written> : null}
            <Written className="quiet">{at.column.name}</Written>
          </p>
          <div className="matrix-bar-states">
            {attendanceStates.map((state) => (
              <button
                key={state}
                type="button"
                className="button"
                data-state={state}
                aria-pressed={at.line.state === state}
                disabled={!open}
                onClick={() => change(new Map([[at.person.id, { state }]]))}
              >
                <MarkSign mark={state} />
                {t(`state.${state}`)}
              </button>
            ))}
            <button
              type="button"
              className="button-plain"
              disabled={!open || at.line.state === "none"}
              onClick={() => change(new Map([[at.person.id, { state: "none" }]]))}
            >
              {t("state.none")}
            </button>
          </div>
          {at.line.state === "late" ? (
            <LateMinutes
              key={`${at.column.id}.${at.person.id}`}
              name={at.person.called}
              minutes={at.column.minutes}
              late={at.line.lateMinutes}
              open={open}
              set={(lateMinutes) => change(new Map([[at.person.id, { state: "late", lateMinutes }]]))}
            />
          ) : null}
        </>
      ) : (
        <p className="quiet">{own(open ? "keys" : "keysRead")}</p>
      )}
    </fieldset>
  );
}

/** How many minutes somebody came late; what cannot be stays in the field and is said beside it. */
function LateMinutes({
  name,
  minutes,
  late,
  open,
  set,
}: {
  name: string;
  minutes: number;
  late: number;
  open: boolean;
  set: (late: number) => void;
}) {
  const t = useTranslations("roll");
  const locale = useLocale();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    if (field.current && !wrong) field.current.value = String(late);
  }, [late, wrong]);
  const take = (text: string) => {
    const digits = asciiDigits(text).trim();
    const said = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
    const cannotBe = rollFault("late", minutes, said) !== null && said !== late;
    setWrong(cannotBe);
    if (!cannotBe && said !== late) set(said);
  };
  return (
    <span className="matrix-bar-late">
      <label htmlFor="matrix-late">{t("late")}</label>
      <input
        ref={field}
        id="matrix-late"
        aria-label={labelled(t("late"), name, locale)}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        defaultValue={late}
        disabled={!open}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? "matrix-late-fault" : undefined}
        className="input"
        onBlur={(event) => take(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") take(event.currentTarget.value);
        }}
      />
      {wrong ? (
        <span id="matrix-late-fault" role="alert" className="text-stop font-semibold">
          {t("lateFault", { max: minutes - 1, stored: late })}
        </span>
      ) : null}
    </span>
  );
}
