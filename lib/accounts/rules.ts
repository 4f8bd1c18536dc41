import type { CodePurpose } from "../../db/values/accounts";
import type { Delay } from "../limits/rules";

export { type CodePurpose, codePurposes } from "../../db/values/accounts";

const minutes = 60_000;

/**
 * How wrong passwords make wait whoever comes from a device on which nobody signed in to the account: by the contact that
 * is typed, whether or not it has an account, and softer by address, behind which whole rooms sign in. `device`: so many
 * misses on a known one, and it counts as unknown, since its owner may have left it to others.
 */
export const signInDelays = {
  contact: { free: 5, firstMs: minutes / 2, mostMs: 15 * minutes, fadeMs: 15 * minutes },
  address: { free: 40, firstMs: minutes / 2, mostMs: 15 * minutes, fadeMs: minutes },
  device: { free: 10, firstMs: 15 * minutes, mostMs: 15 * minutes, fadeMs: 15 * minutes },
} as const satisfies Record<string, Delay>;

/** How many wrong passwords somebody who is signed in may give for their own account. */
export const ownPasswordLimit = { attempts: 8, windowMs: 15 * minutes } as const;

/** How many accounts may be made by registering with a contact that none of them has proven: a family on one phone. */
export const mostUnproven = 10;
/** For so many accounts at once a password is tried; where fewer have the contact, as often all the same. */
export const triedAtOnce = 5;
/** How many links one request sends at most. */
export const mostLinks = mostUnproven + 1;

/** How often one address may ask for serials that do not exist. */
export const verifyLimit = { attempts: 30, windowMs: 10 * minutes } as const;
/** How often one address, and for one account, may ask for a link or a code by mail. */
export const linkLimit = { attempts: 5, windowMs: 30 * minutes } as const;
/** How many wrong codes one network may type. */
export const codeLimit = { attempts: 30, windowMs: 10 * minutes } as const;
/** How often whose contact is used by somebody else is told so. */
export const contactUsedLimit = { attempts: 1, windowMs: 60 * minutes } as const;

/** How often one account may look for somebody of another programme by their contact. */
export const bringInLimit = { attempts: 20, windowMs: 60 * 60_000 } as const;

/** How long ago somebody may have shown who they are to change how they sign in, in ms. */
export const confirmedForMs = 10 * minutes;

/** How an account stands, as far as it matters for who may come in by it. */
type Standing = {
  passwordHash: string | null;
  emailProvenAt: number | null;
  phoneProvenAt: number | null;
};

/** True where somebody has shown that a contact of the account is theirs. Until then a password proves nothing of them. */
export const isProven = (account: Pick<Standing, "emailProvenAt" | "phoneProvenAt">): boolean =>
  account.emailProvenAt !== null || account.phoneProvenAt !== null;

/** True where somebody came in by the account already, or set a password for it. */
export const isUsed = (account: { passwordHash: string | null; lastSignInAt: number | null }): boolean =>
  account.passwordHash !== null || account.lastSignInAt !== null;

/**
 * What a link that signs in asks for, so that its owner can come in again without it: a password, where the account has
 * none, or one that ends now, since its contact was proven by nobody before. Whoever has one may choose another; so may
 * be left out what an OpenID Connect issuer stands in for.
 */
export const linkAsks = (account: Standing, issuer: boolean): "password" | "another" | "passwordOrNot" =>
  account.passwordHash !== null && isProven(account) ? "another" : issuer ? "passwordOrNot" : "password";

/**
 * True where mail may let somebody in: to an address that was proven, or to an account of which nothing was. To an address
 * that nobody has proven beside a phone that somebody did, it might be a stranger's way in.
 * @param guarded true where the account has a role or a second step: whoever reads at an address that may be mistyped does
 * not come past them.
 */
export const mailLetsIn = (
  account: Pick<Standing, "emailProvenAt" | "phoneProvenAt"> & { email: string | null },
  guarded: boolean,
): boolean =>
  account.email !== null && (account.emailProvenAt !== null || (account.phoneProvenAt === null && !guarded));

/**
 * A code that somebody asked for by mail or text message holds for 10 minutes; one that another person makes, hands over or
 * has sent, for 7 days, since its owner does not wait for it. How many wrong ones end it, see below.
 */
export const codeLifetimeMs = { mailed: 10 * minutes, handedOver: 7 * 24 * 60 * minutes } as const;
/**
 * How many digits each of the two has. What is handed over is the way in that no stranger closes: it is so long that the
 * few that a network may try while it holds (`codeLimit`) find nothing, so no misses need end it (docs/security.md).
 */
export const codeDigits = { mailed: 8, handedOver: 12 } as const;

/** True of a code so short that misses must end it. */
export const endsByMisses = ({ digits }: { digits: number }): boolean => digits < codeDigits.handedOver;

/**
 * After five wrong ones a short code is over for the network from which they came, for a day; after forty for everybody.
 * Forty are more than one network comes to while a code holds.
 */
const mostMisses = { ofNetwork: 5, ofAll: 40 } as const;
export const waitAtCode = (misses: number): number => (misses < mostMisses.ofNetwork ? 0 : 24 * 60 * minutes);

/**
 * True where a code lets in with another password. One that is sent to prove a contact goes to an address or number that
 * may be mistyped, by its owner or by whoever corrects it: of an account that is somebody's it opens nothing, and proves for
 * them alone. One that somebody hands over to the owner lets in; it names no address.
 */
export const codeLetsIn = (
  code: { purpose: CodePurpose; byPersonId: number | null; email: string | null },
  account: Pick<Standing, "emailProvenAt" | "phoneProvenAt">,
): boolean =>
  code.purpose !== "prove" || (code.byPersonId !== null && code.email === null) || !isProven(account);

/** True while a code can be used. */
export const isCodeOpen = (
  code: { expiresAt: number; digits: number; misses: number; usedAt: number | null },
  now: number,
): boolean =>
  code.usedAt === null && code.expiresAt >= now && (!endsByMisses(code) || code.misses < mostMisses.ofAll);

/** A link by e-mail holds for 30 minutes, once. */
export const linkLifetimeMs = 30 * minutes;
/** A link that a coordinator hands over holds for 7 days, once. */
export const inviteLifetimeMs = 7 * 24 * 3600_000;
