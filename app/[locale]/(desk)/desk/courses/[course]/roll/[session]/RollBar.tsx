"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Ref } from "react";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import { type NoAnswer, type Sheet, unsent } from "@/lib/attendance/rules/deviceSheet";
import type { FieldFault } from "@/lib/faults";
import { clockTime } from "@/lib/i18n/format";
import { labelled } from "@/lib/i18n/rules";
import type { Fault } from "@/lib/result";

/** What stays in sight above the rows: how many are marked, whether that is saved, and undo. */
export function RollBar({
  counter,
  entered,
  total,
  sheet,
  fault,
  zone,
  changed,
  undo,
}: {
  counter: Ref<HTMLParagraphElement>;
  entered: number;
  total: number;
  sheet: Sheet;
  /** What stands in the way of the roll. */
  fault: Fault | NoAnswer | null;
  zone: string;
  /** What the last change was, while it can be undone. */
  changed: string | null;
  undo: () => void;
}) {
  const t = useTranslations("roll");
  const locale = useLocale();
  const errorText = useErrorText();
  const waiting = unsent(sheet);
  const problem = problemOf(fault, errorText);
  return (
    <div className="roll-bar" data-unsent={sheet.waits && waiting > 0 ? "" : undefined}>
      <div>
        <p ref={counter} tabIndex={-1} className="roll-count">
          {t("counter", { entered, total })}
        </p>
        <p role="status" className="roll-status">
          {statusOf(sheet, waiting, t, (at) => clockTime(at, locale, zone))}
        </p>
      </div>
      <p role="status" className="roll-change">
        {changed}
      </p>
      {changed === null ? null : (
        <button
          type="button"
          className="button"
          aria-keyshortcuts="Control+Z Meta+Z"
          aria-label={labelled(t("undo"), changed, locale)}
          onClick={undo}
        >
          {t("undo")}
        </button>
      )}
      {problem ? (
        <p role="alert" className="roll-problem">
          {problem}
          {sheet.fault?.code === "signInNeeded" ? (
            <>
              {" "}
              <a href="/sign-in?back=/signed-in" target="_blank" rel="noreferrer">
                {t("signIn")}
              </a>
            </>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

/** One truth: what is saved is said only where nothing is left to save. */
function statusOf(
  sheet: Sheet,
  waiting: number,
  t: ReturnType<typeof useTranslations<"roll">>,
  time: (at: number) => string,
): string | null {
  if (waiting > 0 && sheet.fault?.fields?.reason) return t("waitForReason", { count: waiting });
  if (waiting > 0 && sheet.waits) return t(sheet.here ? "unsentHere" : "unsent", { count: waiting });
  if (waiting > 0) return t("saving");
  if (sheet.refused.size > 0) return t("notTaken", { count: sheet.refused.size });
  const held = [...sheet.marks.values()].filter((mark) => mark.held).length;
  if (held > 0) return t("waitForYou", { count: held });
  return sheet.savedAt === null ? null : t("savedAt", { time: time(sheet.savedAt) });
}

/** What stands in the way of all marks; what the status says by itself is not said twice. */
function problemOf(fault: Fault | NoAnswer | null, errorText: (fault: FieldFault) => string): string | null {
  if (!fault || fault.code === null || fault.fields?.reason) return null;
  return errorText(Object.values(fault.fields ?? {})[0] ?? fault);
}
