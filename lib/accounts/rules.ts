/** How many wrong passwords an account takes, and how many an address, before it must wait. */
export const signInLimits = {
  account: { attempts: 8, windowMs: 15 * 60_000 },
  address: { attempts: 40, windowMs: 15 * 60_000 },
  /** A number without its country's code, from all addresses together. */
  localNumber: { attempts: 80, windowMs: 15 * 60_000 },
} as const;

/** How often one address may ask for serials that do not exist, and ask for links. */
export const verifyLimit = { attempts: 30, windowMs: 10 * 60_000 } as const;
export const linkLimit = { attempts: 5, windowMs: 30 * 60_000 } as const;
/** Registrations from one address: those refused, and all of them. Whole rooms register behind one address. */
export const refusedRegistrationLimit = { attempts: 60, windowMs: 60 * 60_000 } as const;
export const registrationFloodLimit = { attempts: 1000, windowMs: 60 * 60_000 } as const;
/** How often the link of one registration is sent to whoever fills in the form again. */
export const registrationLinkLimit = { attempts: 1, windowMs: 60 * 60_000 } as const;

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
/** A session ends 30 days after signing in. */
export const sessionLifetimeS = 30 * 24 * 3600;

export type Limit = { readonly attempts: number; readonly windowMs: number };

/** What a count becomes with one more attempt, whether that attempt is still within the limit, and else how long to wait. */
export function countAttempt(
  kept: { count: number; since: number } | undefined,
  limit: Limit,
  now: number,
): { count: number; since: number; allowed: boolean; waitMinutes: number } {
  const fresh = !kept || now - kept.since >= limit.windowMs || kept.since > now;
  const since = fresh ? now : kept.since;
  const count = fresh ? 1 : kept.count + 1;
  const waitMinutes = Math.max(1, Math.ceil((since + limit.windowMs - now) / 60_000));
  return { count, since, allowed: count <= limit.attempts, waitMinutes };
}

/** An IPv6 address as eight numbers, or null where it is none. */
function groupsOf(address: string): number[] | null {
  const dotted = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
  const [, front, a, b, c, d] = dotted ?? [];
  const hex = (high?: string, low?: string) => (Number(high) * 256 + Number(low)).toString(16);
  const [head = "", tail, more] = (dotted ? `${front}${hex(a, b)}:${hex(c, d)}` : address).split("::");
  const parts = (text = "") => (text === "" ? [] : text.split(":"));
  const missing = 8 - parts(head).length - parts(tail).length;
  if (more !== undefined || (tail === undefined ? missing !== 0 : missing < 1)) return null;
  const groups = [...parts(head), ...Array<string>(missing).fill("0"), ...parts(tail)];
  return groups.every((g) => /^[0-9a-f]{1,4}$/.test(g)) ? groups.map((g) => Number.parseInt(g, 16)) : null;
}

/**
 * What counts as one address: IPv4 as it is, also where it is written as IPv6; of IPv6 the network of 64 bits, which
 * one household or server holds whole, or that of 56 bits, which many a line is given. Anything else is itself.
 */
export function networkOf(address: string, bits: 64 | 56 = 64): string {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1")
    .replace(/%.*$/, "");
  const groups = bare.includes(":") ? groupsOf(bare) : null;
  if (!groups) return bare;
  if (groups.slice(0, 5).every((g) => g === 0) && groups[5] === 0xffff)
    return groups
      .slice(6)
      .flatMap((g) => [g >> 8, g & 255])
      .join(".");
  return `${groups
    .slice(0, 4)
    .map((g, i) => (i === 3 && bits === 56 ? g & 0xff00 : g).toString(16))
    .join(":")}::/${bits}`;
}
