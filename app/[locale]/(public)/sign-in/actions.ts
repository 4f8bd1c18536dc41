"use server";

import { action } from "@/app/_actions/action";
import { startSession } from "@/app/_server/auth";
import {
  requestLink as requestLinkCommand,
  signIn as signInCommand,
  useCode as useCodeCommand,
  useLink as useLinkCommand,
} from "@/lib/accounts/commands";

/** Signs in with e-mail or phone and password. */
export const signIn = action(signInCommand, {
  after: startSession,
  to: ({ back }) => back,
});

/** Sends a link by e-mail that signs in once. */
export const requestLink = action(requestLinkCommand);

/** Signs in with such a link. */
export const useLink = action(useLinkCommand, {
  after: startSession,
  to: () => "/today",
});

/** Comes in by a code that was handed over, with another password from now on. */
export const useCode = action(useCodeCommand, {
  after: startSession,
  to: () => "/today",
});
