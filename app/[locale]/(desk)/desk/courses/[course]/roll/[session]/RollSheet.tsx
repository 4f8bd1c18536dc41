"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  useActionState,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { FormState } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import { useErrorText } from "@/app/_ui/form/errorText";
import type { NotSent } from "@/app/[locale]/(desk)/_marks/rollKeeper";
import { emptySheet, keeperOf, type Sheet, sheetOf, unsent } from "@/app/[locale]/(desk)/_marks/rollKeeper";
import { attendanceStates, usualLate } from "@/lib/attendance/rules";
import {
  type KeptMark,
  type MarkState,
  readStood,
  type Was,
  wasOf,
  withoutHeld,
  writeStood,
} from "@/lib/attendance/rules/onDevice";
import type { FieldFault } from "@/lib/faults";
import { clockTime } from "@/lib/i18n/format";
import { labelled } from "@/lib/i18n/rules";
import type { Fault } from "@/lib/result";
import { asciiDigits } from "@/lib/text";
import { takeRoll } from "../actions";
import { type Acts, focusLine, type Line, RollLine, type RollRow } from "./RollLine";

type Mark = Omit<KeptMark, "at" | "held">;
/** What undo puts back. `closed`: the person has left the row, so that another mark in it is another change. */
type Undo = { before: ReadonlyMap<number, Mark>; text: string; closed: boolean };

/**
 * The roll: one person a row, four states under the thumb. Each mark is kept on this device, sent at once or when there
 * is a network, and can be undone until the next. Until the scripts have come it is a form with its button.
 */
