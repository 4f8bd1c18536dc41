import { marksPrefix } from "@/lib/attendance/rules/deviceKeys";
import { emptySheet, lettingGo, type Making, marking, type Sheet } from "@/lib/attendance/rules/deviceSheet";
import { insisting, type KeptMark, type Was, without } from "@/lib/attendance/rules/onDevice";
import { createSender } from "./sending";
import { createSheets } from "./sheets";

/**
 * Keeps the marks of rolls on this device until the server has them, by account and session, and sends them: at once,
 * again after a while that grows, when the network comes back, and when the page is shown again. Every mark goes through
 * here, so that what is unsent is exactly what is kept.
 */
export type Keeper = ReturnType<typeof createKeeper>;

/** How long the arrow keys may rest on a state before it is sent (ms). */
const restMs = 1000;

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

const noSheets: readonly Sheet[] = [];

/** How all rolls of an account stand on this device, as far as anybody has asked for its keeper. */
export const sheetsOf = (account: number): readonly Sheet[] => keepers.get(account)?.all() ?? noSheets;

/** The same as the server draws it: none. */
export const sheetsOfNobody = (): readonly Sheet[] => noSheets;

function createKeeper(account: number) {
  const sheets = createSheets(account);
  const { flush, startAnew } = createSender(account, sheets);
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  listen(account, sheets.readAll, startAnew);

  const settle = () => {
    clearTimeout(restTimer);
    const moving = sheets.all().filter((sheet) => sheet.moving.size > 0);
    if (moving.length === 0) return;
    for (const { sessionId } of moving) sheets.show(sessionId, { moving: new Set() });
    void flush();
  };

  return {
    subscribe: sheets.subscribe,
    sheet: sheets.sheet,
    all: sheets.all,
    /** Keeps marks and sends them; those of arrow keys once these have come to rest. */
    mark(
      courseId: number,
      sessionId: number,
      made: ReadonlyMap<number, Omit<KeptMark, "at">>,
      how: Making = {},
    ) {
      sheets.keep(sessionId, courseId, marking(sheets.load(sessionId), made, Date.now(), how));
      clearTimeout(restTimer);
      if (sheets.all().some(({ moving }) => moving.size > 0)) restTimer = setTimeout(settle, restMs);
      void flush();
    },
    /** The arrow keys have come to rest: somebody left the row. */
    settle,
    /** Sends what waits, now. */
    flush,
    /** Why a roll is taken early or mended, as it is typed. */
    setReason(sessionId: number, reason: string) {
      if (sheets.sheet(sessionId).reason !== reason) sheets.show(sessionId, { reason });
    },
    /** Lets go of marks that the server did not take. */
    letGo(sessionId: number, ids: readonly number[]) {
      const sheet = sheets.load(sessionId);
      sheets.keep(sessionId, sheet.courseId, lettingGo(sheet, ids));
    },
    /** Puts a held mark over what stands on the roll now. */
    insist(sessionId: number, id: number, standing: Was) {
      const sheet = sheets.load(sessionId);
      sheets.keep(sessionId, sheet.courseId, { marks: insisting(sheet.marks, id, standing) });
      void flush();
    },
    /** The page shows these people by itself, with what was sent of them. */
    shown(sessionId: number, ids: readonly number[]) {
      const { landed } = sheets.sheet(sessionId);
      if (ids.some((id) => landed.has(id))) sheets.show(sessionId, { landed: without(landed, ids) });
    },
  };
}

/** Reads and sends at first, and whenever there may be a network again; reads what another tab has changed. */
function listen(account: number, readAll: () => void, send: () => void): void {
  const tryNow = () => {
    readAll();
    send();
  };
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
}
