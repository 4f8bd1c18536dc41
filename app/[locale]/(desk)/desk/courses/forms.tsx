"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { courseEditSchema, courseSchema, courseStateSchema } from "@/lib/courses/schema";
import {
  moveSchema,
  proposalSchema,
  sessionDeleteSchema,
  sessionSchema,
  swapSchema,
  timetableUndoSchema,
} from "@/lib/timetable/schema";
import {
  createCourse,
  deleteSession,
  editCourse,
  moveCourse,
  proposeSessions,
  saveSession,
  setCourseState,
  swapSessions,
  undoTimetableChange,
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
/** Adds or changes a session. */
export const SessionForm = (props: FormProps) => (
  <Form schema={sessionSchema} action={saveSession} {...props} />
);
export const SessionDeleteForm = (props: FormProps) => (
  <Form schema={sessionDeleteSchema} action={deleteSession} {...props} />
);
/** Lets a session change places with another one. */
export const SwapForm = (props: FormProps) => <Form schema={swapSchema} action={swapSessions} {...props} />;
export const ProposalForm = (props: FormProps) => (
  <Form schema={proposalSchema} action={proposeSessions} {...props} />
);
/** Moves a whole course, once its page has said what that does. */
export const MoveForm = (props: FormProps) => <Form schema={moveSchema} action={moveCourse} {...props} />;
/** Undoes one of the viewer's changes of a timetable. */
export const TimetableUndoForm = (props: FormProps) => (
  <Form schema={timetableUndoSchema} action={undoTimetableChange} {...props} />
);
