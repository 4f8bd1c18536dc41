"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { gatesSchema } from "@/lib/stages/schema";
import { setGates } from "./actions";

export const GatesForm = (props: FormProps) => (
  <CheckedForm schema={gatesSchema} action={setGates} {...props} />
);
