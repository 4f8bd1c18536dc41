"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import type { FormState } from "@/app/_server/action";
import { useErrorText } from "@/app/_ui/Form";
import { clockTime } from "@/app/_ui/format";
import { type AttendanceState, attendanceStates, usualLate } from "@/lib/attendance/rules";
import { type Fault, withParams } from "@/lib/result";
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
  /** Where the session began before they joined: when that was, ready to read. They owe this roll nothing. */
  joined?: string;
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
  owes,
}: {
  sessionId: number;
  rows: RollRow[];
  open: boolean;
  minutes: number;
  /** True where all rows come with the page: asked for by a browser without JavaScript. */
  everyone: boolean;
  /** What a reason is owed for: a roll before its day, or a correction on which a certificate rests. */
  owes: "early" | "mended" | null;
}) {
  const t = useTranslations("roll");
  const errorText = useErrorText();
  const locale = useLocale();
  /** What was marked here; of anybody else the row says it, also of somebody who came to the roll meanwhile. */
  const [marked, setMarked] = useState<ReadonlyMap<number, Mark>>(new Map());
  // Without JavaScript the whole sheet is one form, sent with a button; what was refused comes back as it was sent.
  const [posted, post] = useActionState<FormState, FormData>(takeRoll as never, { status: "new" });
  const refused = posted.status === "fault" ? posted : null;
  const markOf = (row: RollRow): Mark => {
    const sent = refused?.kept[`state_${row.id}`];
    return (
      marked.get(row.id) ?? {
        state: attendanceStates.find((state) => state === sent) ?? row.state ?? null,
        lateMinutes: Number(refused?.kept[`late_${row.id}`]) || (row.lateMinutes ?? usualLate(minutes)),
      }
    );
  };
  const [sending, setSending] = useState(0);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const sentence = (code: string | undefined) => (code === undefined ? null : errorText(code));
  const problemOf = ({ fields, code, params = {} }: Fault) =>
    fields?.reason === undefined
      ? errorText(Object.values(fields ?? {})[0] ?? withParams(code, params))
      : null;
  const [problem, setProblem] = useState(refused && problemOf(refused.fault));
  const [reasonProblem, setReasonProblem] = useState(sentence(refused?.fault.fields?.reason));
  const reason = useRef<HTMLInputElement>(null);
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
      if (reason.current) form.set("reason", reason.current.value);
      for (const change of changes) {
        form.set(`state_${change.id}`, change[side].state ?? "none");
        form.set(`late_${change.id}`, String(change[side].lateMinutes));
      }
      try {
        const state = await takeRoll({ status: "new" }, form);
        if (state.status === "done") {
          setSavedAt(state.value.savedAt);
          setProblem(null);
          setReasonProblem(null);
        } else if (state.status === "fault") {
          const owed = sentence(state.fault.fields?.reason);
          setProblem(problemOf(state.fault));
          setReasonProblem(owed);
          if (owed) reason.current?.focus();
          setUndo(null);
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
  const expected = rows.filter((row) => !row.joined || markOf(row).state !== null);
  const rest = expected.filter((row) => markOf(row).state === null);

  return (
    <form action={post} className="grid gap-3">
      <input type="hidden" name="sessionId" value={sessionId} readOnly />
      <div className="sticky top-0 z-5 bg-paper py-2 border-b border-line flex flex-wrap gap-x-4 justify-between">
        <p className="font-semibold">
          {t("counter", { entered: expected.length - rest.length, total: expected.length })}
        </p>
        <p role="status" className="quiet">
          {sending > 0
            ? t("saving")
            : savedAt
              ? t("savedAt", {
                  time: clockTime(savedAt, locale),
                })
              : null}
        </p>
      </div>
      {problem ? (
        <p role="alert" className="rounded-card bg-stop-tint text-stop p-3">
          {problem}
        </p>
      ) : null}
      {open && owes ? (
        <div className="grid gap-1">
          <label htmlFor="roll-reason" className="font-semibold">
            {t(`reason.${owes}`)}
          </label>
          <p id="roll-reason-hint" className="quiet">
            {t(`reasonHint.${owes}`)}
          </p>
          <input
            ref={reason}
            id="roll-reason"
            name="reason"
            maxLength={500}
            dir="auto"
            defaultValue={refused ? String(refused.kept.reason ?? "") : ""}
            aria-invalid={reasonProblem ? true : undefined}
            aria-describedby={`roll-reason-hint${reasonProblem ? " roll-reason-error" : ""}`}
            className="input"
            // Each mark is saved by its tap; the key would send the whole sheet.
            onKeyDown={(event) => {
              if (event.key === "Enter") event.preventDefault();
            }}
          />
          {reasonProblem ? (
            <p id="roll-reason-error" role="alert" className="text-stop text-sm font-semibold">
              {reasonProblem}
            </p>
          ) : null}
        </div>
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
              {row.joined ? <p className="quiet">{row.joined}</p> : null}
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
