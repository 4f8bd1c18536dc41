"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import type { Sheet } from "@/lib/attendance/rules/deviceSheet";
import type { FieldFault } from "@/lib/faults";

/** What a reason is owed for: a roll before its day, or a correction on which a certificate rests. */
export type Owed = "early" | "mended" | null;

/** Which reason a refusal asks for. */
const owedBy = (fault: FieldFault | undefined): Owed =>
  fault?.code === "rollEarly" ? "early" : fault?.code === "rollMended" ? "mended" : null;

/**
 * What a reason is owed for: as the page says, or as an answer does where that became true after the page was opened (the
 * session moved, the course ended). What an answer asked for is asked until something was saved.
 */
export function useOwed(byPage: Owed, fault: FieldFault | undefined, savedAt: Sheet["savedAt"]): Owed {
  const [asked, setAsked] = useState<{ owed: Owed; savedAt: Sheet["savedAt"] } | null>(null);
  const owed = owedBy(fault);
  if (owed !== null && (owed !== asked?.owed || savedAt !== asked.savedAt)) setAsked({ owed, savedAt });
  return byPage ?? owed ?? (asked?.savedAt === savedAt ? (asked?.owed ?? null) : null);
}

/** Why the roll is taken before its day, or corrected though a certificate rests on it. */
export function ReasonField({
  id = "roll-reason",
  field,
  owes,
  said,
  say,
  sheetFault,
  postedFault,
  onLeave,
  goesOn,
  leave,
  send,
}: {
  /** Of the field, where there may be more than one. */
  id?: string;
  field: RefObject<HTMLInputElement | null>;
  owes: NonNullable<Owed>;
  said: string;
  say: (reason: string) => void;
  /** Why marks of the sheet were refused: where that is the reason, whoever marks is taken to it. */
  sheetFault: Sheet["fault"];
  /** What was said of it when it was posted without JavaScript. */
  postedFault: FieldFault | undefined;
  onLeave: () => void;
  /** Where the reader goes from the field once no reason is owed any more. */
  goesOn: RefObject<HTMLElement | null>;
  /** Escape leaves the field for where one was; the marks go on waiting. */
  leave: () => void;
  /** Sends the marks with it; null while there are no scripts, where the form has its button. */
  send: (() => void) | null;
}) {
  const t = useTranslations("roll");
  const errorText = useErrorText();
  // Led here once: whoever leaves it without a reason is not brought back by each refusal.
  const led = useRef(false);
  useEffect(() => {
    const within = field.current?.form ?? field.current?.closest("[data-marks]");
    if (led.current || !sheetFault?.fields?.reason || !within?.contains(document.activeElement)) return;
    led.current = true;
    field.current?.focus();
  }, [sheetFault, field]);
  useLayoutEffect(
    () => () => {
      if (field.current && field.current === document.activeElement) goesOn.current?.focus();
    },
    [field, goesOn],
  );
  const fault = sheetFault?.fields?.reason ?? postedFault;
  return (
    <div className="roll-reason">
      <div>
        <label htmlFor={id}>{t(`reason.${owes}`)}</label>
        <p id={`${id}-hint`} className="quiet">
          {t(`reasonHint.${owes}`)}
        </p>
      </div>
      <div>
        <input
          ref={field}
          id={id}
          name="reason"
          maxLength={500}
          dir="auto"
          value={said}
          onChange={(event) => say(event.currentTarget.value)}
          aria-invalid={fault ? true : undefined}
          aria-describedby={`${id}-hint${fault ? ` ${id}-error` : ""}`}
          className="input"
          onBlur={() => {
            if (said.trim() !== "") onLeave();
          }}
          onKeyDown={(event) => {
            // A form with more than one field of text and no button to send it does nothing by itself.
            if (event.key === "Enter") onLeave();
            if (event.key !== "Escape") return;
            event.preventDefault();
            leave();
          }}
        />
        {send ? (
          <button type="button" className="button" onClick={send}>
            {t("sendReason")}
          </button>
        ) : null}
      </div>
      {fault ? (
        <p id={`${id}-error`} role="alert" className="roll-fault">
          {errorText(fault)}
        </p>
      ) : null}
    </div>
  );
}
