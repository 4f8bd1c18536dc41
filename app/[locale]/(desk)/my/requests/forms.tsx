"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { acceptRequestSchema, declineSchema, proposeInsteadSchema } from "@/lib/requests/schema";
import { acceptRequest, declineRequest, proposeInstead } from "./actions";

export const AcceptRequestForm = (props: FormProps) => (
  <CheckedForm schema={acceptRequestSchema} action={acceptRequest} {...props} />
);

export const DeclineRequestForm = (props: FormProps) => (
  <CheckedForm schema={declineSchema} action={declineRequest} {...props} />
);

/** Another trainer, or another time. */
export const ProposeInsteadForm = (props: FormProps) => (
  <CheckedForm schema={proposeInsteadSchema} action={proposeInstead} {...props} />
);
