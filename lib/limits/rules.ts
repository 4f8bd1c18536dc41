/** So many attempts are let through in a window of time, in ms, that begins with the first. */
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
