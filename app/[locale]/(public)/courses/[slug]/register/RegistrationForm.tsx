"use client";

import { useMemo } from "react";
import { Form, type FormProps } from "@/app/_ui/Form";
import { type AskedQuestion, registrationSchema } from "@/lib/registrations/schema";
import { register } from "./actions";

/** The registration of a course, checked with that course's own questions. */
export function RegistrationForm({ questions, ...props }: FormProps & { questions: AskedQuestion[] }) {
  const schema = useMemo(() => registrationSchema(questions), [questions]);
  return <Form schema={schema} action={register} {...props} />;
}
