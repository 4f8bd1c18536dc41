"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { stepSchema, undoSchema, visitSchema } from "@/lib/stages/schema";
import { enterStep, noteVisit, undoEntry } from "./entryActions";

export const VisitForm = (props: FormProps) => (
  <CheckedForm schema={visitSchema} action={noteVisit} {...props} />
);
export const StepForm = (props: FormProps) => (
  <CheckedForm schema={stepSchema} action={enterStep} {...props} />
);
export const UndoForm = (props: FormProps) => (
  <CheckedForm schema={undoSchema} action={undoEntry} {...props} />
);
