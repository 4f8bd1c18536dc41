"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
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
/** Adds or changes a session; the page stays where it is, with a way to the session, which is marked. */
export function SessionForm({ seen, ...props }: FormProps & { seen: string }) {
  return (
    <Form
      schema={sessionSchema}
      action={saveSession}
      result={({ sessionId }) => (
        <p>
          <a href={`#session-${sessionId}`} className="text-ok">
            {seen}
          </a>
          <MarkSaved sessionId={sessionId} />
        </p>
      )}
      {...props}
    />
  );
}

/** Marks the session that was just saved among the others. */
function MarkSaved({ sessionId }: { sessionId: number }) {
  useEffect(() => {
    const card = document.getElementById(`session-${sessionId}`);
    card?.setAttribute("data-saved", "");
    return () => card?.removeAttribute("data-saved");
  });
  return null;
}
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
