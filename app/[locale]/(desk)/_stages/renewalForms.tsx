"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import {
  answerSchema,
  certifiedBeforeSchema,
  masterStepSchema,
  recommendRenewalSchema,
  renewSchema,
} from "@/lib/stages/schema";
import {
  approveMaster,
  enterCertifiedBefore,
  enterMasterStep,
  recommendRenewal,
  refuseRenewal,
  renew,
  returnRenewal,
} from "./renewalActions";

export const RenewForm = (props: FormProps) => <CheckedForm schema={renewSchema} action={renew} {...props} />;
export const MasterForm = (props: FormProps) => (
  <CheckedForm schema={renewSchema} action={approveMaster} {...props} />
);
export const RecommendRenewalForm = (props: FormProps) => (
  <CheckedForm schema={recommendRenewalSchema} action={recommendRenewal} {...props} />
);
export const ReturnRenewalForm = (props: FormProps) => (
  <CheckedForm schema={answerSchema} action={returnRenewal} {...props} />
);
export const RefuseRenewalForm = (props: FormProps) => (
  <CheckedForm schema={answerSchema} action={refuseRenewal} {...props} />
);
export const MasterStepForm = (props: FormProps) => (
  <CheckedForm schema={masterStepSchema} action={enterMasterStep} {...props} />
);
export const CertifiedBeforeForm = (props: FormProps) => (
  <CheckedForm schema={certifiedBeforeSchema} action={enterCertifiedBefore} {...props} />
);
