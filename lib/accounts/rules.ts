/** How many wrong passwords an account takes, and how many an address, before it must wait. */
export const signInLimits = {
  account: { attempts: 8, windowMs: 15 * 60_000 },
  address: { attempts: 40, windowMs: 15 * 60_000 },
  /** A number without its country's code, from all addresses together. */
  localNumber: { attempts: 80, windowMs: 15 * 60_000 },
} as const;

/** How many accounts a local number is tried for. */
export const mostAccounts = 5;

/** How often one address may ask for serials that do not exist, and ask for links. */
export const verifyLimit = { attempts: 30, windowMs: 10 * 60_000 } as const;
export const linkLimit = { attempts: 5, windowMs: 30 * 60_000 } as const;

/** How often one account may look for somebody of another programme by their contact. */
export const bringInLimit = { attempts: 20, windowMs: 60 * 60_000 } as const;

/**
 * What a link that signs in asks for, so that its owner can come in again without it: a password, where the account has
 * none. It may be left out where an OpenID Connect issuer is another way in.
 */
export function linkAsks(hasPassword: boolean, issuer: boolean): "nothing" | "password" | "passwordOrNot" {
  if (hasPassword) return "nothing";
  return issuer ? "passwordOrNot" : "password";
}

/** A link by e-mail holds for 30 minutes, once. */
export const linkLifetimeMs = 30 * 60_000;
/** A link that a coordinator hands over holds for 7 days, once. */
export const inviteLifetimeMs = 7 * 24 * 3600_000;
