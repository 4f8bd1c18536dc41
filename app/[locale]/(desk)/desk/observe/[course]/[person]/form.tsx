"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { observeSchema } from "@/lib/stages/schema";
import { observe } from "./actions";

/** An observation, or its correction. */
export const ObserveForm = (props: FormProps) => (
  <CheckedForm schema={observeSchema} action={observe} {...props} />
);
