import { cookies } from "next/headers";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { ownZone } from "@/lib/places/queries";
import { dayAt, isZone } from "@/lib/time/zone";

/** What a browser said of its time zone (`TellZone`), and the zone by which its reader is told times; null where none is known. */
export type ReadersZone = { said: string | null; here: string | null };

/** The zone of whoever reads: that of the browser; of somebody signed in whose browser said none, that of their country. */
export async function readersZone(cx: Context): Promise<ReadersZone> {
  const said = (await cookies()).get("zone")?.value ?? null;
  if (said !== null && said.length <= 60 && isZone(said)) return { said, here: said };
  if (cx.viewer.kind !== "account") return { said, here: null };
  const own = ownZone(cx, gate.self(cx));
  return { said, here: own === "UTC" ? null : own };
}

/** Says the civil day of an instant (ms) as it is for whoever reads: of what is nothing of a course or programme. */
export async function readersDays(cx: Context): Promise<(instant: number) => string> {
  const zone = (await readersZone(cx)).here ?? "UTC";
  return (instant) => dayAt(instant, zone);
}

/** The civil day that it is for whoever reads: what a page calls today where it is nothing of a course or programme. */
export const readersDay = async (cx: Context): Promise<string> => (await readersDays(cx))(cx.now);
