import { emptySheet, readAgain, type Sheet, type SheetChange } from "@/lib/attendance/rules/deviceSheet";
import type { KeptMarks } from "@/lib/attendance/rules/onDevice";
import { readRoll, sessionsStored, writeRoll } from "./storedRolls";

export type Sheets = ReturnType<typeof createSheets>;

/** The rolls of an account as they stand on this device: marks in its storage, the rest in this page. */
export function createSheets(account: number) {
  const sheets = new Map<number, Sheet>();
  const listeners = new Set<() => void>();
  let list: readonly Sheet[] = [];
  const known = (sessionId: number): Sheet => sheets.get(sessionId) ?? { ...emptySheet, sessionId };

  /** Changes what the page knows, and tells whoever listens. */
  function show(sessionId: number, change: SheetChange): void {
    sheets.set(sessionId, { ...known(sessionId), ...change });
    list = [...sheets.values()];
    for (const listener of listeners) listener();
  }

  /** A roll as the storage has it, which another tab may have changed. Without a storage, as this page has it. */
  function load(sessionId: number): Sheet {
    const sheet = known(sessionId);
    return sheet.here ? sheet : { ...sheet, ...readRoll(account, sessionId) };
  }

  /** Keeps marks in the storage. Where it takes none, this page alone keeps them, and says so. */
  function keep(sessionId: number, courseId: number, change: SheetChange & { marks: KeptMarks }): void {
    const here = !writeRoll(account, sessionId, courseId, change.marks);
    show(sessionId, { ...change, courseId, here });
  }

  /** Shows what the storage has of every roll. */
  function readAll(): void {
    const stored = sessionsStored(account);
    if (!stored) return;
    for (const sessionId of new Set([...sheets.keys(), ...stored])) {
      const sheet = known(sessionId);
      const read = sheet.here ? null : readRoll(account, sessionId);
      const now = readAgain(sheet, read ?? sheet);
      if (now.marks.size === 0) keep(sessionId, now.courseId, now);
      else show(sessionId, now);
    }
  }

  return {
    show,
    load,
    keep,
    readAll,
    /** A roll as this page has it, the same object until something of it changes. */
    sheet: (sessionId: number): Sheet => sheets.get(sessionId) ?? emptySheet,
    all: (): readonly Sheet[] => list,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
