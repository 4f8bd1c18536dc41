"use client";

import { forgetDrafts } from "@/app/_ui/draft";
import { Form, type FormProps } from "@/app/_ui/Form";
import { noInput, passwordChangeSchema } from "@/lib/accounts/schema";
import { profileSchema } from "@/lib/people/schema";
import { changePassword, editProfile, signOut, signOutEverywhere } from "./actions";

export const ProfileForm = (props: FormProps) => (
  <Form schema={profileSchema} action={editProfile} {...props} />
);
export const PasswordForm = (props: FormProps) => (
  <Form schema={passwordChangeSchema} action={changePassword} resets {...props} />
);
export const SignOutForm = (props: FormProps) => (
  <Form schema={noInput} action={signOut} onSend={forgetDrafts} {...props} />
);
export const SignOutEverywhereForm = (props: FormProps) => (
  <Form schema={noInput} action={signOutEverywhere} onSend={forgetDrafts} {...props} />
);
