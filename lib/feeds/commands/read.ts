import { viewerOf } from "../../access/viewer";
import type { Context } from "../../acts/context";
import { unlessBusy } from "../../acts/turns";
import { hashToken } from "../../crypto/tokens";
import { withinLimit } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import { Refusal } from "../../result";
import { eventsIn, type Feed } from "../queries";
import { unknownLimit } from "../rules";
import { addressBy } from "../store";
import { feedOf } from "../whose";

/** The calendar at a secret address, as its owner may see it now; null where there is none, or no more. */
function feedBehind(cx: Context, token: string): Feed | null {
  const row = addressBy(cx, hashToken(token));
  if (!row) return null;
  const reader = viewerOf(cx, row.accountId);
  const as = { ...cx, viewer: reader };
  try {
    const of = feedOf(as, { feed: row.feed, of: row.ofId });
    return { of, reader, events: eventsIn(as, of) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/**
 * The calendar at a secret address. Addresses that are none are counted by network, and after too many there is no answer
 * about them for a while; one that exists is always answered, for it is too long to be guessed.
 */
export function readFeed(cx: Context, token: string, address: string): Feed | "none" | "tooMany" {
  const feed = feedBehind(cx, token);
  if (feed) return feed;
  const limit = unlessBusy(cx, () => withinLimit(cx, `feed:address:${networkOf(address)}`, unknownLimit));
  return limit === null || limit.allowed ? "none" : "tooMany";
}
