import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { noInput } from "../schema";
import { setAccountAndEndSessions } from "../store";

/** Ends every session of the viewer's account, this one included. */
export const signOutEverywhere = command("account.own", noInput, (cx) => {
  const { accountId } = gate.self(cx);
  setAccountAndEndSessions(cx, accountId, {});
  happened(cx, { kind: "account.signed-out-everywhere", accountId });
  return { accountId };
});
