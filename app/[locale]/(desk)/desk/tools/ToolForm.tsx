"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { toolSchema } from "@/lib/curriculum/schema";
import { createTool } from "./actions";

export const ToolForm = (props: FormProps) => (
  <Form schema={toolSchema} action={createTool} resets {...props} />
);
