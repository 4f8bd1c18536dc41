"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { recogniseSchema, takeBackSchema } from "@/lib/stages/schema";
import { recogniseLearning, takeBackLearning } from "./actions";

export const RecogniseForm = (props: FormProps) => (
  <CheckedForm schema={recogniseSchema} action={recogniseLearning} {...props} />
);
export const TakeBackForm = (props: FormProps) => (
  <CheckedForm schema={takeBackSchema} action={takeBackLearning} {...props} />
);
