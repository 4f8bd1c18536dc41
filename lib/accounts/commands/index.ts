export { createAccount, type SignedIn } from "./account";
export { createAdministrator } from "./administrator";
export { signInByIdentity } from "./byIssuer";
export { invite, inviteByOperator } from "./invite";
export { changePassword } from "./password";
export { requestLink } from "./requestLink";
export { signIn } from "./signIn";
export { signOut, signOutEverywhere } from "./signOut";
export { useLink } from "./useLink";
