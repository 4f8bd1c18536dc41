"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { keepTemplateSchema, renameTemplateSchema, templateSchema } from "@/lib/templates/schema";
import { keepTemplate, removeTemplate, renameTemplate, restoreTemplate } from "./actions";

export const KeepTemplateForm = (props: FormProps) => (
  <CheckedForm schema={keepTemplateSchema} action={keepTemplate} {...props} />
);
export const RenameTemplateForm = (props: FormProps) => (
  <CheckedForm schema={renameTemplateSchema} action={renameTemplate} {...props} />
);
export const RemoveTemplateForm = (props: FormProps) => (
  <CheckedForm schema={templateSchema} action={removeTemplate} {...props} />
);
export const RestoreTemplateForm = (props: FormProps) => (
  <CheckedForm schema={templateSchema} action={restoreTemplate} {...props} />
);
