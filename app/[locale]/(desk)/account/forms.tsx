"use client";

import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import { forgetDrafts } from "@/app/_ui/form/draft";
import type { FormProps } from "@/app/_ui/form/Form";
import { noInput, oneSignInSchema, passwordChangeSchema } from "@/lib/accounts/schema";
import { profileSchema } from "@/lib/people/schema";
import { changePassword, editProfile, endSignIn, signOut, signOutElsewhere } from "./actions";

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
