"use client";

import { useTranslations } from "next-intl";
import { Form, type FormProps } from "@/app/_ui/Form";
import {
  courseEditSchema,
  courseSchema,
  courseStateSchema,
  proposalSchema,
  sessionDeleteSchema,
  sessionSchema,
} from "@/lib/courses/schema";
import {
  createCourse,
  deleteSession,
  editCourse,
  proposeSessions,
  saveSession,
  setCourseState,
} from "./actions";

export const NewCourseForm = (props: FormProps) => (
  <Form schema={courseSchema} action={createCourse} {...props} />
);
export const CourseEditForm = (props: FormProps) => (
  <Form schema={courseEditSchema} action={editCourse} {...props} />
);
export const CourseStateForm = (props: FormProps) => (
  <Form schema={courseStateSchema} action={setCourseState} {...props} />
);
export const SessionForm = (props: FormProps) => (
  <Form schema={sessionSchema} action={saveSession} {...props} />
);
export const SessionDeleteForm = (props: FormProps) => (
  <Form schema={sessionDeleteSchema} action={deleteSession} {...props} />
);

/** Proposes a timetable and says what came of it. */
export function ProposalForm(props: FormProps) {
  const t = useTranslations("errors");
  return (
    <Form
      schema={proposalSchema}
      action={proposeSessions}
      result={({ sessions, minutesLeftOver }) => (
        <p>
          {minutesLeftOver > 0
            ? t("proposedShort", { sessions, minutes: minutesLeftOver })
            : t("proposed", { sessions })}
        </p>
      )}
      {...props}
    />
  );
}
