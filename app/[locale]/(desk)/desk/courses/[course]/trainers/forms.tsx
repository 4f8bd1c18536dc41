"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { askAgainSchema, askSchema, requestSchema } from "@/lib/requests/schema";
import { replaceTrainerSchema } from "@/lib/timetable/schema";
import { askAgain, askTrainers, replaceTrainer, settleRequest, takeBackRequest } from "./actions";

/** Asks trainers for a course or one session of it. */
export const AskForm = (props: FormProps) => (
  <CheckedForm schema={askSchema} action={askTrainers} {...props} />
);

/** Asks once more. */
export const AskAgainForm = (props: FormProps) => (
  <CheckedForm schema={askAgainSchema} action={askAgain} {...props} />
);

export const TakeBackRequestForm = (props: FormProps) => (
  <CheckedForm schema={requestSchema} action={takeBackRequest} {...props} />
);

export const SettleRequestForm = (props: FormProps) => (
  <CheckedForm schema={requestSchema} action={settleRequest} {...props} />
);

/** Puts another trainer in somebody's place. */
export const ReplaceForm = (props: FormProps) => (
  <CheckedForm schema={replaceTrainerSchema} action={replaceTrainer} {...props} />
);
