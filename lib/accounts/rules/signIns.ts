const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What decides how long somebody stays signed in: what they may do, as it is now. */
type Holds = {
  readonly administrator: boolean;
  readonly coordinates: readonly unknown[];
  readonly trains: readonly unknown[];
};

/** How long a sign-in lasts without a request, and at most; in ms. */
export type Stay = { readonly idleMs: number; readonly longestMs: number };

const staff: Stay = { idleMs: 30 * minuteMs, longestMs: 12 * hourMs };
const trainers: Stay = { idleMs: 12 * hourMs, longestMs: 7 * dayMs };
const participants: Stay = { idleMs: 30 * dayMs, longestMs: 90 * dayMs };

/** The longest that anybody stays signed in, which is the age of the cookie: the row decides before. */
export const longestStay = participants;

/** True for whoever sees other people's data: administrators and coordinators, whose page does not stay open unattended. */
export const isStaff = ({ administrator, coordinates }: Holds): boolean =>
  administrator || coordinates.length > 0;

/** How long somebody stays signed in who holds this. The strictest of what they hold. */
export function stayOf(holds: Holds): Stay {
  if (isStaff(holds)) return staff;
  return holds.trains.length > 0 ? trainers : participants;
}

/** When a sign-in began and when it was last used; instants in ms. */
type Used = { readonly startedAt: number; readonly seenAt: number };

/** The instant (ms) from which on a sign-in that is not used again counts no more. */
export const signInEndsAt = ({ startedAt, seenAt }: Used, { idleMs, longestMs }: Stay): number =>
  Math.min(seenAt + idleMs, startedAt + longestMs);

/** True where it is to be noted that a sign-in is used: at most once a minute, and never back in time. */
export const isToBeNoted = ({ seenAt }: Pick<Used, "seenAt">, now: number): boolean =>
  now - seenAt >= minuteMs;

/** Browsers and systems by what names them in a User-Agent; the first that is found, for many call themselves several. */
const browsers = [
  ["Edge", /\bEdgA?\/|\bEdgiOS\//],
  ["Opera", /\bOPR\/|\bOPT\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["UC Browser", /\bUCBrowser\//],
  ["Firefox", /\bFirefox\/|\bFxiOS\//],
  ["Chrome", /\bChrome\/|\bCriOS\//],
  ["Safari", /\bSafari\//],
] as const;
const systems = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac OS X\b|\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** A device as its owner knows it again, such as "Firefox, Android"; empty where nothing of it is known. No versions. */
export function deviceInWords(userAgent: string): string {
  const head = userAgent.slice(0, 500);
  return [browsers, systems]
    .flatMap((known) => known.find(([, sign]) => sign.test(head))?.[0] ?? [])
    .join(", ");
}

/**
 * What the cookies are called: of the sign-in, of the device that is known again after signing out, of the registrations
 * that were made in this browser, and of where the button to an issuer was pressed.
 * @param secure true where the service is reached by https: no other host of the domain can set them then.
 */
export const cookieNames = (secure: boolean) => {
  const prefix = secure ? "__Host-" : "";
  return {
    session: `${prefix}cascade-session`,
    device: `${prefix}device`,
    registrations: `${prefix}registrations`,
    codes: `${prefix}recovery-codes`,
    issuerBack: `${prefix}cascade-issuer-back`,
  };
};

/** The field by which a form says whose page it is on: an account's key, or nothing for a visitor's. */
export const signedInAs = "signedInAs";
