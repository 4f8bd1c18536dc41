"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { strikeEntrySchema, threadEntrySchema, undoEntrySchema } from "@/lib/cascade/schema";
import { enterThreadEntry, strikeThreadEntry, undoThreadEntry } from "./actions";

export const EnterForm = (props: FormProps) => (
  <CheckedForm schema={threadEntrySchema} action={enterThreadEntry} {...props} />
);
export const StrikeForm = (props: FormProps) => (
  <CheckedForm schema={strikeEntrySchema} action={strikeThreadEntry} {...props} />
);
export const UndoForm = (props: FormProps) => (
  <CheckedForm schema={undoEntrySchema} action={undoThreadEntry} {...props} />
);
