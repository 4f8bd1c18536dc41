"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { signSchema } from "@/lib/stages/schema";
import { signObservation } from "./actions";

/** That one has read an observation. */
export const SignForm = (props: FormProps) => (
  <CheckedForm schema={signSchema} action={signObservation} {...props} />
);
