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
