"use client";

import { useEffect } from "react";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import { forgetDrafts } from "@/app/_ui/form/draft";
import type { FormProps } from "@/app/_ui/form/Form";
import {
  confirmedSchema,
  contactChangeSchema,
  contactRemovalSchema,
  noInput,
  oneSignInSchema,
  passwordChangeSchema,
  proofAskedSchema,
  proofSchema,
} from "@/lib/accounts/schema";
import { profileSchema } from "@/lib/people/schema";
import {
  askProof,
  changeContact,
  changePassword,
  editProfile,
  endSignIn,
  proveByCode,
  removeContact,
  removeIdentity,
  restoreIdentity,
  signOut,
  signOutElsewhere,
} from "./actions";

export const ProfileForm = (props: FormProps) => (
  <CheckedForm schema={profileSchema} action={editProfile} {...props} />
);
export const PasswordForm = (props: FormProps) => (
  <CheckedForm schema={passwordChangeSchema} action={changePassword} resets {...props} />
);
export const SignOutForm = (props: FormProps) => (
  <CheckedForm schema={noInput} action={signOut} onSend={forgetDrafts} {...props} />
);
export const EndSignInForm = (props: FormProps) => (
  <CheckedForm schema={oneSignInSchema} action={endSignIn} {...props} />
);
export const SignOutElsewhereForm = (props: FormProps) => (
  <CheckedForm schema={noInput} action={signOutElsewhere} {...props} />
);

/** How a code comes, as the form says it. */
type Comes = { sent: string; byHand: string };

/** That a code comes, and how; whoever asked for it goes on in its field. */
function CodeComes({ text }: { text: string }) {
  useEffect(() => {
    // Once the page has the field: it comes with the answer.
    const frame = requestAnimationFrame(() => document.getElementsByName("code")[0]?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return <p>{text}</p>;
}

/** Asks for a code to a contact that the account has. */
export const ProofAskedForm = ({ sent, byHand, ...props }: FormProps & Comes) => (
  <CheckedForm
    schema={proofAskedSchema}
    action={askProof}
    result={({ by }) => <CodeComes text={by === "hand" ? byHand : sent} />}
    {...props}
  />
);
export const ContactChangeForm = ({ sent, byHand, ...props }: FormProps & Comes) => (
  <CheckedForm
    schema={contactChangeSchema}
    action={changeContact}
    resets
    result={({ by }) => <CodeComes text={by === "hand" ? byHand : sent} />}
    {...props}
  />
);
export const ContactRemovalForm = (props: FormProps) => (
  <CheckedForm schema={contactRemovalSchema} action={removeContact} {...props} />
);
export const IssuerRemovalForm = (props: FormProps) => (
  <CheckedForm schema={confirmedSchema} action={removeIdentity} {...props} />
);
export const IssuerReturnForm = (props: FormProps) => (
  <CheckedForm schema={confirmedSchema} action={restoreIdentity} {...props} />
);
export const ProofForm = (props: FormProps) => (
  <CheckedForm schema={proofSchema} action={proveByCode} resets {...props} />
);
