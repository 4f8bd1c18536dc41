"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import {
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
  renew,
} from "./renewalActions";

export const RenewForm = (props: FormProps) => <CheckedForm schema={renewSchema} action={renew} {...props} />;
export const MasterForm = (props: FormProps) => (
  <CheckedForm schema={renewSchema} action={approveMaster} {...props} />
);
export const RecommendRenewalForm = (props: FormProps) => (
  <CheckedForm schema={recommendRenewalSchema} action={recommendRenewal} {...props} />
);
export const MasterStepForm = (props: FormProps) => (
  <CheckedForm schema={masterStepSchema} action={enterMasterStep} {...props} />
);
export const CertifiedBeforeForm = (props: FormProps) => (
  <CheckedForm schema={certifiedBeforeSchema} action={enterCertifiedBefore} {...props} />
);
