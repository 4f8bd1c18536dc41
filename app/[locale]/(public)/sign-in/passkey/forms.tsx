"use client";

import { Form, type FormProps } from "@/app/_ui/form/Form";
import { byPasskey } from "@/app/_ui/form/withPasskey";
import { askToSignIn, signInWithPasskey } from "./actions";

const signInByPasskey = byPasskey(askToSignIn, signInWithPasskey);

/** Signs in with whichever passkey its owner has for this site. */
export const PasskeySignInForm = (props: FormProps) => <Form action={signInByPasskey} asks {...props} />;
