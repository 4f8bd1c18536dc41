"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
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
  <CheckedForm schema={workshopSchema} action={scheduleWorkshop} {...props} />
);
export const WorkshopEditForm = (props: FormProps) => (
  <CheckedForm schema={workshopEditSchema} action={editWorkshop} {...props} />
);
export const ApprovalForm = (props: FormProps) => (
  <CheckedForm schema={workshopApprovalSchema} action={approveWorkshop} {...props} />
);
export const TurnDownForm = (props: FormProps) => (
  <CheckedForm schema={workshopTurnDownSchema} action={turnDownWorkshop} {...props} />
);
export const ApprovalBackForm = (props: FormProps) => (
  <CheckedForm schema={approvalBackSchema} action={takeApprovalBack} {...props} />
);
