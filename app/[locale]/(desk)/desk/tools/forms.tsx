"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import {
  toolEditSchema,
  toolRetirementSchema,
  toolSchema,
  toolVersionEditSchema,
  toolVersionRetirementSchema,
  toolVersionSchema,
} from "@/lib/curriculum/schema";
import {
  addToolVersion,
  createTool,
  editTool,
  editToolVersion,
  setToolRetired,
  setToolVersionRetired,
} from "./actions";

export const NewToolForm = (props: FormProps) => (
  <CheckedForm schema={toolSchema} action={createTool} {...props} />
);
export const ToolTextsForm = (props: FormProps) => (
  <CheckedForm schema={toolEditSchema} action={editTool} {...props} />
);
export const NewVersionForm = (props: FormProps) => (
  <CheckedForm schema={toolVersionSchema} action={addToolVersion} {...props} />
);
export const VersionForm = (props: FormProps) => (
  <CheckedForm schema={toolVersionEditSchema} action={editToolVersion} {...props} />
);
export const ToolRetirementForm = (props: FormProps) => (
  <CheckedForm schema={toolRetirementSchema} action={setToolRetired} {...props} />
);
export const VersionRetirementForm = (props: FormProps) => (
  <CheckedForm schema={toolVersionRetirementSchema} action={setToolVersionRetired} {...props} />
);
