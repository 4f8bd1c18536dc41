export type { SignedIn } from "./account";
export { confirmAuthenticator, removeAuthenticator, startAuthenticator } from "./authenticator";
export { beginSignIn, forgetSignIns } from "./begin";
export { signInByIdentity } from "./byIssuer";
export { addPasskey, askForPasskey, removePasskey } from "./passkeys";
export { changePassword } from "./password";
export { makeRecoveryCodes } from "./recoveryCodes";
export { requestLink } from "./requestLink";
export { answerWithCode } from "./secondStep";
export { signIn } from "./signIn";
export { signOut, signOutEverywhere } from "./signOut";
export { takeSecondStepAway } from "./takeSecondStepAway";
export { useLink } from "./useLink";
export {
  answerWithPasskey,
  askSecondStep,
  askToConfirm,
  askToSignIn,
  confirmWithPasskey,
  signInWithPasskey,
} from "./usePasskey";
