import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { type Result, refuse } from "../../result";
import { isUsed, mailLetsIn } from "../rules";
import { accountProven, accountsReachedBy } from "../store";
import { insertIdentity, knownAt } from "../store/identities";
import { beginSession, type SignedIn } from "./account";
import { isGuarded } from "./guarded";
import { proveContact } from "./prove";

/** Somebody for whom an OpenID Connect issuer vouches. */
type Vouched = { issuer: string; subject: string; email: string | null; emailVerified: boolean };

/**
 * The account with the address that the issuer has verified, known from now on by issuer and subject: the one that has
 * proven it; else the oldest that has it and of which nothing is proven: its address is proven by this, which ends what was
 * set up before. An account whose phone somebody has proven may be a stranger's who typed the address beside it; one that
 * is in use with a role or a second step is somebody's, who may have mistyped it.
 */
function accountByAddress(cx: Context, who: Vouched): number | undefined {
  if (!who.email || !who.emailVerified) return undefined;
  const email = who.email.toLowerCase();
  const accountId =
    accountProven(cx, "email", email)?.id ??
    accountsReachedBy(cx, email, []).find((one) => mailLetsIn(one, isUsed(one) && isGuarded(cx, one)))?.id;
  if (accountId === undefined) return undefined;
  proveContact(cx, accountId, { field: "email", value: email, byPersonId: null });
  insertIdentity(cx, who, accountId);
  return accountId;
}

/**
 * Signs in somebody whom an OpenID Connect issuer vouches for: known by issuer and subject, else by an e-mail address
 * that the issuer has verified. Nobody gets an account this way who has none; nor does anybody come in again by what was
 * taken off an account.
 */
export const signInByIdentity = (cx: Context, who: Vouched): Result<SignedIn> =>
  change(cx, () => {
    const known = knownAt(cx, who);
    if (known && known.refusedAt !== null) refuse("noAccount");
    const accountId = known?.accountId ?? accountByAddress(cx, who) ?? refuse("noAccount");
    return beginSession(cx, accountId, "issuer");
  });
