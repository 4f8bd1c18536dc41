"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { programmeEditSchema, programmeKeySchema, programmeSchema } from "@/lib/programmes/schema";
import { createProgramme, editProgramme, reviewRoles } from "./actions";

export const NewProgrammeForm = (props: FormProps) => (
  <CheckedForm schema={programmeSchema} action={createProgramme} {...props} />
);
export const ProgrammeEditForm = (props: FormProps) => (
  <CheckedForm schema={programmeEditSchema} action={editProgramme} {...props} />
);
export const ReviewForm = (props: FormProps) => (
  <CheckedForm schema={programmeKeySchema} action={reviewRoles} {...props} />
);
