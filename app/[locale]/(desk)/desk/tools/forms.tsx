"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
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

export const NewToolForm = (props: FormProps) => <Form schema={toolSchema} action={createTool} {...props} />;
export const ToolTextsForm = (props: FormProps) => (
  <Form schema={toolEditSchema} action={editTool} {...props} />
);
export const NewVersionForm = (props: FormProps) => (
  <Form schema={toolVersionSchema} action={addToolVersion} {...props} />
);
export const VersionForm = (props: FormProps) => (
  <Form schema={toolVersionEditSchema} action={editToolVersion} {...props} />
);
export const ToolRetirementForm = (props: FormProps) => (
  <Form schema={toolRetirementSchema} action={setToolRetired} {...props} />
);
export const VersionRetirementForm = (props: FormProps) => (
  <Form schema={toolVersionRetirementSchema} action={setToolVersionRetired} {...props} />
);
