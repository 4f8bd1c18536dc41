"use client";

import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { keeperOf, sheetOf } from "@/app/[locale]/(desk)/_marks/rollKeeper";
import { emptySheet, type Making, type Sheet } from "@/lib/attendance/rules/deviceSheet";
import type { RollRow } from "./RollLine";
import { type Marks, stoodIn } from "./rollLines";

/** Which roll it is, and whose device keeps its marks. */
export type WhichRoll = { account: number; courseId: number; sessionId: number };

/** How the marks of a roll stand on this device; as the server draws it, there are none. */
function useSheet(account: number, sessionId: number): Sheet {
  const subscribe = useCallback((listener: () => void) => keeperOf(account).subscribe(listener), [account]);
  return useSyncExternalStore(
    subscribe,
    () => sheetOf(account, sessionId),
    () => emptySheet,
  );
}

/** The marks of a roll that this device keeps, and what can be done with them; the same functions for every drawing. */
export function useKept({ account, courseId, sessionId }: WhichRoll, rows: readonly RollRow[]) {
  const sheet = useSheet(account, sessionId);
  // Fresh rows say by themselves what was sent from here.
  useEffect(
    () =>
      keeperOf(account).shown(
        sessionId,
        rows.map((row) => row.id),
      ),
    [rows, account, sessionId],
  );
  const acts = useMemo(() => {
    const keeper = () => keeperOf(account);
    return {
      put: (marks: Marks, how?: Making) => keeper().mark(courseId, sessionId, marks, how),
      /** Why the roll is taken early or mended, as it is typed. */
      setReason: (reason: string) => keeper().setReason(sessionId, reason),
      /** Sends what waits. */
      send: () => void keeper().flush(),
      /** Somebody left a row: what the arrow keys came to is meant. */
      settle: () => keeper().settle(),
      /** Puts a mark that was held back over what stands in its row. */
      insist: (id: number, row: RollRow | undefined) => keeper().insist(sessionId, id, stoodIn(row)),
      letGo: (ids: readonly number[]) => keeper().letGo(sessionId, ids),
    };
  }, [account, courseId, sessionId]);
  return { sheet, ...acts };
}

export type Kept = ReturnType<typeof useKept>;
