import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { hashToken } from "../../crypto/tokens";
import { asSigned, checkNewPasskey, optionsForNewPasskey } from "../../passkeys/passkeys";
import { personRow } from "../../people/store";
import { fail, refuse } from "../../result";
import { challengeLifetimeMs, hasMeans, mostPasskeys, takesPasskeys } from "../rules/secondStep";
import { confirmedSchema, newPasskeySchema, passkeyRemovalSchema } from "../schema";
import { accountRow, forgetOtherDevices } from "../store";
import { insertChallenge, spendChallenge } from "../store/challenges";
import { endLinks } from "../store/links";
import { deletePasskey, insertPasskey, passkeysOf, passkeyWith, secondStepsOf } from "../store/secondSteps";
import { noteSecondStep } from "../store/signIns";
import { sessionOf } from "./account";
import { demandConfirmed, ownToSetUp } from "./confirmed";
import { codesWithFirstMeans } from "./recoveryCodes";
import { acting, refuseLastMeans } from "./secondStep";

/** How an account's owner is named on a device that keeps a passkey. */
function namedOnDevice(cx: Context, accountId: number) {
  const { email, phone, personId } = accountRow(cx, accountId) ?? refuse("signInNeeded");
  const handle = hashToken(`passkeys of account ${accountId}`);
  return { handle, name: email ?? phone ?? "", displayName: personRow(cx, personId)?.name ?? "" };
}

/** What the browser is given to make a passkey for the viewer's account. */
export const askForPasskey = slowCommand("secondStep.setUp", confirmedSchema, async (cx, { current }) => {
  const own = ownToSetUp(cx);
  const { accountId } = own;
  const { publicUrl } = cx.settings;
  if (!takesPasskeys(publicUrl)) refuse("passkeyOtherSite");
  const confirmed = await demandConfirmed(cx, own, current);
  if (!confirmed.ok) return confirmed;
  const kept = passkeysOf(cx, accountId);
  if (kept.length >= mostPasskeys) refuse("passkeysFull");
  const who = { ...namedOnDevice(cx, accountId), kept };
  const options = await optionsForNewPasskey(publicUrl, who, challengeLifetimeMs);
  return changeInTurn(cx, () => {
    const asked = { challenge: options.challenge, purpose: "setUp" as const, accountId };
    insertChallenge(cx, asked, cx.now + challengeLifetimeMs);
    return { options };
  });
});

/**
 * Keeps the passkey that the browser made. That is the second step of this sign-in, too. With the first means come recovery
 * codes (`codes`).
 */
export const addPasskey = slowCommand(
  "secondStep.setUp",
  newPasskeySchema,
  async (cx, { response, name }) => {
    const own = ownToSetUp(cx);
    const { accountId, personId, signInId } = own;
    const { challenge } = asSigned(response.response.clientDataJSON);
    // Used up before it is looked at: what was refused once is not tried again.
    const asked = await changeInTurn(cx, () =>
      spendChallenge(cx, { challenge, purpose: "setUp", accountId }),
    );
    if (!asked.ok || !asked.value) return fail("passkeyOutOfDate");
    const checked = await checkNewPasskey(cx.settings.publicUrl, response, challenge);
    if (!checked.ok) return fail(checked.code);
    return changeInTurn(cx, () => {
      if (passkeyWith(cx, checked.value.credentialId)) refuse("passkeyThere");
      if (passkeysOf(cx, accountId).length >= mostPasskeys) refuse("passkeysFull");
      const transports = [...checked.value.transports];
      if (!hasMeans(secondStepsOf(cx, accountId))) forgetOtherDevices(cx, accountId);
      // One that was mailed before might pass what was set up now.
      endLinks(cx, accountId);
      insertPasskey(cx, { ...checked.value, transports, accountId, name });
      if (signInId !== null) noteSecondStep(cx, signInId);
      happened(acting(cx), { kind: "account.second-step-added", accountId, personId, what: "passkey" });
      return { ...sessionOf(cx, accountId, signInId), codes: codesWithFirstMeans(cx, own) };
    });
  },
);

/** Takes a passkey away; not where it is the last means and one is asked for. */
export const removePasskey = slowCommand(
  "secondStep.setUp",
  passkeyRemovalSchema,
  async (cx, { passkeyId, current }) => {
    const own = ownToSetUp(cx);
    const confirmed = await demandConfirmed(cx, own, current);
    if (!confirmed.ok) return confirmed;
    return changeInTurn(cx, () => {
      const { accountId, personId } = own;
      if (!passkeysOf(cx, accountId).some(({ id }) => id === passkeyId)) refuse("notFound");
      refuseLastMeans(cx, own, "passkey");
      deletePasskey(cx, accountId, passkeyId);
      happened(cx, { kind: "account.second-step-removed", accountId, personId, what: "passkey" });
      return {};
    });
  },
);
