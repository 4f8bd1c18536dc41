import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { hashToken, keyedHash } from "../../crypto/tokens";
import { type Counted, mayTry, type Tried, takeTryBack } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import { fail, refuse } from "../../result";
import { passwordFits } from "../password";
import { accountsMeant, type Identifier, isProvenFor, readIdentifier } from "../queries";
import { signInDelays, triedAtOnce } from "../rules";
import { signInSchema } from "../schema";
import { accountRow } from "../store";
import { accountsKnownOn } from "../store/devices";
import { beginSession } from "./account";
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

/** A try that was counted as a miss: at which accounts, and under what, to take it back where it was none. */
type Try = {
  /** Those that somebody signed in to on this device before. */
  readonly known: Found;
  readonly others: Found;
  readonly device: readonly Tried[];
  readonly elsewhere: readonly Tried[];
};

/**
 * Counts a try as a miss, or refuses it where it must wait. At accounts that somebody signed in to on this device it is
 * counted by that device, so that nobody keeps their owner out, until too many missed there; at all others of this contact
 * by contact and address, whatever device it is: whoever made an account with somebody's contact guesses no more for it.
 * Where the others must wait, they are passed over, and nothing says whether there are any.
 */
function countTry(cx: Context, identifier: Identifier, found: Found, address: string): Try {
  const deviceHash = cx.browser.device && hashToken(cx.browser.device);
  const ids = found.map(({ id }) => id);
  const knownIds = deviceHash ? accountsKnownOn(cx, deviceHash, ids) : [];
  const device =
    knownIds.length > 0
      ? mayTry(cx, [{ key: `sign-in:device:${deviceHash}`, delay: signInDelays.device }])
      : null;
  const isKnown = device?.allowed ?? false;
  const known = isKnown ? found.filter(({ id }) => knownIds.includes(id)) : [];
  const elsewhere = [
    { key: `sign-in:address:${networkOf(address)}`, delay: signInDelays.address },
    countedContact(cx, identifier),
  ];
  const tries = mayTry(cx, elsewhere);
  if (!isKnown) refuseTooMany(tries);
  return {
    known,
    others: tries.allowed ? found.filter((one) => !known.includes(one)) : [],
    device: isKnown ? device!.tried : [],
    elsewhere: tries.allowed ? tries.tried : [],
  };
}

/**
 * Takes a try back that let somebody in. Never more than its own, and not where it missed another account of the contact
 * too: whoever knows the password of one of them forgives themselves no guesses at the rest.
 */
function takeBack(cx: Context, { device, elsewhere }: Try, missed: boolean): void {
  const [address, contact] = elsewhere;
  for (const counted of [...device, address, missed ? undefined : contact])
    if (counted) takeTryBack(cx, counted);
}

/**
 * Those of the accounts whose password it is: each is tried, a few at once, and as many where there are fewer or none, so
 * that the time does not tell whether a contact has an account. Only where more than `triedAtOnce` share it does it take
 * longer, by one round: that many do, and no more, is told. How many may is bounded where accounts are made.
 */
async function fittingOf(all: Found, password: string): Promise<Found> {
  const fitting: Found = [];
  for (let from = 0; from === 0 || from < all.length; from += triedAtOnce) {
    const fits = await Promise.all(
      Array.from({ length: triedAtOnce }, (_, i) =>
        passwordFits(all[from + i]?.passwordHash ?? null, password),
      ),
    );
    fitting.push(...all.slice(from, from + triedAtOnce).filter((_, i) => fits[i]));
  }
  return fitting;
}

/**
 * Signs in with e-mail or phone and password. Unknown contact and wrong password get the same answer after the same work.
 * Misses make wait by contact and by address, never for an account that is known on the device. Where the password is that
 * of several accounts with one contact, those known on the device come first, then the one that has proven it, else the
 * newest; a local number that fits accounts of several numbers is to be typed in full.
 */
export const signIn = slowCommand("session.start", signInSchema, async (cx, input, address) => {
  const identifier = readIdentifier(cx, input.identifier);
  const found = accountsMeant(cx, identifier);
  const counted = countTry(cx, identifier, found, address);
  const tried = [...counted.known, ...counted.others].filter(({ passwordHash }) => passwordHash !== null);
  const fits = await fittingOf(tried, input.password);
  const knownHere = fits.filter((one) => counted.known.includes(one));
  const fitting = knownHere.length > 0 ? knownHere : fits;
  if (identifier.local && new Set(fitting.map(({ phone }) => phone)).size > 1) return fail("signInAmbiguous");
  const account = fitting.find((one) => isProvenFor(one, identifier)) ?? fitting.at(-1);
  if (!account) return fail("signInWrong");
  return changeInTurn(cx, () => {
    // While it was hashed, the password may have been changed or taken away.
    if (accountRow(cx, account.id)?.passwordHash !== account.passwordHash) refuse("signInWrong");
    takeBack(cx, counted, knownHere.length === 0 && fits.length < tried.length);
    return { ...beginSession(cx, account.id, "password"), back: input.back };
  });
});
