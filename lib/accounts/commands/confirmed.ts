import * as gate from "../../access/gate";
import { changeInTurn } from "../../acts/command";
import type { Context } from "../../acts/context";
import { fault } from "../../faults";
import { withinLimit } from "../../limits/attempts";
import { failAt, ok, type Result, refuse } from "../../result";
import { passwordFits } from "../password";
import { ownPasswordLimit } from "../rules";
import { hasMeans, isConfirmed } from "../rules/secondStep";
import { accountRow } from "../store";
import { secondStepsOf } from "../store/secondSteps";
import { confirmedAt, noteConfirmed } from "../store/signIns";
import { demandUnchanged } from "./password";
import { refuseTooMany } from "./tries";

/** Whose second step is set up: their own. Whoever is halfway and has one takes it first. */
export function ownToSetUp(cx: Context): gate.Granted<gate.OwnSignIn, "secondStep.setUp"> {
  const own = gate.ownSignIn(cx, "secondStep.setUp");
  return own.halfway && hasMeans(secondStepsOf(cx, own.accountId)) ? refuse("signInNeeded") : own;
}

/**
 * Refuses what changes how one signs in, unless its owner showed who they are a few minutes ago, or does so now.
 * @param current the password, as it is typed beside; empty where it was not asked.
 */
export async function demandConfirmed(
  cx: Context,
  own: gate.Granted<gate.OwnSignIn, "secondStep.setUp">,
  current: string,
): Promise<Result<null>> {
  const { accountId, signInId } = own;
  if (isConfirmed(confirmedAt(cx, signInId), cx.now)) return ok(null);
  const account = accountRow(cx, accountId) ?? refuse("signInNeeded");
  const { passwordHash } = account;
  if (passwordHash === null) refuse("confirmBySigningIn");
  if (!current) return failAt({ current: fault("confirmNeeded") });
  refuseTooMany(withinLimit(cx, `password:account:${accountId}`, ownPasswordLimit));
  if (!(await passwordFits(passwordHash, current))) return failAt({ current: fault("passwordWrong") });
  return changeInTurn(cx, () => {
    demandUnchanged(cx, account, signInId);
    if (signInId !== null) noteConfirmed(cx, signInId);
    return null;
  });
}
