"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { curriculumSchema } from "@/lib/curriculum/schema";
import { moveCurriculum } from "../../actions";

export const CurriculumForm = (props: FormProps) => (
  <CheckedForm schema={curriculumSchema} action={moveCurriculum} {...props} />
);
