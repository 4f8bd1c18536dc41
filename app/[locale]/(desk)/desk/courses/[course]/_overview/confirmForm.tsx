"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { confirmSchema } from "@/lib/courses/schema";
import { confirmCourse } from "../../actions";

export const ConfirmForm = (props: FormProps) => (
  <CheckedForm schema={confirmSchema} action={confirmCourse} {...props} />
);
