"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { scoresSchema } from "@/lib/assessments/schema";
import { enterScores } from "./actions";

export const ScoresForm = (props: FormProps) => (
  <Form schema={scoresSchema} action={enterScores} {...props} />
);
