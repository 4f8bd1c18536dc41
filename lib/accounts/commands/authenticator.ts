import { changeInTurn, command, slowCommand } from "../../acts/command";
import { happened } from "../../acts/happened";
import { newTotpSecret } from "../../crypto/totp";
import { fault } from "../../faults";
import { startOver } from "../../limits/attempts";
import { refuse, refuseAt } from "../../result";
import { isBeingSetUp } from "../rules/secondStep";
import { appCodeSchema, confirmedSchema } from "../schema";
import { forgetOtherDevices } from "../store";
import { endLinks } from "../store/links";
import { authenticatorRow, deleteAuthenticator, putAuthenticator, stepTaken } from "../store/secondSteps";
import { confirmedAt, noteSecondStep } from "../store/signIns";
import { sessionOf } from "./account";
import { missAfter, missesOf, refuseWaiting, stepOf } from "./codes";
import { demandConfirmed, ownToSetUp } from "./confirmed";
import { codesWithFirstMeans } from "./recoveryCodes";
import { acting, refuseLastMeans } from "./secondStep";

/** Begins to set up an authenticator app: for some minutes the page shows its secret, until a code of it was typed. */
export const startAuthenticator = slowCommand(
  "secondStep.setUp",
  confirmedSchema,
  async (cx, { current }) => {
    const own = ownToSetUp(cx);
    const { accountId } = own;
    if (authenticatorRow(cx, accountId)?.confirmedAt) refuse("authenticatorThere");
    const confirmed = await demandConfirmed(cx, own, current);
    if (!confirmed.ok) return confirmed;
    return changeInTurn(cx, () => {
      // Another page may have finished it while this one was checked.
      if (authenticatorRow(cx, accountId)?.confirmedAt) refuse("authenticatorThere");
      putAuthenticator(cx, accountId, newTotpSecret());
      return {};
    });
  },
);

/**
 * Takes the app that is being set up, once a code shows that it has the secret. That is the second step of this sign-in, too.
 * With the first means come recovery codes (`codes`).
 */
export const confirmAuthenticator = command(
  "secondStep.setUp",
  appCodeSchema,
  (cx, { code }) => {
    const own = ownToSetUp(cx);
    const { accountId, personId, signInId } = own;
    refuseWaiting(cx, accountId);
    const row = authenticatorRow(cx, accountId);
    if (!row || !isBeingSetUp(row, confirmedAt(cx, signInId), cx.now)) refuse("setUpAgain");
    const step = stepOf(row, code, cx.now) ?? refuseAt({ code: fault("stepCodeWrong") });
    stepTaken(cx, accountId, step, true);
    forgetOtherDevices(cx, accountId);
    // One that was mailed before might pass what was set up now.
    endLinks(cx, accountId);
    startOver(cx, missesOf(cx, accountId));
    if (signInId !== null) noteSecondStep(cx, signInId);
    happened(acting(cx), { kind: "account.second-step-added", accountId, personId, what: "app" });
    return { ...sessionOf(cx, accountId, signInId), codes: codesWithFirstMeans(cx, own) };
  },
  missAfter,
);

/**
 * Takes the authenticator app away; not where it is the last means and one is asked for. One that was begun and never
 * finished was none.
 */
export const removeAuthenticator = slowCommand(
  "secondStep.setUp",
  confirmedSchema,
  async (cx, { current }) => {
    const own = ownToSetUp(cx);
    const confirmed = await demandConfirmed(cx, own, current);
    if (!confirmed.ok) return confirmed;
    return changeInTurn(cx, () => {
      const { accountId, personId } = own;
      const app = authenticatorRow(cx, accountId) ?? refuse("notFound");
      if (app.confirmedAt !== null) refuseLastMeans(cx, own, "app");
      deleteAuthenticator(cx, accountId);
      if (app.confirmedAt !== null)
        happened(cx, { kind: "account.second-step-removed", accountId, personId, what: "app" });
      return {};
    });
  },
);
