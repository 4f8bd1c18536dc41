"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { withdrawalSchema } from "@/lib/registrations/schema";
import { withdraw } from "./actions";

/** Giving the place back. */
export const WithdrawalForm = (props: FormProps) => (
  <Form schema={withdrawalSchema} action={withdraw} {...props} />
);
