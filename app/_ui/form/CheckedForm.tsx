"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useMemo, useState } from "react";
import type { FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod";
import type { FormAction, FormState } from "@/app/_actions/action";
import { type FieldFault, faultOf } from "@/lib/faults";
import type { FormProps } from "./Form";
import { ShownOnce } from "./ShownOnce";
import { useErrorText } from "./useErrorText";
import { WhoseForm } from "./WhoseForm";

type Props<T> = FormProps & {
  schema: z.ZodType;
  action: FormAction<T>;
  result?: (value: T) => ReactNode;
};

/** A form whose values are checked with the schema of its action before they are sent. For pages of the desk. */
export function CheckedForm<T>({ schema, ...props }: Props<T>) {
  const text = useErrorText();
  const resolver = useMemo(
    () =>
      zodResolver(
        schema as z.ZodType<FieldValues, FieldValues>,
        { error: (issue) => text(faultOf(issue as { params?: { fault?: FieldFault } })) },
        { raw: true },
      ) as Resolver,
    [schema, text],
  );
  return <WhoseForm {...props} resolver={resolver} />;
}

type Made<T> = Extract<FormState<T>, { status: "done" }>;

/**
 * The same for a form that makes what is shown this once: a secret to be handed over. What it made stays on the page until
 * it is closed, also while other forms are sent and where the next one is refused.
 */
export function MakingForm<T>({
  action,
  result,
  keepsAll = false,
  ...props
}: Props<T> & {
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
