"use client";

import { type ReactNode, useMemo, useState } from "react";
import type { FormAction, FormState } from "@/app/_actions/action";
import { CheckedForm, type CheckedProps } from "./CheckedForm";
import { ShownOnce } from "./ShownOnce";

type Made<T> = Extract<FormState<T>, { status: "done" }>;

/**
 * A checked form that makes what is shown this once: a secret to be handed over. What it made stays on the page until
 * it is closed, also while other forms are sent and where the next one is refused.
 */
export function MakingForm<T>({
  action,
  result,
  keepsAll = false,
  ...props
}: CheckedProps<T> & {
  result: (value: T) => ReactNode;
  /** True where what was made before holds beside the newest; else the newest takes its place. */
  keepsAll?: boolean;
}) {
  const [made, setMade] = useState<readonly Made<T>[]>([]);
  // As the server draws it, it is the action itself, by whose address the form posts without JavaScript.
  const noted = useMemo<FormAction<T>>(
    () =>
      typeof window === "undefined"
        ? action
        : async (previous, sent) => {
            const state = await action(previous, sent);
            if (state.status === "done") setMade((before) => [state, ...(keepsAll ? before : [])]);
            return state;
          },
    [action, keepsAll],
  );
  return (
    <>
      {made.map((one) => (
        <ShownOnce key={one.at} onClose={() => setMade((all) => all.filter((other) => other !== one))}>
          {result(one.value)}
        </ShownOnce>
      ))}
      <CheckedForm {...props} action={noted} result={made.length > 0 ? undefined : result} />
    </>
  );
}