export function RollSheet({
  account,
  courseId,
  sessionId,
  rows,
  open,
  minutes,
  owes,
  zone,
  zoneName,
}: {
  account: number;
  courseId: number;
  sessionId: number;
  rows: RollRow[];
  open: boolean;
  minutes: number;
  /** What a reason is owed for: a roll before its day, or a correction on which a certificate rests. */
  owes: "early" | "mended" | null;
  zone: string;
  zoneName: string;
}) {
  const t = useTranslations("roll");
  const errorText = useErrorText();
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const counter = useRef<HTMLParagraphElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const inBrowser = useSyncExternalStore(never, yes, no);
  const sheet = useSheet(account, sessionId);
  const [undo, setUndo] = useState<Undo | null>(null);

  // Without JavaScript the whole sheet is one form, sent with a button; what was refused comes back as it was sent.
  const [posted, post] = useActionState<FormState<{ held: number[] }>, FormData>(takeRoll as never, {
    status: "new",
  });
  const refused = posted.status === "fault" ? posted : null;
  const postedHeld = posted.status === "done" && !undo ? posted.value.held : [];

  const standing = (row: RollRow): Mark => ({
    state: row.state ?? "none",
    lateMinutes: row.lateMinutes ?? usualLate(minutes),
    was: stoodIn(row),
  });
  const lineOf = (row: RollRow): Line => {
    const own = sheet.marks.get(row.id);
    const refusal = sheet.refused.get(row.id) ?? null;
    const late = refusal?.code === "lateMinutes";
    const taken = own !== undefined && !own.held && (refusal === null || late);
    const sent = sentBefore(refused?.kept, row.id);
    const before = standing(row);
    const mark = taken
      ? own
      : (sheet.landed.get(row.id) ??
        (inBrowser || sent === null
          ? before
          : {
              state: attendanceStates.find((state) => state === sent.state) ?? before.state,
              lateMinutes: Number(sent.lateMinutes) || before.lateMinutes,
            }));
    return {
      state: mark.state,
      lateMinutes: mark.lateMinutes,
      unsent: taken && sheet.waits,
      refused: late,
      held: own?.held
        ? t("held", {
            mine: t(`state.${own.state}`),
            at: clockTime(own.at, locale, zone),
            theirs: t(`state.${before.state}`),
          })
        : null,
      undoable: undo?.before.size === 1 && undo.before.has(row.id),
    };
  };
  const lines = new Map(rows.map((row) => [row.id, lineOf(row)]));
  const stateOf = (row: RollRow) => lines.get(row.id)!.state;

  /** What the handlers need of the latest drawing. */
  const latest = useRef({ rows, lines, undo, landed: sheet.landed });
  latest.current = { rows, lines, undo, landed: sheet.landed };

  const put = useCallback(
    (made: ReadonlyMap<number, Mark>, how: { late?: boolean; moving?: boolean } = {}) => {
      if (reason.current) keeperOf(account).setReason(sessionId, reason.current.value);
      keeperOf(account).mark(courseId, sessionId, made, how);
    },
    [account, courseId, sessionId],
  );

  /** Marks people, and remembers what stood before: in a row that somebody is still in, before they touched it. */
  const change = useCallback(
    (changes: ReadonlyMap<number, { state: MarkState; lateMinutes?: number }>, moving = false) => {
      const { rows, lines, undo, landed } = latest.current;
      const made = new Map<number, Mark>();
      const before = new Map<number, Mark>();
      for (const [id, { state, lateMinutes }] of changes) {
        const now = lines.get(id)!;
        if (now.state === state && (lateMinutes === undefined || lateMinutes === now.lateMinutes)) continue;
        const mine = landed.get(id);
        const was = mine ? wasOf(mine.state, mine.lateMinutes) : stoodIn(rows.find((row) => row.id === id));
        const mark = { state, lateMinutes: lateMinutes ?? now.lateMinutes, was };
        made.set(id, mark);
        before.set(id, {
          state: now.state,
          lateMinutes: now.lateMinutes,
          was: wasOf(state, mark.lateMinutes),
        });
      }
      if (made.size === 0) return;
      const [id] = made.keys();
      const one = made.size === 1 ? rows.find((row) => row.id === id) : undefined;
      const same = one && undo && !undo.closed && undo.before.size === 1 && undo.before.has(one.id);
      setUndo({
        before: same ? undo.before : before,
        text: one
          ? t("markedOne", { name: one.name, state: t(`state.${made.get(one.id)!.state}`) })
          : t("marked", { count: made.size }),
        closed: false,
      });
      put(made, { moving });
    },
    [put, t],
  );

  const takeBack = useCallback(() => {
    const { undo } = latest.current;
    if (!undo) return;
    put(undo.before);
    setUndo(null);
    const [id] = undo.before.keys();
    if (undo.before.size === 1 && id !== undefined) focusLine(id);
    else counter.current?.focus();
  }, [put]);

  const acts: Acts = useMemo(
    () => ({
      mark: (id, state, moving) => change(new Map([[id, { state }]]), moving),
      late: (id, lateMinutes) => change(new Map([[id, { state: "late", lateMinutes }]])),
      leave: () => {
        keeperOf(account).settle();
        setUndo((now) => now && { ...now, closed: true });
      },
      undo: takeBack,
      insist: (id) => {
        keeperOf(account).insist(sessionId, id, stoodIn(latest.current.rows.find((row) => row.id === id)));
        focusLine(id);
      },
      letGo: (id) => {
        keeperOf(account).letGo(sessionId, [id]);
        focusLine(id);
      },
    }),
    [account, sessionId, change, takeBack],
  );

  // What was marked before the scripts came stands in the fields; it is read before anything is drawn anew.
  const fromServer = useRef(!inBrowser);
  useLayoutEffect(() => {
    if (!fromServer.current) return;
    fromServer.current = false;
    const made = new Map<number, Mark>();
    const fields = form.current ? new FormData(form.current) : null;
    const stood = readStood(fields?.get("stood"));
    for (const row of latest.current.rows) {
      const state = attendanceStates.find((s) => s === fields?.get(`marks.${row.id}.state`));
      const late = Number(asciiDigits(String(fields?.get(`marks.${row.id}.lateMinutes`) ?? ""))) || null;
      const before = row.lateMinutes ?? usualLate(minutes);
      const lateMinutes = late !== null && Number.isInteger(late) && late < minutes ? late : before;
      const was = stood.get(row.id) ?? "none";
      if (state && wasOf(state, lateMinutes) !== was) made.set(row.id, { state, lateMinutes, was });
    }
    if (made.size > 0) put(made, { late: true });
  }, [put, minutes]);

  // What the server held back changed nothing: there is nothing to undo.
  useEffect(() => {
    setUndo((now) => {
      const before = now && withoutHeld(now.before, sheet.marks);
      if (!before || before.size === now.before.size) return now;
      return before.size === 0 ? null : { ...now, before, text: t("marked", { count: before.size }) };
    });
  }, [sheet.marks, t]);

  // Fresh rows say by themselves what was sent from here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the rows whose coming is answered
  useEffect(() => keeperOf(account).shown(sessionId), [rows, account, sessionId]);

  const owed = sheet.fault?.fields?.reason ?? refused?.fault.fields?.reason;
  const reasonProblem = owed ? errorText(owed) : null;
  useEffect(() => {
    if (sheet.fault?.fields?.reason && form.current?.contains(document.activeElement))
      reason.current?.focus();
  }, [sheet.fault]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      // In a field of text the key undoes what was typed there.
      const field = document.activeElement;
      if (!latest.current.undo || (field instanceof HTMLInputElement && field.type !== "radio")) return;
      event.preventDefault();
      takeBack();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [takeBack]);

  const sendWaiting = () => {
    if (reason.current) keeperOf(account).setReason(sessionId, reason.current.value);
    void keeperOf(account).flush();
  };

  const expected = rows.filter((row) => !row.joined || stateOf(row) !== "none");
  const rest = expected.filter((row) => stateOf(row) === "none");
  const waiting = unsent(sheet);
  const refusals = [...sheet.refused].filter(
    ([id, wrong]) => sheet.marks.has(id) && wrong.code !== "lateMinutes",
  );
  const problem = problemOf(refused && !inBrowser ? refused.fault : sheet.fault, errorText);
  const elsewhere = inBrowser && clockTime(Date.now(), locale, zone) !== clockTime(Date.now(), locale);

  return (
    <form
      ref={form}
      action={post}
      // What a browser put back into the fields by itself would be taken for marks.
      autoComplete="off"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        sendWaiting();
      }}
    >
      <input type="hidden" name="sessionId" value={sessionId} readOnly />
      {inBrowser ? null : (
        <input type="hidden" name="stood" value={String(refused?.kept?.stood ?? stoodOn(rows))} readOnly />
      )}
      <div className="roll-bar" data-unsent={sheet.waits && waiting > 0 ? "" : undefined}>
        <div>
          <p ref={counter} tabIndex={-1} className="roll-count">
            {t("counter", { entered: expected.length - rest.length, total: expected.length })}
          </p>
          <p role="status" className="roll-status">
            {statusOf(sheet, waiting, t, (at) => clockTime(at, locale, zone))}
          </p>
        </div>
        <p role="status" className="roll-change">
          {undo?.text}
        </p>
        {undo ? (
          <button
            type="button"
            className="button"
            aria-keyshortcuts="Control+Z Meta+Z"
            aria-label={labelled(t("undo"), undo.text, locale)}
            onClick={takeBack}
          >
            {t("undo")}
          </button>
        ) : null}
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
      {postedHeld.length > 0 ? (
        <ul role="alert" className="rounded-card bg-attention-tint text-attention p-3">
          {rows
            .filter((row) => postedHeld.includes(row.id))
            .map((row) => (
              <li key={row.id}>
                {t("othersCount", { name: row.name, theirs: t(`state.${row.state ?? "none"}`) })}
              </li>
            ))}
        </ul>
      ) : null}
      {refusals.length > 0 ? (
        <div role="alert" className="rounded-card bg-stop-tint text-stop p-3 grid gap-2">
          <p className="font-semibold">{t("notTaken", { count: refusals.length })}</p>
          <ul>
            {refusals.map(([id, wrong]) => {
              const row = rows.find((r) => r.id === id);
              const state = sheet.marks.get(id)?.state ?? "none";
              return (
                <li key={id}>
                  {row ? <>{t("markedOne", { name: row.name, state: t(`state.${state}`) })}. </> : null}
                  {errorText(wrong)}
                </li>
              );
            })}
          </ul>
          <button
            type="button"
            className="button justify-self-start"
            onClick={() => {
              keeperOf(account).letGo(
                sessionId,
                refusals.map(([id]) => id),
              );
              counter.current?.focus();
            }}
          >
            {t("letGo")}
          </button>
        </div>
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
            defaultValue={refused ? String(refused.kept?.reason ?? "") : ""}
            aria-invalid={reasonProblem ? true : undefined}
            aria-describedby={`roll-reason-hint${reasonProblem ? " roll-reason-error" : ""}`}
            className="input"
            onBlur={sendWaiting}
          />
          {reasonProblem ? (
            <p id="roll-reason-error" role="alert" className="text-stop text-sm font-semibold">
              {reasonProblem}
            </p>
          ) : null}
        </div>
      ) : null}
      {open ? <p className="quiet roll-keys">{t("keys")}</p> : null}
      <ul className="roll">
        {rows.map((row) => (
          <RollLine
            key={row.id}
            row={row}
            line={lines.get(row.id)!}
            open={open}
            minutes={minutes}
            acts={acts}
          />
        ))}
      </ul>
      {/* The button that saves stands first: it is the one that Enter presses. */}
      {open && !inBrowser ? (
        <button type="submit" className="button-main print:hidden">
          {t("save")}
        </button>
      ) : null}
      {open && rest.length > 0 ? (
        <button
          type={inBrowser ? "button" : "submit"}
          name="rest"
          value={rest.map((row) => row.id).join(" ")}
          className={`${inBrowser ? "button-main" : "button"} print:hidden`}
          onClick={
            inBrowser
              ? () => {
                  change(new Map(rest.map((row) => [row.id, { state: "present" }])));
                  counter.current?.focus();
                }
              : undefined
          }
        >
          {t("restPresent", { count: rest.length })}
        </button>
      ) : null}
      {elsewhere ? <p className="quiet">{t("zone", { zone: zoneName })}</p> : null}
    </form>
  );
}

