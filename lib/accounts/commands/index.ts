export type { SignedIn } from "./account";
export { beginSignIn, forgetSignIns } from "./begin";
export { signInByIdentity } from "./byIssuer";
export { changePassword } from "./password";
export { requestLink } from "./requestLink";
export { signIn } from "./signIn";
export { signOut, signOutEverywhere } from "./signOut";
export { useLink } from "./useLink";
