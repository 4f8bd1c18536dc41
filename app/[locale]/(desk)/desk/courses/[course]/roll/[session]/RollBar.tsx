"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, type Ref, useRef } from "react";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import { useHeadRoom } from "@/app/_ui/kit/dock";
import { type NoAnswer, type Sheet, standingOf, unsent } from "@/lib/attendance/rules/deviceSheet";
import type { FieldFault } from "@/lib/faults";
import { labelled } from "@/lib/i18n/rules";
import type { Fault } from "@/lib/result";
import { StatusLine } from "../StatusLine";
import "./roll-bar.css";

/** What stays in sight above the rows: where the marks are, how many are marked, the search, and undo. */
export function RollBar({
  counter,
  entered,
  total,
  tally,
  search,
  sheet,
  fault,
  zone,
  changed,
  undo,
}: {
  counter: Ref<HTMLParagraphElement>;
  entered: number;
  total: number;
  /** Who is marked as what, drawn and in words. */
  tally: { words: string; dots: ReactNode };
  search: ReactNode;
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
  const problem = problemOf(fault, errorText);
  const bar = useRef<HTMLDivElement>(null);
  useHeadRoom(bar);
  return (
    <div ref={bar} className="roll-bar" data-unsent={sheet.waits && unsent(sheet) > 0 ? "" : undefined}>
      <StatusLine standing={standingOf([sheet])} zone={zone} />
      <div className="roll-tally">
        <p ref={counter} tabIndex={-1} className="roll-count">
          {t("counter", { entered, total })}
        </p>
        {search}
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
      </div>
      {tally.dots}
      <p className="roll-words">{tally.words}</p>
      {problem ? (
        <p role="alert" className="roll-problem">
          {problem}
          {sheet.fault?.code === "signInNeeded" ? (
            <>
              {" "}
              <a href="/sign-in?back=/signed-in" target="_blank" rel="noopener">
                {t("signIn")}
              </a>
            </>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

/** What stands in the way of all marks; what the status says by itself is not said twice. */
function problemOf(fault: Fault | NoAnswer | null, errorText: (fault: FieldFault) => string): string | null {
  if (!fault || fault.code === null || fault.fields?.reason) return null;
  return errorText(Object.values(fault.fields ?? {})[0] ?? fault);
}
