export type { FeedKind } from "../../db/values/feeds";

/** So many addresses of one calendar somebody has at most: one for each device and service that reads it. */
export const mostAddresses = 10;

/** How long (ms) what is over stays in a calendar. */
export const pastShownMs = 365 * 24 * 3_600_000;

/** How many addresses that are none one network may ask for, as of certificates that are none. */
export const unknownLimit = { attempts: 30, windowMs: 10 * 60_000 } as const;
