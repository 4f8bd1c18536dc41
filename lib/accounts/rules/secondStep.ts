import { asciiDigits, withoutMarks } from "../../text";
import { confirmedForMs } from "../rules";

/** What decides whether somebody is asked for a second step at signing in. */
type Holds = {
  readonly administrator: boolean;
  readonly coordinates: readonly unknown[];
  /** True where a programme in which they are a trainer asks it of its trainers. */
  readonly trainsWhereAsked: boolean;
};

/**
 * True for whom the service asks for a second step: administrators, coordinators, and trainers where a programme of theirs
 * says so; where real data is (`production`). Elsewhere it is offered.
 */
export const isAskedFor = (holds: Holds, mode: "production" | "demo" | "test"): boolean =>
  mode === "production" && (holds.administrator || holds.coordinates.length > 0 || holds.trainsWhereAsked);

/** The means by which an account takes the second step. */
export type Means = { readonly app: boolean; readonly passkeys: number };

/** True where an account has a means. Recovery codes alone are none. */
export const hasMeans = ({ app, passkeys }: Means): boolean => app || passkeys > 0;

/** True where the last means would go with this one. */
export const isLastMeans = ({ app, passkeys }: Means, removed: "app" | "passkey"): boolean =>
  removed === "app" ? passkeys === 0 : !app && passkeys === 1;

const stepMs = 30_000;

/** The time step of a code, of 30 seconds each since 1970. */
export const stepAt = (now: number): number => Math.floor(now / stepMs);

/**
 * The time steps whose codes are taken at an instant: its own and one to each side, for clocks that are not quite right;
 * none that was taken already, or before one that was.
 */
export const stepsTaken = (now: number, lastStep: number | null): number[] =>
  [-1, 0, 1].map((by) => stepAt(now) + by).filter((step) => lastStep === null || step > lastStep);

/** True where somebody showed who they are short enough ago to change how they sign in. */
export const isConfirmed = (confirmedAt: number | null, now: number): boolean =>
  confirmedAt !== null && confirmedAt <= now && now - confirmedAt < confirmedForMs;

/** How long an authenticator app that was begun may be finished, in ms. */
const appSetUpMs = 10 * 60_000;

/**
 * True where an authenticator app that was begun at an instant is being set up by whoever is signed in: not long ago, and
 * their sign-in was confirmed short enough before that, or since. To any other its secret is not shown, nor its code taken.
 */
export const isBeingSetUp = (
  app: { readonly createdAt: number; readonly confirmedAt: number | null },
  confirmedAt: number | null,
  now: number,
): boolean =>
  app.confirmedAt === null &&
  now - app.createdAt < appSetUpMs &&
  confirmedAt !== null &&
  app.createdAt - confirmedAt < confirmedForMs;

/** How long something that a browser is asked to sign with a passkey holds, in ms. */
export const challengeLifetimeMs = 5 * 60_000;

/** How many recovery codes are made at a time, and how many passkeys an account has at most. */
export const recoveryCodeCount = 10;
export const mostPasskeys = 10;

/** For how long the codes that came with the first means are shown on their page, in ms. */
export const codesShownMs = 10 * 60_000;

/** How many signatures one address may ask for, to sign in with a passkey. */
export const passkeyLimit = { attempts: 60, windowMs: 10 * 60_000 } as const;

/** Misses that cost nothing; each one after them makes the wait twice as long, up to the longest. */
const freeMisses = 5;
const longestWaitMs = 60 * 60_000;

/** How long an account waits after so many wrong codes in a row, from the last on, in ms. */
export const waitAfterMisses = (misses: number): number =>
  misses < freeMisses ? 0 : Math.min(longestWaitMs, 60_000 * 2 ** (misses - freeMisses));

/**
 * What was typed for a code: six digits of an app, or a recovery code; null where it is neither. Those of twelve signs were
 * printed by earlier versions, and count until they are used or replaced.
 */
export function readCode(typed: string): { kind: "app" | "recovery"; code: string } | null {
  const text = asciiDigits(withoutMarks(typed))
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, "");
  if (/^\d{6}$/.test(text)) return { kind: "app", code: text };
  const code = text.replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^(?:[0-9A-HJKMNP-TV-Z]{12}){1,2}$/.test(code) ? { kind: "recovery", code } : null;
}

/** A recovery code as it is shown: in groups of four. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

/** The address by which an app takes a secret (base 32) over, as a picture or a link. */
export const appAddress = (secret: string, account: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${account}`)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;

/** True where browsers make passkeys for an address: one with a name, reached by https or on this machine. */
export function takesPasskeys(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  if (hostname === "localhost") return true;
  return protocol === "https:" && !/^[\d.]+$|:/.test(hostname);
}
