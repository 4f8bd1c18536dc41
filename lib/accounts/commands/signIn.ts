import { change, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { hashToken } from "../../crypto/tokens";
import { forgive, startOver, withinLimit } from "../../limits/attempts";
import { fail } from "../../result";
import { fold } from "../../text";
import { passwordFits } from "../password";
import { accountsMeant, type Identifier, readIdentifier } from "../queries";
import { mostAccounts, signInLimits } from "../rules";
import { signInSchema } from "../schema";
import { sessionOf } from "./account";
import { startedSession } from "./prove";
import { refuseTooMany } from "./tries";

type Found = ReturnType<typeof accountsMeant>;

/** Counts a try by address and by account, or by a local number; gives the keys that it was counted under. */
function countTry(cx: Context, identifier: Identifier, found: Found, typed: string, address: string) {
  const addressKey = `sign-in:address:${address}`;
  refuseTooMany(withinLimit(cx, addressKey, signInLimits.address));
  const hash = hashToken(fold(typed).replaceAll(" ", ""));
  const limitKey = identifier.local
    ? `sign-in:local:${hash}:${address}`
    : `sign-in:account:${found[0]?.id ?? hash}`;
  refuseTooMany(withinLimit(cx, limitKey, signInLimits.account));
  if (identifier.local) refuseTooMany(withinLimit(cx, `sign-in:local:${hash}`, signInLimits.localNumber));
  return { addressKey, limitKey };
}

/** Those of the accounts whose password it is. As many tries as accounts could fit what was typed, whoever has one: the time tells nothing of that. */
async function fittingOf(identifier: Identifier, found: Found, password: string): Promise<Found> {
  const tries = identifier.local ? Math.min(mostAccounts, Math.max(1, identifier.phones.length)) : 1;
  const fitting: Found = [];
  for (let i = 0; i < tries; i++) {
    const account = found[i];
    if ((await passwordFits(account?.passwordHash ?? null, password)) && account) fitting.push(account);
  }
  return fitting;
}

/**
 * Signs in with e-mail or phone and password. Unknown account and wrong password get the same answer after the same
 * work; attempts are counted by account and by address. A local number that fits several accounts lets in whose password
 * it is; its misses count by number and address, so that nobody is locked out by a namesake of their number.
 */
export const signIn = slowCommand("session.start", signInSchema, async (cx, input, address) => {
  const identifier = readIdentifier(cx, input.identifier);
  const found = accountsMeant(cx, identifier);
  const { addressKey, limitKey } = countTry(cx, identifier, found, input.identifier, address);
  const [account, another] = await fittingOf(identifier, found, input.password);
  if (!account) return fail("signInWrong");
  if (another) return fail("signInAmbiguous");
  return change(cx, () => {
    startOver(cx, limitKey);
    forgive(cx, addressKey);
    startedSession(cx, account.id, "password");
    return { ...sessionOf(cx, account.id), back: input.back };
  });
});
