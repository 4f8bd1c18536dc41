"use client";

import type { ReactNode } from "react";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { HandOver, type HandOverWords } from "@/app/_ui/HandOver";
import {
  accessSchema,
  bringInSchema,
  membershipSchema,
  personEditSchema,
  personSchema,
  sensitiveSchema,
} from "@/lib/people/schema";
import {
  addMember,
  bringIn,
  createPerson,
  editPerson,
  giveAccess,
  removeMember,
  showSensitive,
} from "./actions";

export const NewPersonForm = (props: FormProps) => (
  <CheckedForm schema={personSchema} action={createPerson} {...props} />
);
export const BringInForm = (props: FormProps) => (
  <CheckedForm schema={bringInSchema} action={bringIn} {...props} />
);
export const PersonEditForm = (props: FormProps) => (
  <CheckedForm schema={personEditSchema} action={editPerson} {...props} />
);
export const AddMemberForm = (props: FormProps) => (
  <CheckedForm schema={membershipSchema} action={addMember} {...props} />
);
export const RemoveMemberForm = (props: FormProps) => (
  <CheckedForm schema={membershipSchema} action={removeMember} {...props} />
);

/** Makes a link and shows it once, to be handed over. */
export function AccessForm({
  words,
  phone,
  ...props
}: FormProps & { words: HandOverWords; phone: string | null }) {
  return (
    <CheckedForm
      schema={accessSchema}
      action={giveAccess}
      result={({ link }) => <HandOver link={link} phone={phone} words={words} />}
      {...props}
    />
  );
}

/** Shows the sensitive facts on request. `words` holds the labels of the parts and of their answers. */
export function SensitiveForm({
  words,
  none,
  ...props
}: FormProps & { words: Record<string, string>; none: string }) {
  const line = (part: string, answer: ReactNode) => (
    <p key={part}>
      {words[part]}: {answer}
    </p>
  );
  return (
    <CheckedForm
      schema={sensitiveSchema}
      action={showSensitive}
      result={(facts) => {
        const said = Object.entries(facts);
        return said.length === 0 ? (
          <p>{none}</p>
        ) : (
          said.map(([part, answer]) => line(part, words[`${part}.${answer}`] ?? String(answer)))
        );
      }}
      {...props}
    />
  );
}
