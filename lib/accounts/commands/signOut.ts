import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { noInput } from "../schema";
import { setAccountAndEndSessions } from "../store";
import { deleteSignIn } from "../store/signIns";
import { acting } from "./secondStep";

/** Ends the viewer's sign-in in this browser: its cookie, kept somewhere, opens nothing any more. */
export const signOut = command("session.end", noInput, (cx) => {
  const { accountId, signInId } = gate.ownSignIn(cx, "session.end");
  if (signInId !== null) deleteSignIn(cx, accountId, signInId);
  happened(acting(cx), { kind: "session.ended", accountId });
  return {};
});

/** Ends every sign-in of the viewer's account, this one included. */
export const signOutEverywhere = command("account.own", noInput, (cx) => {
  const { accountId } = gate.self(cx);
  setAccountAndEndSessions(cx, accountId, {});
  happened(cx, { kind: "account.signed-out-everywhere", accountId });
  return { accountId };
});
