"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { courseEditSchema, courseSchema, courseStateSchema } from "@/lib/courses/schema";
import { createCourse, editCourse, setCourseState } from "./actions";

// The head of every page of a course brings these, the roll's too: those of its timetable stand apart.

export const NewCourseForm = (props: FormProps) => (
  <CheckedForm schema={courseSchema} action={createCourse} {...props} />
);
export const CourseEditForm = (props: FormProps) => (
  <CheckedForm schema={courseEditSchema} action={editCourse} {...props} />
);
export const CourseStateForm = (props: FormProps) => (
  <CheckedForm schema={courseStateSchema} action={setCourseState} {...props} />
);
