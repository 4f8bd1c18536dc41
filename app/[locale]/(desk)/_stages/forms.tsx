"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { recogniseSchema, superiorSchema, takeBackSchema } from "@/lib/stages/schema";
import { recogniseLearning, setSuperior, takeBackLearning } from "./actions";

export const RecogniseForm = (props: FormProps) => (
  <CheckedForm schema={recogniseSchema} action={recogniseLearning} {...props} />
);
export const TakeBackForm = (props: FormProps) => (
  <CheckedForm schema={takeBackSchema} action={takeBackLearning} {...props} />
);
export const SuperiorForm = (props: FormProps) => (
  <CheckedForm schema={superiorSchema} action={setSuperior} {...props} />
);
