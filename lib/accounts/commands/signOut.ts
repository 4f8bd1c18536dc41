import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { noInput } from "../schema";
import { setAccountAndEndSessions } from "../store";
import { deleteSignIn } from "../store/signIns";

/** Ends the viewer's sign-in in this browser: its cookie, kept somewhere, opens nothing any more. */
export const signOut = command("account.own", noInput, (cx) => {
  const { accountId } = gate.self(cx);
  const { signInId } = cx.viewer;
  if (signInId !== null) deleteSignIn(cx, accountId, signInId);
  happened(cx, { kind: "session.ended", accountId });
  return {};
});

/** Ends every sign-in of the viewer's account, this one included. */
export const signOutEverywhere = command("account.own", noInput, (cx) => {
  const { accountId } = gate.self(cx);
  setAccountAndEndSessions(cx, accountId, {});
  happened(cx, { kind: "account.signed-out-everywhere", accountId });
  return { accountId };
});
