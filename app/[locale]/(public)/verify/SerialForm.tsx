"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { verifySchema } from "@/lib/certificates/schema";
import { findCertificate } from "./actions";

/** Asks for a serial. */
export const SerialForm = (props: FormProps) => (
  <Form schema={verifySchema} action={findCertificate} asks {...props} />
);
