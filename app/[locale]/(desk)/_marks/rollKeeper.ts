import {
  afterSending,
  allMarks,
  insisting,
  type KeptMark,
  type KeptMarks,
  lastAccount,
  marksOf,
  marksPrefix,
  noMarks,
  readKept,
  type Was,
  withMarks,
  without,
  writeKept,
} from "@/lib/attendance/rules/onDevice";
import type { FieldFault } from "@/lib/faults";
import type { Fault } from "@/lib/result";
import { takeRoll } from "../desk/courses/[course]/roll/actions";
import { keepsMarks } from "./keptMarks";

/**
 * Keeps the marks of rolls on this device until the server has them, by account and session, and sends them: at once,
 * again after a while that grows, when the network comes back, and when the page is shown again. Every mark goes through
 * here, so that what is unsent is exactly what is kept.
 */

/** That no answer came: no network, or too slow a one. */
export type NotSent = { code: "notSent"; fields?: undefined };

/** How the marks of one roll stand on this device. */
export type Sheet = {
  sessionId: number;
  courseId: number;
  /** What the server does not have, or holds back for somebody else's mark. */
  marks: KeptMarks;
  /** Those that the server refused, with why. They are not sent again unless somebody marks anew. */
  refused: ReadonlyMap<number, FieldFault>;
  /** What was sent from this page, until the page shows it by itself. */
  landed: KeptMarks;
  /** Why the last attempt was refused as a whole. */
  fault: Fault | NotSent | null;
  sending: boolean;
  /** True where something could not be sent at the first attempt. */
  waits: boolean;
  savedAt: number | null;
  /** True where the device's storage takes nothing, so that only the open page keeps the marks. */
  here: boolean;
};

export type Keeper = ReturnType<typeof createKeeper>;

/** Waiting after an attempt that failed (ms). */
const firstDelay = 2000;
const longestDelay = 5 * 60_000;
/** How long an answer is waited for (ms): until then no other page sends. */
const answerMs = 30_000;
/** How long the arrow keys may rest on a state before it is sent (ms). */
const restMs = 1000;

export const emptySheet: Sheet = {
  sessionId: 0,
  courseId: 0,
  marks: noMarks,
  refused: new Map(),
  landed: noMarks,
  fault: null,
  sending: false,
  waits: false,
  savedAt: null,
  here: false,
};

/** Marks that are neither held nor refused: the server has yet to take them. */
export const unsent = (sheet: Sheet): number =>
  [...sheet.marks].filter(([id, mark]) => !mark.held && !sheet.refused.has(id)).length;

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

/** An answer, or null where there is none, or none in time. */
function answer<T>(sent: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, answerMs, null);
    sent
      .catch(() => null)
      .then((answered) => {
        clearTimeout(timer);
        resolve(answered);
      });
  });
}

/** What stands in the way of every roll of the account alike. */
const forAll = ["signInNeeded", "otherAccount"];

const keepers = new Map<number, Keeper>();

/** The keeper of an account's marks: one a page. */
export function keeperOf(account: number): Keeper {
  let keeper = keepers.get(account);
  if (!keeper) {
    keeper = createKeeper(account);
    keepers.set(account, keeper);
  }
  return keeper;
}

/** How a roll stands, as far as anybody has asked for the account's keeper. */
export const sheetOf = (account: number, sessionId: number): Sheet =>
  keepers.get(account)?.sheet(sessionId) ?? emptySheet;

