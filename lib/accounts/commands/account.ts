import type { Locale } from "@/db/values/languages";
import type { Granted } from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import type { NewPerson, PersonRow } from "../../people/store";
import { refuse, refuseAt } from "../../result";
import { accountKeyWith, insertAccount, sessionRow } from "../store";

declare const letIn: unique symbol;

/**
 * Somebody who is let in: whose account, and the language of its owner. Only `sessionOf` makes one, at the end of what
 * lets in; a browser is signed in by nothing else. `keeps`: the sign-in from which it was done, which goes on.
 */
export type SignedIn = {
  readonly accountId: number;
  readonly language: Locale;
  readonly keeps: number | null;
  /** True where they came with a passkey that stands for both steps. */
  readonly bothSteps: boolean;
  readonly [letIn]: true;
};

/** Lets the owner of an account in; where `keeps` is a sign-in of theirs, that one goes on. */
export const sessionOf = (
  cx: Context,
  accountId: number,
  keeps: number | null = null,
  bothSteps = false,
): SignedIn => {
  const row = sessionRow(cx, accountId) ?? refuse("notFound");
  return { ...row, keeps, bothSteps } as SignedIn;
};

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
