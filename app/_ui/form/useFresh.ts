"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { FormState } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import { type Beginning, type Overtaken, overtake, same } from "./overtaken";

/**
 * Keeps a form over a row (with a version) true while the row changes: fields that nobody touched take what is there now,
 * touched ones stay. Where a touched one was changed by somebody else too, the form stays over the older version until it
 * was sent, so that the refusal says so; then it is over the newer one.
 */
export function useFresh<T>(
  form: UseFormReturn,
  {
    beginning,
    now,
    state,
    pending,
    moved,
  }: {
    beginning: Beginning;
    /** What the page says is there. */
    now: Values;
    state: FormState<T>;
    pending: boolean;
    /** Called once the form is over another state of its row. */
    moved: (now: Values) => void;
  },
) {
  const [first, setFirst] = useState(beginning.first);
  const [overtaken, setOvertaken] = useState(beginning.overtaken);
  const sent = useRef<{ values: Values; before: FormState<T> } | null>(null);
  const latest = useRef(now);
  latest.current = now;
  const text = JSON.stringify(now);
  const seen = useRef(text);
  useEffect(() => {
    // Answer and page come together; between them nothing is sure.
    if (pending || latest.current.version === undefined) return;
    const now = latest.current;
    const refused = state.status === "fault";
    const stale = refused && state.fault.code === "stale";
    const answered = sent.current !== null && (sent.current.before !== state || seen.current !== text);
    // What was taken on is what the page now comes with, however it is written there.
    const from = answered && !refused ? (sent.current?.values ?? first) : first;
    if (answered) sent.current = null;
    if (text === seen.current && !stale && from === first) return;
    if (text === seen.current && !stale) {
      setFirst({ ...first, ...from });
      return;
    }
    const mine = form.getValues() as Values;
    const merged = overtake(from, mine, now);
    if (!stale && merged.overtaken.length > 0) return;
    seen.current = text;
    // Before its fields are: what they take on is not kept as something typed.
    moved(now);
    for (const [name, value] of Object.entries(merged.values))
      if (name !== "version" && name in mine && !same(mine[name], value)) form.setValue(name, value);
    form.resetDefaultValues(now);
    if (!same(first, now)) setFirst(now);
    if (stale)
      setOvertaken((before) =>
        before !== null && same(asSaid(before), asSaid(merged.overtaken)) ? before : merged.overtaken,
      );
  }, [form, text, state, pending, first, moved]);
  return {
    first,
    overtaken,
    sent: (values: Values) => {
      sent.current = { values, before: state };
    },
  };
}

const asSaid = (list: readonly Overtaken[]) => list.map(({ name, now }) => [name, now]);
