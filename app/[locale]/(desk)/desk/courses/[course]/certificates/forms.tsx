"use client";

import { useTranslations } from "next-intl";
import { Form, type FormProps } from "@/app/_ui/Form";
import { certifySchema, issueSchema, revocationSchema } from "@/lib/certificates/schema";
import { certifyTrainer, issueCertificates, reissueCertificate, revokeCertificate } from "./actions";

/** Issues in one step and says how many came of it. */
export function IssueForm(props: FormProps) {
  const t = useTranslations("errors");
  return (
    <Form
      schema={issueSchema}
      action={issueCertificates}
      result={({ issued }) => <p>{t("issued", { count: issued })}</p>}
      {...props}
    />
  );
}
export const CertifyForm = (props: FormProps) => (
  <Form schema={certifySchema} action={certifyTrainer} {...props} />
);
export const RevokeForm = (props: FormProps) => (
  <Form schema={revocationSchema} action={revokeCertificate} {...props} />
);
export const ReissueForm = (props: FormProps) => (
  <Form schema={revocationSchema} action={reissueCertificate} {...props} />
);