/** What the page knows to stand on the roll for somebody. */
const stoodIn = (row: RollRow | undefined): Was => wasOf(row?.state ?? "none", row?.lateMinutes ?? 0);

/** The same of everybody who has a mark, as a form posts it. */
const stoodOn = (rows: RollRow[]): string =>
  writeStood(new Map(rows.filter((row) => row.state).map((row) => [row.id, stoodIn(row)])));

/** What was posted of somebody without JavaScript and refused; null where nothing was. */
function sentBefore(kept: Values | null | undefined, id: number): Values | null {
  const marks = kept?.marks;
  const mark = typeof marks === "object" && marks !== null && !Array.isArray(marks) ? marks[id] : null;
  return typeof mark === "object" && mark !== null && !Array.isArray(mark) ? mark : null;
}

const never = () => () => {};
const yes = () => true;
const no = () => false;

/** How the marks of a roll stand on this device; as the server draws it, there are none. */
function useSheet(account: number, sessionId: number): Sheet {
  const subscribe = useCallback((listener: () => void) => keeperOf(account).subscribe(listener), [account]);
  return useSyncExternalStore(
    subscribe,
    () => sheetOf(account, sessionId),
    () => emptySheet,
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
function problemOf(fault: Fault | NotSent | null, errorText: (fault: FieldFault) => string): string | null {
  if (!fault || fault.code === "notSent" || fault.fields?.reason) return null;
  return errorText(Object.values(fault.fields ?? {})[0] ?? fault);
}
