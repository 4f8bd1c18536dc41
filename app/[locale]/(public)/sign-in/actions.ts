"use server";

import { action } from "@/app/_actions/action";
import { startSession } from "@/app/_server/auth";
import {
  requestLink as requestLinkCommand,
  signIn as signInCommand,
  useLink as useLinkCommand,
} from "@/lib/accounts/commands";
import { linkRequestSchema, linkUseSchema, signInSchema } from "@/lib/accounts/schema";

/** Signs in with e-mail or phone and password. */
export const signIn = action("session.start", signInSchema, signInCommand, {
  after: startSession,
  to: ({ back }) => back,
});

/** Sends a link by e-mail that signs in once. */
export const requestLink = action("session.start", linkRequestSchema, requestLinkCommand);

/** Signs in with such a link. */
export const useLink = action("session.start", linkUseSchema, useLinkCommand, {
  after: startSession,
  to: () => "/today",
});
