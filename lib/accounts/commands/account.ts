import type { Locale } from "@/db/values/languages";
import type { Granted } from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import type { NewPerson, PersonRow } from "../../people/store";
import { refuse, refuseAt } from "../../result";
import { accountKeyWith, insertAccount, sessionRow } from "../store";

/** What a session carries of an account, and the language of its owner. */
export type SignedIn = { accountId: number; sessionVersion: number; language: Locale };

/** A session of an account, as it is from now on. */
export const sessionOf = (cx: Context, accountId: number): SignedIn =>
  sessionRow(cx, accountId) ?? refuse("notFound");

/**
 * Refuses an e-mail address or phone that another account than this one signs in with, beside its field; and none at all.
 * @param own the key of the account whose contact it is to be; null for a new one.
 */
export function refuseTakenContact(
  cx: Context,
  contact: { email: string | null; phone: string | null },
  own: number | null,
): void {
  if (!contact.email && !contact.phone) refuseAt({ phone: fault("contactNeeded") });
  for (const field of ["email", "phone"] as const) {
    const value = contact[field];
    const other = value ? accountKeyWith(cx, field, value) : undefined;
    if (other !== undefined && other !== own) refuseAt({ [field]: fault("accountExists") });
  }
}

/**
 * Gives a person the means to sign in with their contact. Within the open transaction.
 * @param passwordHash null where they choose a password by a link.
 * @throws Refusal where another account has that e-mail or phone.
 */
export function createAccount(
  cx: Context,
  person: NewPerson | Granted<PersonRow, "people.edit">,
  passwordHash: string | null,
): SignedIn {
  refuseTakenContact(cx, person, null);
  const { id: personId, email, phone } = person;
  const accountId = insertAccount(cx, { personId, email, phone, passwordHash });
  happened(cx, { kind: "account.created", accountId });
  return sessionOf(cx, accountId);
}
