"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import type { RollRow } from "./RollLine";
import { markedInFields } from "./rollLines";
import type { Kept } from "./useKept";

/** Takes over what was marked before the scripts came: it stands in the fields, and is read before anything is drawn anew. */
export function useEarlyMarks(
  form: RefObject<HTMLFormElement | null>,
  inBrowser: boolean,
  rows: readonly RollRow[],
  minutes: number,
  put: Kept["put"],
): void {
  const fromServer = useRef(!inBrowser);
  useLayoutEffect(() => {
    if (!fromServer.current) return;
    fromServer.current = false;
    if (!form.current) return;
    const made = markedInFields(new FormData(form.current), rows, minutes);
    if (made.size > 0) put(made, { late: true });
  }, [form, rows, minutes, put]);
}
