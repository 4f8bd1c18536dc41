import { randomUUID } from "node:crypto";
import { headers } from "next/headers";

/** The address that a request comes from, for counting attempts; the server has put the socket's (or a trusted proxy's) there. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for") ?? "unknown";
}

/** A key that ties what a reader sees of an error to its lines in the log. */
export const requestId = () => randomUUID().slice(0, 8);
