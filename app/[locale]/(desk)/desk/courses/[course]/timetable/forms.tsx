"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import {
  courseLinkSchema,
  giveRoomSchema,
  moveSchema,
  proposalSchema,
  rearrangeSchema,
  sessionDeleteSchema,
  sessionSchema,
  swapSchema,
  timetableUndoSchema,
} from "@/lib/timetable/schema";
import {
  deleteSession,
  moveCourse,
  proposeSessions,
  rearrangeSessions,
  saveSession,
  swapSessions,
  undoTimetableChange,
} from "../../actions";
import { giveRoom, setCourseLink } from "./actions";

/** Adds or changes a session. */
export const SessionForm = (props: FormProps) => (
  <CheckedForm schema={sessionSchema} action={saveSession} {...props} />
);
export const SessionDeleteForm = (props: FormProps) => (
  <CheckedForm schema={sessionDeleteSchema} action={deleteSession} {...props} />
);
/** Lets a session change places with another one. */
export const SwapForm = (props: FormProps) => (
  <CheckedForm schema={swapSchema} action={swapSessions} {...props} />
);
/** Puts sessions elsewhere by hand, in one of several ways. */
export const RearrangeForm = (props: FormProps) => (
  <CheckedForm schema={rearrangeSchema} action={rearrangeSessions} {...props} />
);
export const ProposalForm = (props: FormProps) => (
  <CheckedForm schema={proposalSchema} action={proposeSessions} {...props} />
);
/** Moves a whole course, once its page has said what that does. */
export const MoveForm = (props: FormProps) => (
  <CheckedForm schema={moveSchema} action={moveCourse} {...props} />
);
/** Gives a room to all sessions without one. */
export const GiveRoomForm = (props: FormProps) => (
  <CheckedForm schema={giveRoomSchema} action={giveRoom} {...props} />
);
/** Says where the online sessions of a course are joined. */
export const CourseLinkForm = (props: FormProps) => (
  <CheckedForm schema={courseLinkSchema} action={setCourseLink} {...props} />
);
/** Undoes one of the viewer's changes of a timetable. */
export const TimetableUndoForm = (props: FormProps) => (
  <CheckedForm schema={timetableUndoSchema} action={undoTimetableChange} {...props} />
);
