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

/** What the list of accounts is narrowed by: what somebody is, and how their second step and their contacts stand. */
export const listedRoles = ["administrator", "coordinator", "trainer"] as const;
export const stepStates = ["set", "missing"] as const;
export const contactStates = ["unproven"] as const;

/** What is chosen of that; null where nothing is. */
export type AccountFilter = {
  readonly state: AccountState | null;
  readonly role: (typeof listedRoles)[number] | null;
  readonly programme: number | null;
  readonly step: (typeof stepStates)[number] | null;
  readonly contact: (typeof contactStates)[number] | null;
};

/** What an administrator can have just done with an account, as its page is told. */
export const accountDoings = ["disabled", "enabled", "ended", "given", "taken", "issuerRemoved"] as const;
export type AccountDoing = (typeof accountDoings)[number];

/**
 * The act that undoes what was just done with an account, while it is as that left it; null where none does: a sign-in that
 * ended and an issuer that was taken off stay so, and one's own account is another's to close.
 */
export function undoOf(
  what: AccountDoing,
  { own, state, administrator }: { own: boolean; state: AccountState; administrator: boolean },
): "enable" | "disable" | "take" | "give" | null {
  const disabled = state === "disabled";
  if (own || what === "ended" || what === "issuerRemoved" || disabled !== (what === "disabled")) return null;
  if (what === "disabled") return "enable";
  if (what === "enabled") return "disable";
  if (what === "given") return administrator ? "take" : null;
  return administrator ? null : "give";
}
