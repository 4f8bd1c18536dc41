"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { comeBackSchema, withdrawalSchema } from "@/lib/registrations/schema";
import { comeBack, withdraw } from "./actions";

/** Giving the place back. */
export const WithdrawalForm = (props: FormProps) => (
  <Form schema={withdrawalSchema} action={withdraw} {...props} />
);

/** Taking part again. */
export const ComeBackForm = (props: FormProps) => (
  <Form schema={comeBackSchema} action={comeBack} {...props} />
);
