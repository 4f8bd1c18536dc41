"use client";

import { useLocale, useTranslations } from "next-intl";
import { CodeToTell } from "@/app/_ui/CodeToTell";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { MakingForm } from "@/app/_ui/form/MakingForm";
import { HandOver } from "@/app/_ui/HandOver";
import { secondStepAwaySchema } from "@/lib/accounts/schema";
import { colon } from "@/lib/i18n/rules";
import type { SensitiveFacts } from "@/lib/people/rules";
import {
  accessGivenSchema,
  codeMadeSchema,
  membershipEndSchema,
  personEditedSchema,
  personSchema,
  roleBroughtSchema,
  roleGivenSchema,
  sensitiveSchema,
} from "@/lib/people/schema";
import {
  addMember,
  bringIn,
  createPerson,
  editPerson,
  giveAccess,
  makeCode,
  removeMember,
  showSensitive,
  takeSecondStepAway,
} from "./actions";

export const NewPersonForm = (props: FormProps) => (
  <CheckedForm schema={personSchema} action={createPerson} {...props} />
);
export const BringInForm = (props: FormProps) => (
  <CheckedForm schema={roleBroughtSchema} action={bringIn} {...props} />
);
export const PersonEditForm = (props: FormProps) => (
  <CheckedForm schema={personEditedSchema} action={editPerson} {...props} />
);
export const AddMemberForm = (props: FormProps) => (
  <CheckedForm schema={roleGivenSchema} action={addMember} {...props} />
);
export const RemoveMemberForm = (props: FormProps) => (
  <CheckedForm schema={membershipEndSchema} action={removeMember} {...props} />
);

/** Makes a link and shows it once, to be handed over; `message` is what is written with it, `{link}` in its place. */
export function AccessForm({
  phone,
  message,
  ...props
}: FormProps & { phone: string | null; message: string }) {
  return (
    <MakingForm
      schema={accessGivenSchema}
      action={giveAccess}
      result={({ link }) => <HandOver link={link} phone={phone} message={message} />}
      {...props}
    />
  );
}

export const SecondStepAwayForm = (props: FormProps) => (
  <CheckedForm schema={secondStepAwaySchema} action={takeSecondStepAway} {...props} />
);
/** Makes a code and shows it once, to be handed over. */
export const CodeForm = (props: FormProps) => (
  <MakingForm
    schema={codeMadeSchema}
    action={makeCode}
    result={(made) => <CodeToTell code={made.code} identifier={made.identifier} />}
    {...props}
  />
);

/** Shows the sensitive facts on request. */
export function SensitiveForm(props: FormProps) {
  return (
    <CheckedForm
      schema={sensitiveSchema}
      action={showSensitive}
      result={(facts) => <SensitiveAnswers {...facts} />}
      {...props}
    />
  );
}

/** What somebody said for the totals, part by part. */
function SensitiveAnswers({ sex, birthYear, displacement, disability }: SensitiveFacts) {
  const locale = useLocale();
  const t = useTranslations("person");
  const asked = useTranslations("register");
  const sexes = useTranslations("sex");
  const displacements = useTranslations("displacement");
  const disabilities = useTranslations("disability");
  const said = [
    ...(sex ? [[asked("sex"), sexes(sex)]] : []),
    ...(birthYear ? [[asked("birthYear"), birthYear]] : []),
    ...(displacement ? [[asked("displacement"), displacements(displacement)]] : []),
    ...(disability ? [[asked("disability"), disabilities(disability)]] : []),
  ];
  if (said.length === 0) return <p>{t("nothingSaid")}</p>;
  return said.map(([label, answer]) => (
    <p key={label}>
      {label}
      {colon(locale)}
      {answer}
    </p>
  ));
}
