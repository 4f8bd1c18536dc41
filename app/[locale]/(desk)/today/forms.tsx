"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { ownNoticeSchema } from "@/lib/messages/schema";
import { dismissNotice } from "./actions";

/** What the viewer was told about themselves, until they hide it. */
export const OwnNoticeForm = (props: FormProps) => (
  <CheckedForm schema={ownNoticeSchema} action={dismissNotice} {...props} />
);
