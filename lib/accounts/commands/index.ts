export type { SignedIn } from "./account";
export { beginSignIn, forgetSignIns } from "./begin";
export { signInByIdentity } from "./byIssuer";
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
export { useLink } from "./useLink";
