"use client";

import { useSearchParams } from "next/navigation";
import { CheckedForm, type CheckedProps } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { Hidden } from "@/app/_ui/form/fields";
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

/** A form whose answer is the sheet again: it says how that is looked at, so that it is shown so after the change too. */
function SheetForm<T>({ children, ...props }: CheckedProps<T>) {
  const view = useSearchParams().get("view");
  return (
    <CheckedForm {...props}>
      {children}
      {view ? <Hidden name="view" value={view} /> : null}
    </CheckedForm>
  );
}

/** Adds or changes a session. */
export const SessionForm = (props: FormProps) => (
  <SheetForm schema={sessionSchema} action={saveSession} {...props} />
);
export const SessionDeleteForm = (props: FormProps) => (
  <SheetForm schema={sessionDeleteSchema} action={deleteSession} {...props} />
);
/** Lets a session change places with another one. */
export const SwapForm = (props: FormProps) => (
  <SheetForm schema={swapSchema} action={swapSessions} {...props} />
);
/** Puts sessions elsewhere by hand, in one of several ways. */
export const RearrangeForm = (props: FormProps) => (
  <SheetForm schema={rearrangeSchema} action={rearrangeSessions} {...props} />
);
export const ProposalForm = (props: FormProps) => (
  <SheetForm schema={proposalSchema} action={proposeSessions} {...props} />
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
  <SheetForm schema={timetableUndoSchema} action={undoTimetableChange} {...props} />
);
