"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { planForSchema } from "@/lib/stages/schema";
import { makePlanFor } from "./actions";

/** Somebody's action plan. */
export const PlanForForm = (props: FormProps) => (
  <CheckedForm schema={planForSchema} action={makePlanFor} {...props} />
);
