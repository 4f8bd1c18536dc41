"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { remindPlansSchema } from "@/lib/stages/rules/remindingOfPlans";
import { remindOfPlans } from "./actions";

export const RemindForm = (props: FormProps) => (
  <CheckedForm schema={remindPlansSchema} action={remindOfPlans} {...props} />
);
