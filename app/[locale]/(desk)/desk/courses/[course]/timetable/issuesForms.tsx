"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { acceptIssueSchema, takeBackAcceptanceSchema } from "@/lib/timetable/schema";
import { acceptIssue, takeBackAcceptance } from "./actions";

export const AcceptIssueForm = (props: FormProps) => (
  <CheckedForm schema={acceptIssueSchema} action={acceptIssue} {...props} />
);

export const TakeBackForm = (props: FormProps) => (
  <CheckedForm schema={takeBackAcceptanceSchema} action={takeBackAcceptance} {...props} />
);
