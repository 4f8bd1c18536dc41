import { marksPrefix } from "@/lib/attendance/rules/deviceKeys";
import {
  afterAnswer,
  batchOf,
  type NoAnswer,
  type Outcome,
  sending,
  type Taken,
  waiting,
} from "@/lib/attendance/rules/deviceSheet";
import { marksOf } from "@/lib/attendance/rules/onDevice";
import { type Fault, ok, type Result } from "@/lib/result";
import { takeRoll } from "../desk/courses/[course]/roll/actions";
import type { Sheets } from "./sheets";

/** Waiting after an attempt that failed (ms). */
const firstDelay = 2000;
const longestDelay = 5 * 60_000;
/** How long an answer is waited for (ms): until then no other page sends. */
const answerMs = 30_000;

/**
 * One page at a time sends, where the browser can tell and lets it; what is sent twice all the same changes nothing.
 * Null where another page is at it.
 */
async function alone<T>(account: number, send: () => Promise<T>): Promise<T | null> {
  if (!navigator.locks) return send();
  let asked = false;
  try {
    return await navigator.locks.request(marksPrefix(account), { ifAvailable: true }, (lock) => {
      asked = true;
      return lock ? send() : null;
    });
  } catch (error) {
    if (asked) throw error;
    return send();
  }
}

/** What the server says of a roll that is sent, or null where it says nothing, or nothing in time. */
function answer(sent: ReturnType<typeof takeRoll>): Promise<Result<Taken> | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, answerMs, null);
    sent
      .catch(() => null)
      .then((state) => {
        clearTimeout(timer);
        if (state?.status === "done") resolve(ok(state.value));
        else resolve(state?.status === "fault" ? { ok: false, fault: state.fault } : null);
      });
  });
}

/** Sends what one roll has to send, until nothing is left that could be. */
async function sendRoll(
  account: number,
  sheets: Sheets,
  sessionId: number,
): Promise<Exclude<Outcome, "more">> {
  for (;;) {
    const before = sheets.load(sessionId);
    const batch = batchOf(before);
    if (batch.size === 0) return "sent";
    const reason = before.reason.trim();
    const roll = { sessionId, account, ...(reason ? { reason } : {}), marks: marksOf(batch) };
    // Kept before it leaves: a page that ends on the way does not learn what came of it.
    sheets.keep(sessionId, before.courseId, sending(before, batch));
    const answered = await answer(takeRoll({ status: "new" }, roll));
    const { change, next } = afterAnswer(sheets.load(sessionId), batch, answered);
    const { marks } = change;
    if (marks) sheets.keep(sessionId, before.courseId, { ...change, marks });
    else sheets.show(sessionId, change);
    if (next !== "more") return next;
  }
}

/** What sends the marks of an account: one request at a time, and again after a while that grows. */
export function createSender(account: number, sheets: Sheets) {
  /** Rolls whose last attempt failed: the others go first. */
  const failing = new Set<number>();
  let failures = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;

  /** Nothing more is sent for now: whatever is left waits. */
  function waitAll(barrier: Fault | NoAnswer | null = null): void {
    for (const { sessionId } of sheets.all()) {
      const sheet = sheets.load(sessionId);
      if (sheet.marks.size > 0) sheets.show(sessionId, waiting(sheet, barrier));
    }
  }

  /** Sends the rolls one after another, so that no mark overtakes another. Says whether all went through. */
  async function sendAll(): Promise<boolean> {
    const order = sheets
      .all()
      .map(({ sessionId }) => sessionId)
      .sort((a, b) => Number(failing.has(a)) - Number(failing.has(b)));
    for (const sessionId of order) {
      const outcome = await sendRoll(account, sheets, sessionId);
      if (outcome === "sent") failing.delete(sessionId);
      else failing.add(sessionId);
      if (outcome === "stopped") {
        waitAll(sheets.sheet(sessionId).fault);
        return false;
      }
    }
    return !order.some((sessionId) => failing.has(sessionId));
  }

  /** Sends whatever waits. */
  async function flush(): Promise<void> {
    clearTimeout(retryTimer);
    again = true;
    if (running) return;
    running = true;
    let went = false;
    try {
      while (again) {
        again = false;
        const outcome = await alone(account, sendAll);
        if (outcome === null) waitAll();
        went = outcome === true;
      }
    } catch {
      // Whatever it was, it is tried again.
      went = false;
      waitAll();
    } finally {
      running = false;
    }
    failures = went ? 0 : failures + 1;
    if (!went)
      retryTimer = setTimeout(flush, Math.min(longestDelay, firstDelay * 2 ** Math.min(failures - 1, 10)));
  }

  return {
    flush,
    /** The same after something that may have brought a network: no wait that has grown counts any more. */
    startAnew(): void {
      failures = 0;
      void flush();
    },
  };
}
