"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { confirmWorkshopSchema } from "@/lib/stages/schema";
import { confirmWorkshop } from "./actions";

/** That a workshop took place. */
export const ConfirmForm = (props: FormProps) => (
  <CheckedForm schema={confirmWorkshopSchema} action={confirmWorkshop} {...props} />
);
