export type { SignedIn } from "./account";
export { confirmAuthenticator, removeAuthenticator, startAuthenticator } from "./authenticator";
export { beginNoSignIn, beginSignIn, forgetSignIns } from "./begin";
export { signInByIdentity } from "./byIssuer";
export { askProof, changeContact, removeContact } from "./contact";
export { forgetDevices, forgetLinksAndCodes } from "./forget";
export {
  disableAccount,
  disableShown,
  enableAccount,
  enableShown,
  endSessionsOf,
  giveAdministration,
  giveAdministrationShown,
  takeAdministration,
  takeAdministrationShown,
} from "./life";
export { addPasskey, askForPasskey, removePasskey } from "./passkeys";
export { changePassword } from "./password";
export { makeRecoveryCodes } from "./recoveryCodes";
export { removeIdentity, removeIdentityOf, restoreIdentity } from "./removeIdentity";
export { requestLink } from "./requestLink";
export { answerWithCode } from "./secondStep";
export { signIn } from "./signIn";
export { endSignIn, signOut, signOutElsewhere } from "./signOut";
export { takeSecondStepAway } from "./takeSecondStepAway";
export { proveByCode, useCode } from "./useCode";
export { useLink } from "./useLink";
export {
  answerWithPasskey,
  askSecondStep,
  askToConfirm,
  askToSignIn,
  confirmWithPasskey,
  signInWithPasskey,
} from "./usePasskey";
