"use client";

import { forgetDrafts } from "@/app/_ui/form/draft";
import { Form, type FormProps } from "@/app/_ui/form/Form";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { byNewPasskey, byPasskey } from "@/app/_ui/form/withPasskey";
import {
  addPasskey,
  answerWithCode,
  answerWithPasskey,
  askForPasskey,
  askSecondStep,
  askToConfirm,
  confirmAuthenticator,
  confirmWithPasskey,
  leave,
  makeRecoveryCodes,
  removeAuthenticator,
  removePasskey,
  startAuthenticator,
} from "./actions";
import { Codes } from "./Codes";

export const CodeForm = (props: FormProps) => <Form action={answerWithCode} asks {...props} />;
export const StartAppForm = (props: FormProps) => <Form action={startAuthenticator} {...props} />;
export const AppCodeForm = (props: FormProps) => <Form action={confirmAuthenticator} {...props} />;
export const RemoveAppForm = (props: FormProps) => <Form action={removeAuthenticator} {...props} />;
export const RemovePasskeyForm = (props: FormProps) => <Form action={removePasskey} {...props} />;
export const LeaveForm = (props: FormProps) => <Form action={leave} onSend={forgetDrafts} {...props} />;

/** Makes recovery codes and shows them, this once. */
export const CodesForm = (props: FormProps) => (
  <Form action={makeRecoveryCodes} result={({ codes }) => <Codes codes={codes} />} {...props} />
);

const makePasskey = byNewPasskey(askForPasskey, addPasskey);
const answerByPasskey = byPasskey(askSecondStep, answerWithPasskey);
const confirmByPasskey = byPasskey(askToConfirm, confirmWithPasskey);

/** Passkeys are the browser's: without scripts there are none, and the app and the codes remain. */
const InBrowser = ({ children }: { children: React.ReactNode }) => (useInBrowser() ? children : null);

export const NewPasskeyForm = (props: FormProps) => (
  <InBrowser>
    <Form action={makePasskey} {...props} />
  </InBrowser>
);
export const PasskeyForm = (props: FormProps) => (
  <InBrowser>
    <Form action={answerByPasskey} asks {...props} />
  </InBrowser>
);
export const ConfirmForm = (props: FormProps) => (
  <InBrowser>
    <Form action={confirmByPasskey} asks {...props} />
  </InBrowser>
);
