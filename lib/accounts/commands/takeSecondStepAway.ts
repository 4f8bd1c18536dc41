import * as gate from "../../access/gate";
import { change, changeInTurn, slowCommand } from "../../acts/command";
import type { Context, SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { type Result, refuse } from "../../result";
import { secondStepAwaySchema } from "../schema";
import { type AccountRow, accountRow, accountRowOf, setAccountAndEndSessions } from "../store";
import { removeSecondSteps } from "../store/secondSteps";
import { demandConfirmed, demandUnchanged } from "./confirmed";

/** Takes the second step away from whoever lost it: all its means go, all sign-ins end, and the person is told. */
function takeAway(cx: Context, { id: accountId, personId }: AccountRow): void {
  if (!removeSecondSteps(cx, accountId)) refuse("noSecondStep");
  setAccountAndEndSessions(cx, accountId, {});
  happened(cx, { kind: "account.second-step-taken-away", accountId, personId });
}

/**
 * An administrator, who shows that it is them, takes the second step of a colleague away, who lost it; nobody their own,
 * which a thief would.
 */
export const takeSecondStepAway = slowCommand("accounts.edit", secondStepAwaySchema, async (cx, input) => {
  const person = gate.person(cx, "accounts.edit", input.personId);
  if (person.id === cx.viewer.personId) refuse("ownSecondStep");
  const shown = await demandConfirmed(cx, gate.ownSignIn(cx, "secondStep.setUp"), input.current);
  if (!shown.ok) return shown;
  return changeInTurn(cx, () => {
    demandUnchanged(cx, shown.value);
    takeAway(cx, accountRowOf(cx, person.id) ?? refuse("noSecondStep"));
    return { personId: person.id };
  });
});

/** The same by the operator, for the administrator who lost theirs. */
export const takeSecondStepAwayByOperator = (cx: SystemContext, accountId: number): Result<null> =>
  change(cx, () => {
    takeAway(cx, accountRow(cx, accountId) ?? refuse("notFound"));
    return null;
  });
