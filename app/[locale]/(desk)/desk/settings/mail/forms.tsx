"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { mailTrySchema, sendAgainSchema } from "@/lib/messages/schema";
import { sendAgain, tryMail } from "./actions";

export const SendAgainForm = (props: FormProps) => (
  <CheckedForm schema={sendAgainSchema} action={sendAgain} {...props} />
);
export const TryMailForm = (props: FormProps) => (
  <CheckedForm schema={mailTrySchema} action={tryMail} {...props} />
);
