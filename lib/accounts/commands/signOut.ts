import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { noInput, oneSignInSchema } from "../schema";
import { setAccountAndEndSessions } from "../store";
import { forgetDevices } from "../store/devices";
import { deleteSignIn } from "../store/signIns";
import { acting } from "./secondStep";

/** Ends the viewer's sign-in in this browser: its cookie, kept somewhere, opens nothing any more. */
export const signOut = command("session.end", noInput, (cx) => {
  const { accountId, signInId } = gate.ownSignIn(cx, "session.end");
  if (signInId !== null) deleteSignIn(cx, accountId, signInId);
  happened(acting(cx), { kind: "session.ended", accountId });
  return {};
});

/** Ends one sign-in of the viewer's own account, on whatever device; another device is not known any more. */
export const endSignIn = command("account.own", oneSignInSchema, (cx, { signInId }) => {
  const { accountId } = gate.self(cx);
  const { deviceHash } = deleteSignIn(cx, accountId, signInId) ?? refuse("notFound");
  const here = signInId === cx.viewer.signInId;
  if (!here && deviceHash) forgetDevices(cx, accountId, { only: deviceHash });
  happened(cx, { kind: "session.ended", accountId });
  return { here };
});

/** Ends every sign-in of the viewer's account but the one from which it is done, and the links and codes under way. */
export const signOutElsewhere = command("account.own", noInput, (cx) => {
  const { accountId } = gate.self(cx);
  setAccountAndEndSessions(cx, accountId, {}, cx.viewer.signInId);
  happened(cx, { kind: "account.signed-out-elsewhere", accountId });
  return {};
});
