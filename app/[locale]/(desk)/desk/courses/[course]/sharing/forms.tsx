"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { endSharingSchema, percentsSchema, shareSchema } from "@/lib/sharing/schema";
import { endSharing, leaveSharing, setPercents, shareCourse } from "./actions";

export const ShareForm = (props: FormProps) => (
  <CheckedForm schema={shareSchema} action={shareCourse} {...props} />
);

export const PercentsForm = (props: FormProps) => (
  <CheckedForm schema={percentsSchema} action={setPercents} {...props} />
);

export const EndSharingForm = (props: FormProps) => (
  <CheckedForm schema={endSharingSchema} action={endSharing} {...props} />
);

export const LeaveSharingForm = (props: FormProps) => (
  <CheckedForm schema={endSharingSchema} action={leaveSharing} {...props} />
);
