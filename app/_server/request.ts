import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { environment } from "@/lib/env/environment";

/**
 * The address that a request comes from, for counting attempts. A header is believed only behind a proxy that the
 * operator trusts; without one, all share one count.
 */
export async function clientAddress(): Promise<string> {
  if (!environment().trustProxy) return "direct";
  const forwarded = (await headers()).get("x-forwarded-for");
  return forwarded?.split(",").at(-1)?.trim() || "direct";
}

/** A key that ties what a reader sees of an error to its lines in the log. */
export const requestId = () => randomUUID().slice(0, 8);
