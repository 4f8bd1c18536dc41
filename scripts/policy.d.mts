import type { ServerResponse } from "node:http";

/** Has an answer say what browsers may do with it, as it begins. @returns the nonce of a page that is drawn. */
export function dress(
  request: { url: string; headers: Record<string, string | undefined> },
  response: ServerResponse,
): string;
