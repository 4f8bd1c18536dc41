"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { askAgainSchema, askSchema, heardAnswerSchema, requestSchema } from "@/lib/requests/schema";
import { replaceTrainerSchema } from "@/lib/timetable/schema";
import {
  askAgain,
  askTrainers,
  enterAnswer,
  replaceTrainer,
  settleRequest,
  takeBackAnswer,
  takeBackRequest,
  tellRequest,
} from "./actions";

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

/** Enters what a trainer answered by telephone or in person. */
export const EnterAnswerForm = (props: FormProps) => (
  <CheckedForm schema={heardAnswerSchema} action={enterAnswer} {...props} />
);

export const TakeBackAnswerForm = (props: FormProps) => (
  <CheckedForm schema={requestSchema} action={takeBackAnswer} {...props} />
);

/** Says that somebody was told. */
export const TellRequestForm = (props: FormProps) => (
  <CheckedForm schema={requestSchema} action={tellRequest} {...props} />
);

/** Puts another trainer in somebody's place. */
export const ReplaceForm = (props: FormProps) => (
  <CheckedForm schema={replaceTrainerSchema} action={replaceTrainer} {...props} />
);
