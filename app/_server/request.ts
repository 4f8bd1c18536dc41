import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { requestUnderWay } from "@/lib/log/log";

/** The address that a request comes from, for counting attempts; the server has put the socket's (or a trusted proxy's) there. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for") ?? "unknown";
}

/** Requests whose action has begun, by their number; the server in front (`scripts/posted.mjs`) asks and forgets. */
const shared = globalThis as { cascadeBegun?: Set<string> };
shared.cascadeBegun ??= new Set();
const begun = shared.cascadeBegun;

/** Notes that what was posted could be read: what fails from now on is no fault of whoever sent it. */
export async function beginAction(): Promise<void> {
  const id = (await headers()).get("x-request-id");
  if (id) begun.add(id);
}

/**
 * What was typed into forms without scripts that were refused, by the number of the request. Where the page of the form does
 * not open any more, the server in front shows it once (`scripts/posted.mjs`), and forgets it with the answer.
 */
const sharedTyped = globalThis as { cascadeTyped?: Map<string, readonly string[]> };
sharedTyped.cascadeTyped ??= new Map();
const typed = sharedTyped.cascadeTyped;

/** Keeps what was typed for as long as the request is under way. */
export async function keepTyped(texts: readonly string[]): Promise<void> {
  const id = (await headers()).get("x-request-id");
  if (id && begun.has(id)) typed.set(id, texts);
}

/** Whether the action of a request has begun. */
export const hasBegun = (id: string | null | undefined): boolean => Boolean(id && begun.has(id));

/** A number that ties what a reader sees of an error to the lines of its request in the log. */
export const requestId = () => requestUnderWay() ?? randomUUID().slice(0, 8);
