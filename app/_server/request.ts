import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { requestUnderWay } from "@/lib/log/log";

/** The address that a request comes from, for counting attempts; the server has put the socket's (or a trusted proxy's) there. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for") ?? "unknown";
}

/** A number that ties what a reader sees of an error to the lines of its request in the log. */
export const requestId = () => requestUnderWay() ?? randomUUID().slice(0, 8);
