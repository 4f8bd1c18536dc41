"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { trainersMadeSchema } from "@/lib/people/schema";
import { makeTrainers } from "./actions";

/** Gives those who are ticked the role of trainer. */
export const TrainersForm = (props: FormProps) => (
  <CheckedForm schema={trainersMadeSchema} action={makeTrainers} {...props} />
);
