"use client";

import { forgetDrafts } from "@/app/_ui/form/draft";
import type { FormProps } from "@/app/_ui/form/Form";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { WhoseForm } from "@/app/_ui/form/WhoseForm";
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

export const CodeForm = (props: FormProps) => <WhoseForm action={answerWithCode} asks {...props} />;
export const StartAppForm = (props: FormProps) => <WhoseForm action={startAuthenticator} {...props} />;
export const AppCodeForm = (props: FormProps) => <WhoseForm action={confirmAuthenticator} {...props} />;
export const RemoveAppForm = (props: FormProps) => <WhoseForm action={removeAuthenticator} {...props} />;
export const RemovePasskeyForm = (props: FormProps) => <WhoseForm action={removePasskey} {...props} />;
export const LeaveForm = (props: FormProps) => <WhoseForm action={leave} onSend={forgetDrafts} {...props} />;

/** Makes recovery codes and shows them, this once. */
export const CodesForm = (props: FormProps) => (
  <WhoseForm action={makeRecoveryCodes} result={({ codes }) => <Codes codes={codes} />} {...props} />
);

const makePasskey = byNewPasskey(askForPasskey, addPasskey);
const answerByPasskey = byPasskey(askSecondStep, answerWithPasskey);
const confirmByPasskey = byPasskey(askToConfirm, confirmWithPasskey);

/** Passkeys are the browser's: without scripts there are none, and the app and the codes remain. */
const InBrowser = ({ children }: { children: React.ReactNode }) => (useInBrowser() ? children : null);

export const NewPasskeyForm = (props: FormProps) => (
  <InBrowser>
    <WhoseForm action={makePasskey} {...props} />
  </InBrowser>
);
export const PasskeyForm = (props: FormProps) => (
  <InBrowser>
    <WhoseForm action={answerByPasskey} asks {...props} />
  </InBrowser>
);
export const ConfirmForm = (props: FormProps) => (
  <InBrowser>
    <WhoseForm action={confirmByPasskey} asks {...props} />
  </InBrowser>
);
