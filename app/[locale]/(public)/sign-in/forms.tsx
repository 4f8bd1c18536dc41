"use client";

import { Form, type FormProps } from "@/app/_ui/Form";
import { linkRequestSchema, linkUseSchema, signInSchema } from "@/lib/accounts/schema";
import { requestLink, signIn, useLink } from "./actions";

export const SignInForm = (props: FormProps) => (
  <Form schema={signInSchema} action={signIn} asks {...props} />
);
export const LinkRequestForm = (props: FormProps) => (
  <Form schema={linkRequestSchema} action={requestLink} asks {...props} />
);
export const LinkUseForm = (props: FormProps) => <Form schema={linkUseSchema} action={useLink} {...props} />;

/** Goes to the OpenID Connect issuer; next-auth's own start of that way. */
export function IssuerButton({ children }: { children: React.ReactNode }) {
  return (
    <button
      type="button"
      className="button w-full"
      onClick={async () => (await import("next-auth/react")).signIn("oidc", { callbackUrl: "/today" })}
    >
      {children}
    </button>
  );
}
