"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useMemo } from "react";
import type { FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod";
import type { FormAction } from "@/app/_actions/action";
import { type FieldFault, faultOf } from "@/lib/faults";
import type { FormProps } from "./Form";
import { useErrorText } from "./useErrorText";
import { WhoseForm } from "./WhoseForm";

export type CheckedProps<T> = FormProps & {
  schema: z.ZodType;
  action: FormAction<T>;
  result?: (value: T) => ReactNode;
};

/** A form whose values are checked with the schema of its action before they are sent. For pages of the desk. */
export function CheckedForm<T>({ schema, ...props }: CheckedProps<T>) {
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
