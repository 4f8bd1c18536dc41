import * as gate from "../../access/gate";
import { confirming, demandShown } from "../../accounts/commands/confirmed";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { hashToken, newToken } from "../../crypto/tokens";
import { refuse } from "../../result";
import { mostAddresses } from "../rules";
import { type FeedAsked, feedMadeSchema, feedSchema } from "../schema";
import { addressesOf, deleteAddresses, insertAddress } from "../store";
import { feedOf } from "../whose";

/**
 * Puts a new address in and gives it; only its hash is kept, so it is shown this once. It shows a calendar for months to
 * whoever has it, signed in or not, so whoever finds an account open makes none.
 */
function madeFor(cx: Context, accountId: number, asked: FeedAsked): { address: string } {
  demandShown(cx);
  const token = newToken();
  insertAddress(cx, accountId, asked, hashToken(token));
  return { address: `${cx.settings.publicUrl}/api/files/feed/${token}.ics` };
}

/** Makes a secret address of a calendar that the viewer may see, beside those that they have; for one more device. */
export const makeFeedAddress = command("account.own", feedSchema, (cx, asked) => {
  const { accountId } = gate.self(cx);
  feedOf(cx, asked);
  if (addressesOf(cx, accountId, asked).count >= mostAddresses)
    refuse("tooManyAddresses", { params: { max: mostAddresses } });
  const made = madeFor(cx, accountId, asked);
  happened(cx, { kind: "feed.address-made", feed: asked.feed, of: asked.of, accountId });
  return made;
});

/** Makes a new secret address in place of all that the viewer had of this calendar, which show nothing from then on. */
export const renewFeedAddress = command("account.own", feedSchema, (cx, asked) => {
  const { accountId } = gate.self(cx);
  feedOf(cx, asked);
  deleteAddresses(cx, accountId, asked);
  const made = madeFor(cx, accountId, asked);
  happened(cx, { kind: "feed.address-renewed", feed: asked.feed, of: asked.of, accountId });
  return made;
});

/** The same from a page, where whoever asks shows first that it is them. */
export const makeFeedAddressShown = confirming(makeFeedAddress, feedMadeSchema);
export const renewFeedAddressShown = confirming(renewFeedAddress, feedMadeSchema);
