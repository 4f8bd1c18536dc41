"use server";

import { action } from "@/app/_actions/action";
import { endSession, keepCodes, startSession } from "@/app/_server/auth";
import { secondStepAt } from "@/app/_server/context";
import {
  addPasskey as addPasskeyCommand,
  answerWithCode as answerWithCodeCommand,
  answerWithPasskey as answerWithPasskeyCommand,
  askForPasskey as askForPasskeyCommand,
  askSecondStep as askSecondStepCommand,
  askToConfirm as askToConfirmCommand,
  confirmAuthenticator as confirmAuthenticatorCommand,
  confirmWithPasskey as confirmWithPasskeyCommand,
  makeRecoveryCodes as makeRecoveryCodesCommand,
  removeAuthenticator as removeAuthenticatorCommand,
  removePasskey as removePasskeyCommand,
  type SignedIn,
  signOut as signOutCommand,
  startAuthenticator as startAuthenticatorCommand,
} from "@/lib/accounts/commands";
import { wayBack } from "@/lib/accounts/schema";

/** Goes on signed in with what was set up, and with the codes that came with it. */
const withCodes = async (letIn: SignedIn & { codes: string | null }) => {
  await startSession(letIn);
  await keepCodes(letIn.codes);
};
/** What was set up is said on the page of the recovery codes, which shows those that came with it; then one goes on. */
const toCodes = (done: "appAdded" | "passkeyAdded") => (_: unknown, said: { back?: unknown }) =>
  `${secondStepAt}/codes?done=${done}&back=${encodeURIComponent(wayBack(String(said.back ?? "/account")))}`;
/** What was taken away is said where it stood. */
const toMeans = (done: "appRemoved" | "passkeyRemoved") => () => `/account?done=${done}#second-step`;

/** The second step by a code of the app, or a recovery code. */
export const answerWithCode = action(answerWithCodeCommand, {
  after: startSession,
  to: ({ back }) => back,
});

/** What the browser is given to take the second step with a passkey. */
export const askSecondStep = action(askSecondStepCommand);

/** The second step by a passkey. */
export const answerWithPasskey = action(answerWithPasskeyCommand, {
  after: startSession,
  to: ({ back }) => back,
});

/** Begins to set up an authenticator app. */
export const startAuthenticator = action(startAuthenticatorCommand);

/** Ends setting it up with its first code. */
export const confirmAuthenticator = action(confirmAuthenticatorCommand, {
  after: withCodes,
  to: toCodes("appAdded"),
});

/** Takes the authenticator app away. */
export const removeAuthenticator = action(removeAuthenticatorCommand, { to: toMeans("appRemoved") });

/** What the browser is given to make a passkey. */
export const askForPasskey = action(askForPasskeyCommand);

/** Keeps the passkey that it made. */
export const addPasskey = action(addPasskeyCommand, {
  after: withCodes,
  to: toCodes("passkeyAdded"),
});

/** Takes a passkey away. */
export const removePasskey = action(removePasskeyCommand, { to: toMeans("passkeyRemoved") });

/** Makes recovery codes in the place of all older ones. */
export const makeRecoveryCodes = action(makeRecoveryCodesCommand);

/** What the browser is given to show with a passkey who one is. */
export const askToConfirm = action(askToConfirmCommand);

/** Shows with a passkey who one is, before something is changed. */
export const confirmWithPasskey = action(confirmWithPasskeyCommand);

/** Signs out instead of going on. */
export const leave = action(signOutCommand, { after: endSession, to: () => "/" });
