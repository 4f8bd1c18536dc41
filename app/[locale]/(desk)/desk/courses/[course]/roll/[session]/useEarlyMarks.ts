"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import type { RollRow } from "./RollLine";
import { markedInFields } from "./rollLines";
import type { Kept } from "./useKept";

/**
 * Takes over what was marked and typed before the scripts came: it stands in the fields and nowhere else, so they are read,
 * before anything is drawn anew.
 */
export function useEarlyMarks(
  form: RefObject<HTMLFormElement | null>,
  inBrowser: boolean,
  rows: readonly RollRow[],
  minutes: number,
  { put, setReason }: Pick<Kept, "put" | "setReason">,
): void {
  const fromServer = useRef(!inBrowser);
  useLayoutEffect(() => {
    if (!fromServer.current) return;
    fromServer.current = false;
    if (!form.current) return;
    const fields = new FormData(form.current);
    const reason = String(fields.get("reason") ?? "");
    if (reason !== "") setReason(reason);
    const made = markedInFields(fields, rows, minutes);
    if (made.size > 0) put(made, { late: true });
  }, [form, rows, minutes, put, setReason]);
}
