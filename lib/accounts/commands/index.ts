export type { SignedIn } from "./account";
export { beginNoSignIn, beginSignIn, forgetSignIns } from "./begin";
export { signInByIdentity } from "./byIssuer";
export { askProof, changeContact, removeContact } from "./contact";
export { forgetLinksAndCodes } from "./forget";
export {
  disableAccount,
  enableAccount,
  endSessionsOf,
  giveAdministration,
  takeAdministration,
} from "./life";
export { changePassword } from "./password";
export { requestLink } from "./requestLink";
export { signIn } from "./signIn";
export { endSignIn, signOut, signOutElsewhere } from "./signOut";
export { proveByCode, useCode } from "./useCode";
export { useLink } from "./useLink";
