"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import {
  allowAgainSchema,
  issueSchema,
  keepSchema,
  prepareSchema,
  revocationSchema,
} from "@/lib/certificates/schema";
import { dotBetween, isolate, type Locale, nameFor, type PersonsNames } from "@/lib/i18n/rules";
import {
  allowAgain,
  issueCertificates,
  keepCertificate,
  prepareCertificates,
  reissueCertificate,
  revokeCertificate,
} from "./actions";

/** Whose name kept them from a certificate. */
function LeftOut({ people }: { people: readonly PersonsNames[] }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("outcome");
  const names = people.map((person) => isolate(nameFor(person, locale), locale));
  return names.length === 0 ? null : <p>{t("leftOut", { names: names.join(dotBetween) })}</p>;
}

/** What came of it, brought into sight: what was above the button that was pressed has moved by then. */
function InSight({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers give a promise back, which React would take for what ends the effect.
    box.current?.scrollIntoView({ block: "center" });
  }, []);
  return <div ref={box}>{children}</div>;
}

/** Issues in one step and says how many came of it. */
export function IssueForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <CheckedForm
      schema={issueSchema}
      action={issueCertificates}
      result={({ issued, leftOut }) => (
        <InSight>
          <p>{t("issued", { count: issued })}</p>
          <LeftOut people={leftOut} />
        </InSight>
      )}
      {...props}
    />
  );
}

/** Prepares in one step and says how many sheets are new and how many to take out. */
export function PrepareForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <CheckedForm
      schema={prepareSchema}
      action={prepareCertificates}
      result={({ made, takenOut, leftOut }) => (
        <InSight>
          <p>{t("prepared", { made, takenOut })}</p>
          <LeftOut people={leftOut} />
        </InSight>
      )}
      {...props}
    />
  );
}
export const RevokeForm = (props: FormProps) => (
  <CheckedForm schema={revocationSchema} action={revokeCertificate} {...props} />
);
export const ReissueForm = (props: FormProps) => (
  <CheckedForm schema={revocationSchema} action={reissueCertificate} {...props} />
);
export const KeepForm = (props: FormProps) => (
  <CheckedForm schema={keepSchema} action={keepCertificate} {...props} />
);
export const AllowForm = (props: FormProps) => (
  <CheckedForm schema={allowAgainSchema} action={allowAgain} {...props} />
);
