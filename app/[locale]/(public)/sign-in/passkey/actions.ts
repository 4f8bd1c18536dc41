"use server";

import { action } from "@/app/_actions/action";
import { startSession } from "@/app/_server/auth";
import {
  askToSignIn as askToSignInCommand,
  signInWithPasskey as signInWithPasskeyCommand,
} from "@/lib/accounts/commands";

/** What the browser is given to sign in with whichever passkey its owner has here. */
export const askToSignIn = action(askToSignInCommand);

/** Signs in with a passkey that stands for both steps. */
export const signInWithPasskey = action(signInWithPasskeyCommand, {
  after: startSession,
  to: ({ back }) => back,
});
