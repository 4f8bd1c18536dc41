import * as gate from "../../access/gate";
import { command, inquiry } from "../../acts/command";
import { happened } from "../../acts/happened";
import { ok } from "../../result";
import { noInput } from "../schema";
import { setAccountAndEndSessions } from "../store";

/** Ends the session of this browser, which is a cookie and no row: whoever is signed in may, and nothing is written. */
export const signOut = inquiry("account.own", noInput, () => ok({}));

/** Ends every session of the viewer's account, this one included. */
export const signOutEverywhere = command("account.own", noInput, (cx) => {
  const { accountId } = gate.self(cx);
  setAccountAndEndSessions(cx, accountId, {});
  happened(cx, { kind: "account.signed-out-everywhere", accountId });
  return { accountId };
});