function createKeeper(account: number) {
  const sheets = new Map<number, Sheet>();
  const listeners = new Set<() => void>();
  const reasons = new Map<number, string>();
  /** Marks made in this page of which no attempt has failed: they are on their way, and do not wait. */
  const fresh = new Set<string>();
  /** Rows in which the arrow keys are still on their way. */
  const moving = new Set<string>();
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  /** Rolls whose last attempt failed: the others go first. */
  const failing = new Set<number>();
  let failures = 0;
  let running = false;
  let again = false;
  let list: readonly Sheet[] = [];

  const storageKey = (sessionId: number) => `${marksPrefix(account)}${sessionId}`;
  const rowKey = (sessionId: number, id: number) => `${sessionId}:${id}`;

  function update(sessionId: number, change: Partial<Sheet>) {
    sheets.set(sessionId, { ...(sheets.get(sessionId) ?? { ...emptySheet, sessionId }), ...change });
    list = [...sheets.values()];
    for (const listener of listeners) listener();
  }

  /** As the device's storage has it, which another tab may have changed. Without a storage, as this page has it. */
  function load(sessionId: number): Sheet {
    const sheet = sheets.get(sessionId) ?? { ...emptySheet, sessionId };
    if (sheet.here) return sheet;
    try {
      const stored = readKept(localStorage.getItem(storageKey(sessionId)), Date.now());
      return { ...sheet, courseId: stored?.courseId ?? sheet.courseId, marks: stored?.marks ?? noMarks };
    } catch {
      return sheet;
    }
  }

  function store(sessionId: number, courseId: number, marks: KeptMarks, more: Partial<Sheet> = {}) {
    let here = false;
    try {
      if (marks.size > 0) {
        localStorage.setItem(storageKey(sessionId), writeKept(courseId, marks));
        localStorage.setItem(lastAccount, String(account));
      } else {
        localStorage.removeItem(storageKey(sessionId));
        if (!keepsMarks(account)) localStorage.removeItem(lastAccount);
      }
    } catch {
      // Switched off or full: this page alone keeps them, and says so.
      here = marks.size > 0;
    }
    update(sessionId, { courseId, marks, here, ...more });
  }

  function readAll() {
    const found = new Set(sheets.keys());
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(marksPrefix(account))) found.add(Number(key.slice(key.lastIndexOf(":") + 1)));
        // What is too old goes, whose it ever was.
        else if (key.startsWith(allMarks) && !readKept(localStorage.getItem(key), Date.now()))
          localStorage.removeItem(key);
      }
    } catch {
      return;
    }
    for (const sessionId of found) {
      const { courseId, marks } = load(sessionId);
      const waits = [...marks].some(([id]) => !fresh.has(rowKey(sessionId, id)));
      if (marks.size === 0) store(sessionId, courseId, marks, { waits });
      else update(sessionId, { courseId, marks, waits });
    }
  }

  /** Nothing more is sent for now: whatever is left waits, and is said to, with what stands in the way of all. */
  function waitAll(barrier: Fault | NotSent | null = null) {
    for (const sessionId of sheets.keys()) {
      const { courseId, marks, fault: own } = load(sessionId);
      const fault = own?.fields?.reason ? own : (barrier ?? own);
      for (const id of marks.keys()) fresh.delete(rowKey(sessionId, id));
      if (marks.size > 0) update(sessionId, { courseId, marks, fault, sending: false, waits: true });
    }
  }

  /**
   * Sends what one roll has to send, until nothing is left that could be: `sent`. `failed`: what is left of this roll is
   * to be tried again. `stopped`: the others would fare no better now.
   */
  async function sendSheet(sessionId: number): Promise<"sent" | "failed" | "stopped"> {
    for (;;) {
      const { marks, refused, courseId, fault } = load(sessionId);
      const reason = reasons.get(sessionId)?.trim() ?? "";
      const batch: KeptMarks = new Map(
        [...marks].filter(
          ([id, mark]) => !mark.held && !refused.has(id) && !moving.has(rowKey(sessionId, id)),
        ),
      );
      if (batch.size === 0 || (fault?.fields?.reason && !reason)) return "sent";
      const roll = { sessionId, account, ...(reason ? { reason } : {}), marks: marksOf(batch) };
      update(sessionId, { sending: true });
      const state = await answer(takeRoll({ status: "new" }, roll));
      if (state?.status === "done") {
        const { held, savedAt } = state.value;
        const left = afterSending(load(sessionId).marks, batch, held);
        const landed = new Map([...(sheets.get(sessionId)?.landed ?? noMarks), ...batch]);
        for (const id of held) landed.delete(id);
        store(sessionId, courseId, left, {
          landed,
          sending: false,
          fault: null,
          ...(held.length < batch.size ? { savedAt } : {}),
          waits: [...left.keys()].some((id) => !fresh.has(rowKey(sessionId, id))),
        });
        continue;
      }
      const faulty = state?.status === "fault" ? state.fault : null;
      const whole = faulty !== null && ["rollNotOpen", "notFound"].includes(faulty.code);
      const each = Object.entries(faulty?.fields ?? {}).flatMap(([name, wrong]) => {
        const id = Number(/^marks\.(\d+)\./.exec(name)?.[1]);
        return batch.has(id) ? [[id, wrong] as const] : [];
      });
      const refusals = whole ? [...batch.keys()].map((id) => [id, faulty] as const) : each;
      update(sessionId, {
        sending: false,
        fault: refusals.length > 0 ? null : (faulty ?? { code: "notSent" }),
        refused: new Map([...(sheets.get(sessionId)?.refused ?? []), ...refusals]),
        waits: true,
      });
      if (refusals.length > 0) continue;
      for (const id of batch.keys()) fresh.delete(rowKey(sessionId, id));
      if (faulty?.fields?.reason) return "sent";
      return !faulty || forAll.includes(faulty.code) ? "stopped" : "failed";
    }
  }

  /** Sends the rolls one after another, so that no mark overtakes another. Says whether all went through. */
  async function sendAll(): Promise<boolean> {
    const order = [...sheets.keys()].sort((a, b) => Number(failing.has(a)) - Number(failing.has(b)));
    for (const sessionId of order) {
      const outcome = await sendSheet(sessionId);
      if (outcome === "sent") failing.delete(sessionId);
      else failing.add(sessionId);
      if (outcome === "stopped") {
        waitAll(sheets.get(sessionId)?.fault);
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

  function tryNow() {
    failures = 0;
    readAll();
    void flush();
  }
  readAll();
  queueMicrotask(tryNow);
  window.addEventListener("online", tryNow);
  window.addEventListener("pageshow", tryNow);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") tryNow();
  });
  window.addEventListener("storage", (event) => {
    if (event.key === null || event.key.startsWith(marksPrefix(account))) readAll();
  });

  const settle = () => {
    clearTimeout(restTimer);
    if (moving.size === 0) return;
    moving.clear();
    void flush();
  };

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    sheet: (sessionId: number): Sheet => sheets.get(sessionId) ?? emptySheet,
    all: (): readonly Sheet[] => list,
    /**
     * Keeps marks and sends them. `late`: made before this page could send, upon what it showed then. `moving`: by the
     * arrow keys, so that they are sent once these have come to rest.
     */
    mark(
      courseId: number,
      sessionId: number,
      made: ReadonlyMap<number, Omit<KeptMark, "at">>,
      how: { late?: boolean; moving?: boolean } = {},
    ) {
      const sheet = load(sessionId);
      const refused = new Map(sheet.refused);
      const at = Date.now();
      for (const id of made.keys()) {
        refused.delete(id);
        const before = sheet.marks.get(id);
        if (!how.late && (!before || before.held || fresh.has(rowKey(sessionId, id))))
          fresh.add(rowKey(sessionId, id));
        if (how.moving) moving.add(rowKey(sessionId, id));
        else moving.delete(rowKey(sessionId, id));
      }
      const marks = withMarks(sheet.marks, new Map([...made].map(([id, mark]) => [id, { ...mark, at }])));
      store(sessionId, courseId, marks, { refused });
      clearTimeout(restTimer);
      if (moving.size > 0) restTimer = setTimeout(settle, restMs);
      void flush();
    },
    /** The arrow keys have come to rest: somebody left the row. */
    settle,
    /** Sends what waits, now. */
    flush,
    /** Why a roll is taken early or mended, as it is typed. */
    setReason(sessionId: number, reason: string) {
      reasons.set(sessionId, reason);
    },
    /** Lets go of marks that the server did not take. */
    letGo(sessionId: number, ids: readonly number[]) {
      const sheet = load(sessionId);
      const refused = new Map(sheet.refused);
      for (const id of ids) refused.delete(id);
      store(sessionId, sheet.courseId, without(sheet.marks, ids), { refused });
    },
    /** Puts a held mark over what stands on the roll now. */
    insist(sessionId: number, id: number, standing: Was) {
      const sheet = load(sessionId);
      store(sessionId, sheet.courseId, insisting(sheet.marks, id, standing));
      void flush();
    },
    /** The page shows what was sent by itself. */
    shown(sessionId: number) {
      if ((sheets.get(sessionId)?.landed.size ?? 0) > 0) update(sessionId, { landed: noMarks });
    },
  };
}
