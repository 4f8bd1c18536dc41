"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useRef } from "react";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import { focusCell } from "@/app/_ui/kit/useMatrixKeys";
import { Written } from "@/app/_ui/Written";
import type { Sheet } from "@/lib/attendance/rules/deviceSheet";
import { ReasonField, useOwed } from "../[session]/ReasonField";
import type { Column, PersonRow } from "./cells";
import type { CourseMarks } from "./useCourseMarks";

type Props = {
  marks: CourseMarks;
  people: readonly PersonRow[];
  column: Column;
  sheet: Sheet;
  /** True where its session is at hand; of another it is said in a line that leads there. */
  atHand: boolean;
  /** Where the reader goes once no reason is owed any more. */
  goesOn: RefObject<HTMLElement | null>;
  /** Leaves the field of the reason for the cell that one is at. */
  back: () => void;
};

/** What of one roll waits for whoever marked: a reason, a choice between two marks, or that a mark was not taken. */
export function Waiting({ marks, people, column, sheet, atHand, goesOn, back }: Props) {
  const t = useTranslations("roll");
  const own = useTranslations("attendance");
  const errorText = useErrorText();
  const reason = useRef<HTMLInputElement>(null);
  const owed = useOwed(null, sheet.fault?.fields?.reason, sheet.savedAt);
  const named = (id: number) => people.find((person) => person.id === id);
  const held = [...sheet.marks].flatMap(([id, mark]) => (mark.held ? (named(id) ?? []) : []));
  const refused = [...sheet.refused].filter(([id]) => sheet.marks.has(id));
  const barrier = sheet.fault?.code && !sheet.fault.fields?.reason ? sheet.fault : null;
  if (!owed && held.length + refused.length === 0 && !barrier) return null;
  if (!atHand)
    return (
      <button
        type="button"
        className="matrix-elsewhere"
        onClick={() => focusCell(column.id, held[0]?.id ?? refused[0]?.[0] ?? null)}
      >
        {own("elsewhere", { session: column.name })}
      </button>
    );
  return (
    <section
      aria-label={column.name}
      className="matrix-waits grid gap-3 rounded-card bg-attention-tint p-3 print:hidden"
    >
      {/* The bar below it says which session, where nothing else waits. */}
      <h2 className={held.length + refused.length > 0 || barrier ? "text-sm" : "sr-only"}>
        <Written>{column.name}</Written>
      </h2>
      {barrier ? (
        <p role="alert" className="font-semibold text-stop">
          {errorText(barrier)}
        </p>
      ) : null}
      {owed ? (
        <ReasonField
          id={`roll-reason-${column.id}`}
          field={reason}
          owes={owed}
          said={sheet.reason}
          say={(text) => marks.setReason(column.id, text)}
          sheetFault={sheet.fault}
          postedFault={undefined}
          onLeave={marks.send}
          goesOn={goesOn}
          leave={back}
          send={marks.send}
        />
      ) : null}
      {held.map((person) => (
        <div key={person.id} className="flex flex-wrap items-center gap-2">
          <p className="grow">
            <strong>
              <Written>{person.called}</Written>
            </strong>{" "}
            {marks.lineOf(person, column.id)?.held}
          </p>
          <button
            type="button"
            className="button"
            onClick={() => {
              marks.insist(column.id, person);
              focusCell(column.id, person.id);
            }}
          >
            {t("insist")}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              marks.letGo(column.id, [person.id]);
              focusCell(column.id, person.id);
            }}
          >
            {t("keepTheirs")}
          </button>
        </div>
      ))}
      {refused.length > 0 ? (
        <div role="alert" className="grid gap-2 text-stop">
          <p className="font-semibold">{t("notTaken", { count: refused.length })}</p>
          <ul>
            {refused.map(([id, wrong]) => (
              <li key={id}>
                <Written>{named(id)?.called}</Written> {errorText(wrong)}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="button justify-self-start"
            onClick={() => {
              marks.letGo(
                column.id,
                refused.map(([id]) => id),
              );
              goesOn.current?.focus();
            }}
          >
            {t("letGo")}
          </button>
        </div>
      ) : null}
    </section>
  );
}
