"use client";

import { useMemo } from "react";
import { Form, type FormProps } from "@/app/_ui/Form";
import {
  type AskedQuestion,
  registrationSchema,
  signedInRegistrationSchema,
} from "@/lib/registrations/schema";
import { register } from "./actions";

/** The registration of a course, checked with that course's own questions; somebody signed in says for whom it is. */
export function RegistrationForm({
  questions,
  signedIn,
  ...props
}: FormProps & { questions: AskedQuestion[]; signedIn: boolean }) {
  const schema = useMemo(
    () => (signedIn ? signedInRegistrationSchema(questions) : registrationSchema(questions)),
    [questions, signedIn],
  );
  return <Form schema={schema} action={register} {...props} />;
}
