import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { type Result, refuse } from "../../result";
import { accountKeyWith } from "../store";
import { accountKnownAt, insertIdentity } from "../store/identities";
import { type SignedIn, sessionOf } from "./account";
import { proveContact, startedSession } from "./prove";

/** Somebody for whom an OpenID Connect issuer vouches. */
type Vouched = { issuer: string; subject: string; email: string | null; emailVerified: boolean };

/** The account with the address that the issuer has verified, known from now on by issuer and subject. */
function accountByAddress(cx: Context, who: Vouched): number | undefined {
  if (!who.email || !who.emailVerified) return undefined;
  const accountId = accountKeyWith(cx, "email", who.email.toLowerCase());
  if (accountId !== undefined) insertIdentity(cx, who, accountId);
  return accountId;
}

/**
 * Signs in somebody whom an OpenID Connect issuer vouches for: known by issuer and subject, else by an e-mail address
 * that the issuer has verified. Nobody gets an account this way who has none.
 */
export const signInByIdentity = (cx: Context, who: Vouched): Result<SignedIn> =>
  change(cx, () => {
    const accountId = accountKnownAt(cx, who) ?? accountByAddress(cx, who) ?? refuse("noAccount");
    proveContact(cx, accountId, null);
    startedSession(cx, accountId, "issuer");
    return sessionOf(cx, accountId);
  });
