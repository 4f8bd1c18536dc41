"use client";

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

/** Asks for a code to a contact that the account has. */
export const ProofAskedForm = ({ sent, byHand, ...props }: FormProps & Comes) => (
  <CheckedForm
    schema={proofAskedSchema}
    action={askProof}
    result={({ by }) => <p>{by === "hand" ? byHand : sent}</p>}
    {...props}
  />
);
export const ContactChangeForm = ({ sent, byHand, ...props }: FormProps & Comes) => (
  <CheckedForm
    schema={contactChangeSchema}
    action={changeContact}
    resets
    result={({ by }) => <p>{by === "hand" ? byHand : sent}</p>}
    {...props}
  />
);
export const ContactRemovalForm = (props: FormProps) => (
  <CheckedForm schema={contactRemovalSchema} action={removeContact} {...props} />
);
export const IssuerRemovalForm = (props: FormProps) => (
  <CheckedForm schema={confirmedSchema} action={removeIdentity} {...props} />
);
export const ProofForm = (props: FormProps) => (
  <CheckedForm schema={proofSchema} action={proveByCode} resets {...props} />
);
