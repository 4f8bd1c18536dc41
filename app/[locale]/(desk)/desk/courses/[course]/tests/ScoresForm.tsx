"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { scoresSchema } from "@/lib/assessments/schema";
import { enterScores } from "./actions";

export const ScoresForm = (props: FormProps) => (
  <CheckedForm schema={scoresSchema} action={enterScores} {...props} />
);
