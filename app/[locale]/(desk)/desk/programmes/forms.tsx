"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { programmeEditSchema, programmeSchema } from "@/lib/programmes/schema";
import { createProgramme, editProgramme } from "./actions";

export const NewProgrammeForm = (props: FormProps) => (
  <Form schema={programmeSchema} action={createProgramme} {...props} />
);
export const ProgrammeEditForm = (props: FormProps) => (
  <Form schema={programmeEditSchema} action={editProgramme} {...props} />
);
