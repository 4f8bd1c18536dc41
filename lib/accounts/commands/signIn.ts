import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { hashToken, keyedHash } from "../../crypto/tokens";
import { type Counted, forgive, mayTry } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import { fail } from "../../result";
import { passwordFits } from "../password";
import { accountsMeant, type Identifier, isProvenFor, readIdentifier } from "../queries";
import { mostAccounts, signInDelays } from "../rules";
import { signInSchema } from "../schema";
import { accountsKnownOn } from "../store/devices";
import { sessionOf } from "./account";
import { startedSession } from "./prove";
import { refuseTooMany } from "./tries";

type Found = ReturnType<typeof accountsMeant>;

/**
 * What a contact is counted under that is typed, whether it has an account or not: a local number as all that it may stand
 * for, apart from each of them in full, so that a namesake of one's number makes nobody wait who types theirs.
 */
function countedContact(cx: Context, identifier: Identifier): Counted {
  const contact = identifier.local ? identifier.phones.join() : (identifier.email ?? identifier.phone ?? "");
  return {
    key: `sign-in:contact:${keyedHash(cx.settings.key, contact)}`,
    delay: signInDelays.contact,
  };
}

/**
 * Counts a try as a miss, or refuses it where it must wait. On a device where somebody signed in to one of these accounts
 * it is counted by that device alone, so that nobody keeps its owner out, until too many missed there.
 * @returns what it was counted under.
 */
function countTry(cx: Context, identifier: Identifier, found: Found, address: string): readonly Counted[] {
  const { device } = cx.browser;
  const deviceHash = device && hashToken(device);
  const ids = found.map(({ id }) => id);
  if (deviceHash && accountsKnownOn(cx, deviceHash, ids).length > 0) {
    const known = [{ key: `sign-in:device:${deviceHash}`, delay: signInDelays.device }];
    if (mayTry(cx, known).allowed) return known;
  }
  const counted = [
    { key: `sign-in:address:${networkOf(address)}`, delay: signInDelays.address },
    countedContact(cx, identifier),
  ];
  refuseTooMany(mayTry(cx, counted));
  return counted;
}

/** Those of the accounts whose password it is. Always the same number of tries, at once: the time tells nothing of who has an account. */
async function fittingOf(found: Found, password: string): Promise<Found> {
  const tried = found.filter(({ passwordHash }) => passwordHash !== null).slice(0, mostAccounts);
  const fits = await Promise.all(
    Array.from({ length: mostAccounts }, (_, i) => passwordFits(tried[i]?.passwordHash ?? null, password)),
  );
  return tried.filter((_, i) => fits[i]);
}

/**
 * Signs in with e-mail or phone and password. Unknown contact and wrong password get the same answer after the same work.
 * Misses make wait by contact and by address, never on a known device. Where the password is that of several accounts with
 * one contact, the one that has proven it is meant, else the newest; a local number that fits accounts of several numbers
 * is to be typed in full.
 */
export const signIn = slowCommand("session.start", signInSchema, async (cx, input, address) => {
  const identifier = readIdentifier(cx, input.identifier);
  const found = accountsMeant(cx, identifier);
  const counted = countTry(cx, identifier, found, address);
  const fitting = await fittingOf(found, input.password);
  if (identifier.local && new Set(fitting.map(({ phone }) => phone)).size > 1) return fail("signInAmbiguous");
  const account = fitting.find((one) => isProvenFor(one, identifier)) ?? fitting.at(-1);
  if (!account) return fail("signInWrong");
  return changeInTurn(cx, () => {
    // Not more than its own: whoever knows a password of another account with this contact forgives no guesses at it.
    for (const { key } of counted) forgive(cx, key);
    startedSession(cx, account.id, "password");
    return { ...sessionOf(cx, account.id), back: input.back };
  });
});
