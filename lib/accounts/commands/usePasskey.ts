import type { ChallengePurpose } from "@/db/values/accounts";
import * as gate from "../../access/gate";
import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { withinLimit } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import {
  type AuthenticationResponseJSON,
  asSigned,
  checkPasskey,
  optionsToUsePasskey,
  type UsePasskeyOptions,
} from "../../passkeys/passkeys";
import { fail, type Result, refuse } from "../../result";
import { challengeLifetimeMs, passkeyLimit } from "../rules/secondStep";
import { noInput, passkeyAnswerSchema } from "../schema";
import { insertChallenge, spendChallenge } from "../store/challenges";
import { type PasskeyRow, passkeysOf, passkeyUsed, passkeyWith } from "../store/secondSteps";
import { confirmedAt, noteConfirmed } from "../store/signIns";
import { beginSession } from "./account";
import { tookSecondStep } from "./secondStep";
import { refuseTooMany } from "./tries";

/** What a browser is asked to sign for this, with a passkey of this account, or with whichever its owner has (null). */
async function ask(
  cx: Context,
  purpose: ChallengePurpose,
  accountId: number | null,
): Promise<Result<{ options: UsePasskeyOptions }>> {
  const kept = accountId === null ? [] : passkeysOf(cx, accountId);
  if (accountId !== null && kept.length === 0) return fail("passkeyUnknown");
  const bothSteps = accountId === null;
  const options = await optionsToUsePasskey(cx.settings.publicUrl, kept, bothSteps, challengeLifetimeMs);
  return changeInTurn(cx, () => {
    insertChallenge(cx, { challenge: options.challenge, purpose, accountId }, cx.now + challengeLifetimeMs);
    return { options };
  });
}

/**
 * Does what a passkey is shown for, with which a browser signed what it was asked to. What it was asked is used up in any
 * case; the passkey of another account, or one that was copied, is refused. That it is the account's still, and what
 * follows from it, is one transaction.
 */
async function withPasskey<Value>(
  cx: Context,
  response: AuthenticationResponseJSON,
  purpose: ChallengePurpose,
  accountId: number | null,
  act: (passkey: PasskeyRow) => Value,
): Promise<Result<Value>> {
  const { challenge } = asSigned(response.response.clientDataJSON);
  const asked = await changeInTurn(cx, () => spendChallenge(cx, { challenge, purpose, accountId }));
  if (!asked.ok || !asked.value) return fail("passkeyOutOfDate");
  const passkey = passkeyWith(cx, response.id);
  if (!passkey || (accountId !== null && passkey.accountId !== accountId)) return fail("passkeyUnknown");
  const bothSteps = accountId === null;
  const found = await checkPasskey(cx.settings.publicUrl, response, challenge, passkey, bothSteps);
  if (!found.ok) return fail(found.code);
  return changeInTurn(cx, () => {
    // The account may have lost it meanwhile, or a copy have been used.
    const now = passkeyWith(cx, response.id);
    if (now?.id !== passkey.id) refuse("passkeyUnknown");
    if (now.counter > passkey.counter && found.value <= now.counter) refuse("passkeyCopied");
    passkeyUsed(cx, passkey.id, found.value);
    return act(passkey);
  });
}

/** What the browser is given to take the second step with a passkey. */
export const askSecondStep = slowCommand("secondStep.take", noInput, (cx) =>
  ask(cx, "secondStep", gate.ownSignIn(cx, "secondStep.take").accountId),
);

/** The second step by a passkey. */
export const answerWithPasskey = slowCommand("secondStep.take", passkeyAnswerSchema, async (cx, input) => {
  const own = gate.ownSignIn(cx, "secondStep.take");
  return withPasskey(cx, input.response, "secondStep", own.accountId, () => ({
    ...tookSecondStep(cx, own, "passkey"),
    back: input.back,
  }));
});

/** What the browser is given to show with a passkey that the viewer is its account's owner. */
export const askToConfirm = slowCommand("account.own", noInput, (cx) =>
  ask(cx, "confirm", gate.self(cx).accountId),
);

/** Shows with a passkey that the viewer is its account's owner, for what changes how one signs in. */
export const confirmWithPasskey = slowCommand(
  "account.own",
  passkeyAnswerSchema,
  async (cx, { response }) => {
    const { accountId } = gate.self(cx);
    return withPasskey(cx, response, "confirm", accountId, () => {
      const { signInId } = cx.viewer;
      // Somebody may have ended it while the passkey was looked at.
      if (signInId !== null && confirmedAt(cx, signInId) === null) refuse("signInNeeded");
      if (signInId !== null) noteConfirmed(cx, signInId);
      happened(cx, { kind: "account.confirmed", accountId });
      return {};
    });
  },
);

/** What the browser is given to sign in with whichever passkey its owner has for this site. */
export const askToSignIn = slowCommand("session.start", noInput, async (cx, _input, address) => {
  refuseTooMany(withinLimit(cx, `passkey:address:${networkOf(address)}`, passkeyLimit));
  return ask(cx, "signIn", null);
});

/** Signs in with a passkey that asked for a fingerprint, a face or a PIN: that is both steps. */
export const signInWithPasskey = slowCommand("session.start", passkeyAnswerSchema, (cx, input) =>
  withPasskey(cx, input.response, "signIn", null, ({ accountId }) => {
    return { ...beginSession(cx, accountId, "passkey", true), back: input.back };
  }),
);
