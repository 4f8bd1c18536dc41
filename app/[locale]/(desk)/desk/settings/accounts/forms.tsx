"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { MakingForm } from "@/app/_ui/form/MakingForm";
import { ToStart } from "@/app/_ui/form/ToStart";
import { HandOver } from "@/app/_ui/HandOver";
import { Written } from "@/app/_ui/Written";
import { accountKeySchema, powerSchema } from "@/lib/accounts/schema";
import { personSchema } from "@/lib/people/schema";
import {
  disableAccount,
  enableAccount,
  endSessionsOf,
  giveAdministration,
  inviteSomebody,
  removeIdentityOf,
  takeAdministration,
} from "./actions";

/** Invites somebody; the link is shown once, to be handed over with a few words. */
export function InviteForm({ message, ...props }: FormProps & { message: string }) {
  const t = useTranslations("accounts");
  return (
    <MakingForm
      schema={personSchema}
      action={inviteSomebody}
      resets
      keepsAll
      result={({ link, name, personId }) => (
        <>
          <ToStart />
          <p>
            {t("linkFor")}{" "}
            <Link href={`/desk/people/${personId}`} prefetch={false} className="font-semibold">
              <Written>{name}</Written>
            </Link>
          </p>
          <HandOver link={link} phone={null} message={message} />
        </>
      )}
      {...props}
    />
  );
}

export const DisableForm = (props: FormProps) => (
  <CheckedForm schema={powerSchema} action={disableAccount} {...props} />
);
export const EnableForm = (props: FormProps) => (
  <CheckedForm schema={powerSchema} action={enableAccount} {...props} />
);
export const EndSessionsForm = (props: FormProps) => (
  <CheckedForm schema={accountKeySchema} action={endSessionsOf} {...props} />
);
export const GiveAdministrationForm = (props: FormProps) => (
  <CheckedForm schema={powerSchema} action={giveAdministration} {...props} />
);
export const TakeAdministrationForm = (props: FormProps) => (
  <CheckedForm schema={powerSchema} action={takeAdministration} {...props} />
);
export const RemoveIssuerForm = (props: FormProps) => (
  <CheckedForm schema={accountKeySchema} action={removeIdentityOf} {...props} />
);
