"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import type { FormState } from "@/app/_server/action";
import { useErrorText } from "@/app/_ui/Form";
import { type AttendanceState, attendanceStates, usualLate } from "@/lib/attendance/rules";
import { withParams } from "@/lib/result";
import { takeRoll } from "../actions";

/** A person of the roll. What there is nothing to say of is left out: of a long roll it would be the most. */
export type RollRow = {
  id: number;
  name: string;
  latinName?: string;
  organisation?: string;
  needs?: string;
  state?: AttendanceState;
  lateMinutes?: number;
  /** Who entered it and when, ready to read. */
  entered?: string;
};

type Mark = { state: AttendanceState | null; lateMinutes: number };
type Change = { id: number; before: Mark; after: Mark };

const undoMs = 10_000;
/** Rows that come with the page itself, more than a phone shows; the browser draws the rest at once after. */
const firstRows = 12;

/** The roll: one person a row, four states under the thumb, each tap saved at once and undone for ten seconds. */
export function RollSheet({
  sessionId,
  rows,
  open,
  minutes,
  everyone,
}: {
  sessionId: number;
  rows: RollRow[];
  open: boolean;
  minutes: number;
  /** True where all rows come with the page: asked for by a browser without JavaScript. */
  everyone: boolean;
}) {
  const t = useTranslations("roll");
  const errorText = useErrorText();
  const locale = useLocale();
  /** What was marked here; of anybody else the row says it, also of somebody who came to the roll meanwhile. */
  const [marked, setMarked] = useState<ReadonlyMap<number, Mark>>(new Map());
  const markOf = (row: RollRow): Mark =>
    marked.get(row.id) ?? { state: row.state ?? null, lateMinutes: row.lateMinutes ?? usualLate(minutes) };
  const [sending, setSending] = useState(0);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Without JavaScript the whole sheet is one form, sent with a button.
  const [, post] = useActionState<FormState, FormData>(takeRoll as never, { status: "new" });
  const [undo, setUndo] = useState<Change[] | null>(null);
  // Marks go out one after another, so that two quick taps cannot overtake each other.
  const queue = useRef<Promise<void>>(Promise.resolve());

  const [drawn, setDrawn] = useState(everyone ? rows.length : firstRows);
  useEffect(() => startTransition(() => setDrawn(rows.length)), [rows.length]);

  useEffect(() => {
    if (!undo) return;
    const timer = setTimeout(() => setUndo(null), undoMs);
    return () => clearTimeout(timer);
  }, [undo]);

  const show = (changes: Change[], side: "before" | "after") =>
    setMarked((now) => {
      const next = new Map(now);
      for (const change of changes) next.set(change.id, change[side]);
      return next;
    });

  const send = (changes: Change[], side: "before" | "after") => {
    show(changes, side);
    setSending((n) => n + 1);
    queue.current = queue.current.then(async () => {
      const form = new FormData();
      form.set("sessionId", String(sessionId));
      for (const change of changes) {
        form.set(`state_${change.id}`, change[side].state ?? "none");
        form.set(`late_${change.id}`, String(change[side].lateMinutes));
      }
      try {
        const state = await takeRoll({ status: "new" }, form);
        if (state.status === "done") {
          setSavedAt(state.value.savedAt);
          setProblem(null);
        } else if (state.status === "fault") {
          const { fields, code, params = {} } = state.fault;
          setProblem(errorText(Object.values(fields ?? {})[0] ?? withParams(code, params)));
          show(changes, side === "after" ? "before" : "after");
        }
      } catch {
        setProblem(t("notSaved"));
        show(changes, side === "after" ? "before" : "after");
      }
      setSending((n) => n - 1);
    });
  };

  const mark = (changes: Change[]) => {
    if (changes.length === 0) return;
    setUndo(changes);
    send(changes, "after");
  };
  const change = (row: RollRow, after: Partial<Mark>): Change => {
    const before = markOf(row);
    return { id: row.id, before, after: { ...before, ...after } };
  };
  const labels = attendanceStates.map((state) => [state, t(`state.${state}`)] as const);
  const rest = rows.filter((row) => markOf(row).state === null);

  return (
    <form action={post} className="grid gap-3">
      <input type="hidden" name="sessionId" value={sessionId} readOnly />
      <div className="sticky top-0 z-5 bg-paper py-2 border-b border-line flex flex-wrap gap-x-4 justify-between">
        <p className="font-semibold">
          {t("counter", { entered: rows.length - rest.length, total: rows.length })}
        </p>
        <p role="status" className="quiet">
          {sending > 0
            ? t("saving")
            : savedAt
              ? t("savedAt", {
                  time: new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(savedAt),
                })
              : null}
        </p>
      </div>
      {problem ? (
        <p role="alert" className="rounded-card bg-stop-tint text-stop p-3">
          {problem}
        </p>
      ) : null}
      {drawn < rows.length ? (
        <noscript>
          <a href="?everyone=1" className="button">
            {t("showEveryone", { count: rows.length })}
          </a>
        </noscript>
      ) : null}
      <ul className="roll">
        {rows.slice(0, drawn).map((row) => {
          const { id } = row;
          const now = markOf(row);
          return (
            <li key={id}>
              <bdi>{row.name}</bdi>
              {row.latinName || row.organisation ? (
                <p className="quiet">
                  {row.latinName ? <bdi>{row.latinName}</bdi> : null}
                  {row.latinName && row.organisation ? " · " : null}
                  {row.organisation ? <bdi>{row.organisation}</bdi> : null}
                </p>
              ) : null}
              {row.needs ? (
                <p className="text-sm">
                  {t("needs")} <bdi>{row.needs}</bdi>
                </p>
              ) : null}
              <div role="radiogroup" aria-label={row.name}>
                {labels.map(([state, label]) => (
                  <label key={state}>
                    <input
                      type="radio"
                      name={`state_${id}`}
                      value={state}
                      checked={now.state === state}
                      disabled={!open}
                      onChange={() => mark([change(row, { state })])}
                    />
                    {label}
                  </label>
                ))}
              </div>
              {now.state === "late" ? (
                <label className="flex items-center gap-2 text-sm">
                  {t("late")}
                  <input
                    type="number"
                    name={`late_${id}`}
                    inputMode="numeric"
                    min={1}
                    max={minutes - 1}
                    defaultValue={now.lateMinutes}
                    disabled={!open}
                    dir="ltr"
                    className="input w-24"
                    onBlur={(event) => {
                      const lateMinutes = Number(event.target.value) || usualLate(minutes);
                      if (lateMinutes !== now.lateMinutes) mark([change(row, { lateMinutes })]);
                    }}
                  />
                </label>
              ) : null}
              {row.entered && now.state === row.state ? <p className="quiet">{row.entered}</p> : null}
            </li>
          );
        })}
      </ul>
      {open && rest.length > 0 ? (
        <button
          type="button"
          className="button-main"
          onClick={() => mark(rest.map((row) => change(row, { state: "present" })))}
        >
          {t("restPresent", { count: rest.length })}
        </button>
      ) : null}
      {undo ? (
        <div className="fixed inset-x-4 bottom-24 md:bottom-6 z-20 max-w-md mx-auto rounded-card bg-text text-paper p-3 flex items-center justify-between gap-4">
          <span>{t("marked", { count: undo.length })}</span>
          <button
            type="button"
            className="min-h-11 px-3 font-semibold underline"
            onClick={() => {
              send(undo, "before");
              setUndo(null);
            }}
          >
            {t("undo")}
          </button>
        </div>
      ) : null}
      {open ? (
        <noscript>
          <button type="submit" className="button-main w-full">
            {t("save")}
          </button>
        </noscript>
      ) : null}
    </form>
  );
}
