import type { MailKind } from "../../../db/values/messages";
import { codeLifetimeMs, linkLifetimeMs } from "../../accounts/rules";

const minuteMs = 60_000;

/** Failed attempts after which a message is given up: a day and two hours, so that a server may be down for a night. */
export const mostAttempts = 20;

/** How long a message waits at most from one attempt to the next, in ms. */
const longestWaitMs = 120 * minuteMs;

/** A try whether mail goes out says at once that it did not. */
const attemptsOf: Partial<Record<MailKind, number>> = { mailTest: 1 };

/** How long to wait after so many failed attempts, in ms: 1, 2, 4 … minutes up to two hours; null after the last: given up. */
export const retryDelayMs = (message: MailKind, attempts: number): number | null =>
  attempts >= (attemptsOf[message] ?? mostAttempts)
    ? null
    : Math.min(longestWaitMs, minuteMs * 2 ** (attempts - 1));

/** How long what a message says is good for, in ms from when it was written: a link that has run out is not sent late. */
const lifetimesMs: Partial<Record<MailKind, number>> = {
  signInLink: linkLifetimeMs,
  contactCode: codeLifetimeMs.mailed,
  mailTest: 10 * minuteMs,
};

/**
 * True where a message that was put into the outbox at an instant says nothing any more that is good.
 * @param holds how long the code in it holds, as the message says it: days, or else minutes.
 */
export function isTooOld(message: MailKind, queuedAt: number | null, now: number, holds = ""): boolean {
  const lifetime =
    message === "contactCode" && holds === "days" ? codeLifetimeMs.handedOver : lifetimesMs[message];
  return lifetime !== undefined && queuedAt !== null && now - queuedAt >= lifetime;
}

/**
 * For how long whoever sends a message keeps others from it, in ms. It is renewed while the server takes its time, so that
 * this is how long a message waits whose process was killed.
 */
export const leaseMs = 2 * minuteMs;

/** How often the lease is renewed meanwhile, in ms. */
export const renewMs = 30_000;

/** From when on mail that should have gone out waits too long, in ms: something is wrong with the server. */
export const tooLongMs = 60 * minuteMs;

/** From when on whoever waits for it is told that mail is held up, in ms: by then four tries have failed. */
export const heldAfterMs = 10 * minuteMs;

/** Mail that has not gone out: how much, since when at the longest, and why most of it has not; null where nothing says why. */
export type HeldMail = { count: number; since: number; reason: FailureReason | null };

/** Mail that is held up as one, of how much failed for each reason; null where none is. */
export function heldOf(
  rows: readonly { failure: string | null; count: number; since: number }[],
): HeldMail | null {
  if (rows.length === 0) return null;
  const reasons = new Map<FailureReason, number>();
  for (const { failure, count } of rows)
    if (failure !== null) reasons.set(reasonOf(failure), (reasons.get(reasonOf(failure)) ?? 0) + count);
  const [most] = [...reasons].sort(([, one], [, other]) => other - one);
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    since: Math.min(...rows.map(({ since }) => since)),
    reason: most?.[0] ?? null,
  };
}

/** For how long what became of a message is kept, in ms. */
export const keptMs = 90 * 24 * 60 * minuteMs;

/** Why a message did not go out, as far as somebody can do something about it. */
export const failureReasons = [
  "noAddress",
  "noMailServer",
  "tooOld",
  "replaced",
  "addressRefused",
  "mailboxFull",
  "senderRefused",
  "messageRefused",
  "signInRefused",
  "notFound",
  "notReached",
  "notSecure",
  "tooSlow",
  "later",
  "other",
] as const;
export type FailureReason = (typeof failureReasons)[number];

const own: readonly string[] = ["noAddress", "noMailServer", "tooOld", "replaced"];

/** Reasons that the library that sends has a code for. */
const byCode: Readonly<Record<string, FailureReason>> = {
  EAUTH: "signInRefused",
  ENOAUTH: "signInRefused",
  EOAUTH2: "signInRefused",
  ETIMEDOUT: "tooSlow",
  EDNS: "notFound",
  ENOTFOUND: "notFound",
  ETLS: "notSecure",
  EREQUIRETLS: "notSecure",
  ECONNECTION: "notReached",
  ECONNREFUSED: "notReached",
  ECONNRESET: "notReached",
  ESOCKET: "notReached",
};

/** Most of what is kept of a server's own words, in characters. */
const mostSaid = 240;

/** What the library that sends says of a failure; `response` in the server's own words. */
export type SendFailure = {
  code?: string;
  responseCode?: number;
  command?: string;
  response?: string;
  message?: string;
};

/** The words by which a server may name whom a message was for: of their address before the @, and of their name. */
function wordsOf({ to, name }: Addressed): string[] {
  const [own = ""] = to.split("@");
  const parts = [...own.split(/[^\p{L}\p{N}]+/u), ...name.split(/\s+/)].filter((part) => part.length > 1);
  return [...new Set([own, ...parts])].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** A sentence without these words, however they are written; a short one is taken out only where it stands alone. */
function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => {
    const literal = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const alone = `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
    return rest.replace(new RegExp(word.length > 3 ? literal : alone, "giu"), "…");
  }, text);
}

/** Whom a message was for: their address, and their name where the message says it. */
type Addressed = { readonly to: string; readonly name: string };

/**
 * What is kept of a failure: code, the server's number and at which step it came; below it what the server answered, or
 * the system where no server did, in one line, cut, without whom it was for.
 * @param whom the address that the message went to, and the name of whose it is.
 * @param withoutPersons takes addresses and numbers of anybody out of a sentence.
 */
export function failureOf(
  error: SendFailure,
  whom: Addressed,
  withoutPersons: (text: string) => string,
): string {
  const step = error.command?.match(/^(MAIL|RCPT|DATA|AUTH|CONN)/)?.[0];
  const code = [error.code ?? "unknown", error.responseCode, step].filter(Boolean).join(" ");
  const words = withoutPersons((error.response ?? error.message ?? "").replace(/\s+/g, " ").trim());
  const said = withoutWords(words, wordsOf(whom));
  return said ? `${code}\n${said.length > mostSaid ? `${said.slice(0, mostSaid)}…` : said}` : code;
}

/** What was answered, as a failure keeps it, and whether it was the mail server that did; null where nothing is kept. */
export function answerIn(failure: string): { words: string; byServer: boolean } | null {
  const words = failure.split("\n")[1];
  return words ? { words, byServer: /^\d{3}\b/.test(words) } : null;
}

/** The reason that a kept failure stands for. */
export function reasonOf(failure: string): FailureReason {
  if (own.includes(failure)) return failure as FailureReason;
  const [code = "", number = "", step] = failure.split("\n")[0]!.split(" ");
  const answer = Number(number);
  if (answer === 530 || answer === 535 || code === "EAUTH") return "signInRefused";
  if (answer === 552 || answer === 452) return "mailboxFull";
  if (answer >= 500 && answer < 600) {
    if (step === "MAIL") return "senderRefused";
    return code === "EENVELOPE" || step === "RCPT" ? "addressRefused" : "messageRefused";
  }
  if (answer >= 400 && answer < 500) return "later";
  return byCode[code] ?? "other";
}

/**
 * True where the server says that it will never take this message for this address. Who is refused a connection or the
 * sign-in is refused all messages alike: that is mended in the settings, and they wait.
 */
export const isForGood = (error: { code?: string; responseCode?: number }): boolean =>
  (error.code === "EENVELOPE" || error.code === "EMESSAGE") &&
  error.responseCode !== undefined &&
  error.responseCode >= 500 &&
  error.responseCode !== 530;
