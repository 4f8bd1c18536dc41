"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { ownNoticeSchema } from "@/lib/messages/schema";
import { dismissNotice } from "./actions";

/** What the viewer was told about themselves, until they hide it. */
export const OwnNoticeForm = (props: FormProps) => (
  <Form schema={ownNoticeSchema} action={dismissNotice} {...props} />
);
