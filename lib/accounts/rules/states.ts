/** How far an account has come; what one may do with it follows from it. */
export const accountStates = ["disabled", "inUse", "invited", "unused"] as const;
export type AccountState = (typeof accountStates)[number];

/**
 * The state of an account: disabled before all else; in use once somebody signed in with it; invited while a link holds
 * with which its owner has not come yet; else nobody has signed in, and no link is under way.
 */
export function accountState(of: {
  disabledAt: number | null;
  lastSignInAt: number | null;
  invited: boolean;
}): AccountState {
  if (of.disabledAt !== null) return "disabled";
  if (of.lastSignInAt !== null) return "inUse";
  return of.invited ? "invited" : "unused";
}
