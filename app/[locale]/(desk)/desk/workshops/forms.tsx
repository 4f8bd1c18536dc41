"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import {
  approvalBackSchema,
  workshopApprovalSchema,
  workshopEditSchema,
  workshopSchema,
  workshopTurnDownSchema,
} from "@/lib/courses/schema";
import {
  approveWorkshop,
  editWorkshop,
  scheduleWorkshop,
  takeApprovalBack,
  turnDownWorkshop,
} from "./actions";

export const NewWorkshopForm = (props: FormProps) => (
  <Form schema={workshopSchema} action={scheduleWorkshop} {...props} />
);
export const WorkshopEditForm = (props: FormProps) => (
  <Form schema={workshopEditSchema} action={editWorkshop} {...props} />
);
export const ApprovalForm = (props: FormProps) => (
  <Form schema={workshopApprovalSchema} action={approveWorkshop} {...props} />
);
export const TurnDownForm = (props: FormProps) => (
  <Form schema={workshopTurnDownSchema} action={turnDownWorkshop} {...props} />
);
export const ApprovalBackForm = (props: FormProps) => (
  <Form schema={approvalBackSchema} action={takeApprovalBack} {...props} />
);
