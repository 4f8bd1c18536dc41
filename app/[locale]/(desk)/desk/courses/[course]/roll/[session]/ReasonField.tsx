"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect } from "react";
import { useErrorText } from "@/app/_ui/form/errorText";
import type { Sheet } from "@/lib/attendance/rules/deviceSheet";
import type { FieldFault } from "@/lib/faults";

/** Why the roll is taken before its day, or corrected though a certificate rests on it. */
export function ReasonField({
  field,
  owes,
  typed,
  sheetFault,
  postedFault,
  onLeave,
}: {
  field: RefObject<HTMLInputElement | null>;
  owes: "early" | "mended";
  /** What was posted without JavaScript and refused. */
  typed: string;
  /** Why marks of the sheet were refused: where that is the reason, whoever marks is taken to it. */
  sheetFault: Sheet["fault"];
  /** What was said of it when it was posted without JavaScript. */
  postedFault: FieldFault | undefined;
  onLeave: () => void;
}) {
  const t = useTranslations("roll");
  const errorText = useErrorText();
  useEffect(() => {
    if (sheetFault?.fields?.reason && field.current?.form?.contains(document.activeElement))
      field.current.focus();
  }, [sheetFault, field]);
  const fault = sheetFault?.fields?.reason ?? postedFault;
  return (
    <div className="grid gap-1">
      <label htmlFor="roll-reason" className="font-semibold">
        {t(`reason.${owes}`)}
      </label>
      <p id="roll-reason-hint" className="quiet">
        {t(`reasonHint.${owes}`)}
      </p>
      <input
        ref={field}
        id="roll-reason"
        name="reason"
        maxLength={500}
        dir="auto"
        defaultValue={typed}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`roll-reason-hint${fault ? " roll-reason-error" : ""}`}
        className="input"
        onBlur={onLeave}
      />
      {fault ? (
        <p id="roll-reason-error" role="alert" className="text-stop text-sm font-semibold">
          {errorText(fault)}
        </p>
      ) : null}
    </div>
  );
}
