"use client";

import { Form, type FormProps } from "@/app/_ui/form/Form";
import { requestLink, signIn, useCode, useLink } from "./actions";

export const SignInForm = (props: FormProps) => <Form action={signIn} asks {...props} />;
export const LinkRequestForm = (props: FormProps) => <Form action={requestLink} asks {...props} />;
export const CodeUseForm = (props: FormProps) => <Form action={useCode} asks {...props} />;
export const LinkUseForm = (props: FormProps) => <Form action={useLink} {...props} />;

/** Goes to the OpenID Connect issuer; next-auth's own start of that way. */
export function IssuerButton({ back, children }: { back: string; children: React.ReactNode }) {
  return (
    <button
      type="button"
      className="button w-full"
      onClick={async () => (await import("next-auth/react")).signIn("oidc", { callbackUrl: back })}
    >
      {children}
    </button>
  );
}
