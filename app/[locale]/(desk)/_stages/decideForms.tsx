"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import {
  answerSchema,
  approveManySchema,
  approveSchema,
  entrySchema,
  exceptionSchema,
  recommendSchema,
  stopSchema,
} from "@/lib/stages/schema";
import {
  approve,
  approveMany,
  leaveCertified,
  notContinue,
  recommend,
  recommendByException,
  refuseRecommendation,
  resume,
  returnRecommendation,
  strikeBefore,
  strikeOut,
  suspend,
  takeUnsigned,
  withdrawCertification,
} from "./decideActions";

export const RecommendForm = (props: FormProps) => (
  <CheckedForm schema={recommendSchema} action={recommend} {...props} />
);
export const ReturnForm = (props: FormProps) => (
  <CheckedForm schema={answerSchema} action={returnRecommendation} {...props} />
);
export const RefuseForm = (props: FormProps) => (
  <CheckedForm schema={answerSchema} action={refuseRecommendation} {...props} />
);
export const ApproveForm = (props: FormProps) => (
  <CheckedForm schema={approveSchema} action={approve} {...props} />
);
export const ExceptionForm = (props: FormProps) => (
  <CheckedForm schema={exceptionSchema} action={recommendByException} {...props} />
);
export const NotContinueForm = (props: FormProps) => (
  <CheckedForm schema={stopSchema} action={notContinue} {...props} />
);
export const SuspendForm = (props: FormProps) => (
  <CheckedForm schema={stopSchema} action={suspend} {...props} />
);
export const WithdrawForm = (props: FormProps) => (
  <CheckedForm schema={stopSchema} action={withdrawCertification} {...props} />
);
export const ResumeForm = (props: FormProps) => (
  <CheckedForm schema={entrySchema} action={resume} {...props} />
);
export const StrikeForm = (props: FormProps) => (
  <CheckedForm schema={entrySchema} action={strikeOut} {...props} />
);
export const TakeUnsignedForm = (props: FormProps) => (
  <CheckedForm schema={entrySchema} action={takeUnsigned} {...props} />
);
export const LeaveForm = (props: FormProps) => (
  <CheckedForm schema={entrySchema} action={leaveCertified} {...props} />
);

export const StrikeBeforeForm = (props: FormProps) => (
  <CheckedForm schema={entrySchema} action={strikeBefore} {...props} />
);

/** Approves several; the page says of each what became of it. */
export const ApproveManyForm = (props: FormProps) => (
  <CheckedForm schema={approveManySchema} action={approveMany} {...props} />
);
