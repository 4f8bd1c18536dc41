import type { RefusalKind } from "../../db/values/refusals";
import { type Permission, permissions } from "../access/table";
import type { FaultCode } from "../faults";

export { type RefusalKind, refusalKinds } from "../../db/values/refusals";

/** So many attempts are let through in a window of time, in ms, that begins with the first. */
export type Limit = { readonly attempts: number; readonly windowMs: number };

type Kept = { count: number; since: number };

/**
 * What a count becomes with one more attempt, whether that attempt is still within the limit, and else how long to wait.
 * A clock that was set back lifts nothing: the window then begins anew with what was counted.
 */
export function countAttempt(
  kept: Kept | undefined,
  limit: Limit,
  now: number,
): { count: number; since: number; allowed: boolean; waitMinutes: number } {
  const fresh = !kept || now - kept.since >= limit.windowMs;
  const since = fresh ? now : Math.min(kept.since, now);
  const count = fresh ? 1 : kept.count + 1;
  const waitMinutes = Math.max(1, Math.ceil((since + limit.windowMs - now) / 60_000));
  return { count, since, allowed: count <= limit.attempts, waitMinutes };
}

/**
 * So many misses cost nothing; each further one makes whoever tries next wait twice as long, from `firstMs` up to
 * `mostMs`. One miss is forgotten in every `fadeMs`.
 */
export type Delay = {
  readonly free: number;
  readonly firstMs: number;
  readonly mostMs: number;
  readonly fadeMs: number;
};

/**
 * How long whoever tries now must wait, in ms (0: not at all), by the misses kept since the last one; and what is kept
 * then. A try that need not wait is kept as a miss until it is taken back. Who must wait is not counted, so that nobody
 * makes it longer by asking. Where the clock was set back, the wait begins anew.
 */
export function delayed(kept: Kept | undefined, delay: Delay, now: number): Kept & { waitMs: number } {
  const { count, since } = kept ?? { count: 0, since: now };
  const passed = Math.max(0, now - since);
  const over = count - delay.free;
  const whole = over < 0 ? 0 : Math.min(delay.mostMs, delay.firstMs * 2 ** over);
  const waitMs = Math.max(0, whole - passed);
  if (waitMs > 0) return { count, since: Math.min(since, now), waitMs };
  // Beyond the longest wait more misses say nothing more.
  const most = delay.free + Math.ceil(Math.log2(delay.mostMs / delay.firstMs));
  const left = Math.max(0, count - Math.floor(passed / delay.fadeMs));
  return { count: Math.min(most, left + 1), since: now, waitMs: 0 };
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

/** Something that was refused, as it is written down: never what somebody typed. */
export type Refused = {
  readonly kind: RefusalKind;
  /** A permission, or as much of a path as names no person and no secret (`pathToTell`). */
  readonly about: string | null;
  readonly address: string;
  /** The number by which the log names the request. */
  readonly requestId: string | null;
  /** Who was signed in; null where nobody was. */
  readonly accountId: number | null;
};

const kindsOfFaults: Partial<Record<FaultCode, RefusalKind>> = {
  signInWrong: "signInWrong",
  signInAmbiguous: "signInWrong",
  noAccount: "signInWrong",
  passwordWrong: "signInWrong",
  passkeyCopied: "signInWrong",
  passkeyOtherSite: "signInWrong",
  passkeyOutOfDate: "signInWrong",
  passkeyUnknown: "signInWrong",
  passkeyUnverified: "signInWrong",
  passkeyWrong: "signInWrong",
  recoveryCodeWrong: "codeWrong",
  linkExpired: "codeWrong",
  codeWrong: "codeWrong",
  proofWrong: "codeWrong",
  codeOver: "codeWrong",
  stepCodeWrong: "codeWrong",
  tooManyAttempts: "tooMany",
};

/** As what the fault of an act is written down; null for what is no refusal. What is not found concerns who is signed in. */
export const refusalOf = (code: FaultCode, signedIn: boolean): RefusalKind | null =>
  Object.hasOwn(kindsOfFaults, code)
    ? (kindsOfFaults[code] ?? null)
    : code === "notFound" && signedIn
      ? "notTheirs"
      : null;

type Area<P extends Permission = Permission> = P extends `${infer Word}.${string}` ? Word : never;

/** The area of the product that a permission is of, by which people are told where something was refused; null for a path. */
export const areaOf = (about: string): Area | null =>
  Object.hasOwn(permissions, about) ? (about.split(".")[0] as Area) : null;

/** How long what was refused is remembered, in ms. */
export const refusalsKeptMs = 90 * 24 * 3_600_000;

/** The same refused several times. */
export type RefusedOften = Refused & { readonly times: number };

/** So many rows a minute: what is refused beyond is counted together, so that no flood fills the disk. */
const mostAMinute = 200;

/**
 * The rows of a minute that what was refused is counted in, by kind, network and who was signed in: those that are there, new ones (`id` null)
 * as long as they are few, and beyond that one a kind, of no address.
 */
export function refusalRows(
  known: readonly ({ id: number } & Pick<Refused, "kind" | "address" | "accountId">)[],
  all: readonly RefusedOften[],
): { id: number | null; refused: Refused; times: number }[] {
  const keyOf = (one: Pick<Refused, "kind" | "address" | "accountId">) =>
    `${one.kind} ${one.accountId} ${one.address}`;
  const ids = new Map(known.map((one) => [keyOf(one), one.id]));
  const rows = new Map<string, { id: number | null; refused: Refused; times: number }>();
  let room = mostAMinute - known.length;
  for (const { times, ...given } of all) {
    let refused: Refused = { ...given, address: networkOf(given.address).slice(0, 100) };
    const isThere = (key: string) => rows.has(key) || ids.has(key);
    if (!isThere(keyOf(refused)) && --room < 0)
      refused = { ...refused, address: "*", about: null, requestId: null, accountId: null };
    const key = keyOf(refused);
    const row = rows.get(key) ?? { id: ids.get(key) ?? null, refused, times: 0 };
    row.times += times;
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** As much of an address as is written down: of the desk and of files its words and keys, of all others the first word. */
export function pathToTell(url: string): string {
  const [path = ""] = url.split("?");
  const [, first = "", ...rest] = path.split("/");
  const word = /^[a-z][a-z-]{0,19}$/;
  if (!word.test(first)) return "/…";
  const whole = first === "desk" || path.startsWith("/api/files/");
  const told = whole ? rest : first === "api" ? rest.slice(0, 1) : [];
  const parts = told.slice(0, 6).map((part) => (word.test(part) || /^\d{1,15}$/.test(part) ? part : "…"));
  return `/${[first, ...parts].join("/")}${told.length < rest.length ? "/…" : ""}`;
}
