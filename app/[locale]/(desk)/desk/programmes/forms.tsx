"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { programmeEditSchema, programmeSchema } from "@/lib/programmes/schema";
import { createProgramme, editProgramme } from "./actions";

export const NewProgrammeForm = (props: FormProps) => (
  <CheckedForm schema={programmeSchema} action={createProgramme} {...props} />
);
export const ProgrammeEditForm = (props: FormProps) => (
  <CheckedForm schema={programmeEditSchema} action={editProgramme} {...props} />
);
