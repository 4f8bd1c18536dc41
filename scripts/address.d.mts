export function readableAddress(url: string): string;
/** Names the address that a request came from, and drops what it says of the way it came beyond the proxies that are believed. */
export function nameAddress(
  request: { headers: Record<string, string>; socket: { remoteAddress?: string } },
  hops: number,
): void;
