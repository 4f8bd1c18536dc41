import type * as z from "zod";
import * as gate from "../../access/gate";
import { refuseTakenContact } from "../../accounts/commands/account";
import { accountRowOf, setAccount } from "../../accounts/store";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { normalisePhone } from "../../phone/phone";
import { refuse, refuseAt } from "../../result";
import { cameHere, holdsBeyond } from "../queries";
import { personEditSchema, profileSchema } from "../schema";
import { type PersonRow, type PersonSaid, personRow, updatePersonRow } from "../store";
import { type PersonFields, saidOf } from "./said";

/** Whoever has an account signs in with their contact: it changes there too, and what was proven of the old one ends. */
function contactIntoAccount(cx: Context, personId: number, { email, phone }: PersonSaid): void {
  const account = accountRowOf(cx, personId);
  if (!account) return;
  refuseTakenContact(cx, { email, phone }, account.id);
  const same = account.email === email && account.phone === phone;
  const proof = same ? {} : { contactProvenAt: null, contactProvenBy: null };
  setAccount(cx, account.id, { email, phone, ...proof });
}

/** Whose row one may write. */
type ToWrite =
  | gate.Granted<PersonRow, "people.edit">
  | gate.Granted<gate.Self, "account.own">
  | gate.GrantedParticipant<"participants.register">;

/**
 * Writes a person's row, contact into their account where there is one: a coordinator somebody's, a trainer that of
 * whom they registered, everybody their own. Within the open transaction.
 */
export function updatePerson(cx: Context, whose: ToWrite, version: number, input: PersonFields) {
  const personId = "personId" in whose ? whose.personId : whose.id;
  const person = personRow(cx, personId) ?? refuse("notFound");
  if (person.version !== version) refuse("stale");
  const said = saidOf(cx, input, person.phone);
  contactIntoAccount(cx, personId, said);
  updatePersonRow(cx, person, said, input.organisation);
  const fields = Object.entries(said).flatMap(([name, value]) =>
    person[name as keyof PersonSaid] === value ? [] : [name],
  );
  happened(cx, { kind: "person.edited", personId, fields });
  return { personId, language: said.language };
}

/**
 * Refuses what is not this coordinator's to write. An account is how its owner signs in: another's contact is changed by
 * them or an administrator. So is that of somebody who holds more than the viewer may give, before they have one: the
 * account will be made from it. Who came from elsewhere, and not by themselves, is the other programme's to write about.
 */
function refuseElsewhere(
  cx: Context,
  person: gate.Granted<PersonRow, "people.edit">,
  input: z.output<typeof personEditSchema>,
): void {
  const { programmes } = gate.reach(cx, "people.edit");
  const account = accountRowOf(cx, person.id);
  const contact = account ?? person;
  const phone = input.phone ? normalisePhone(input.phone, input.country ?? "", contact.phone) : null;
  const changed = contact.email !== input.email ? "email" : contact.phone !== phone ? "phone" : null;
  if (changed && account && !gate.maySomewhere(cx, "accounts.edit"))
    refuseAt({ [changed]: fault("contactOfAccount") });
  if (!holdsBeyond(cx, person, programmes)) return;
  if (changed) refuseAt({ [changed]: fault("contactElsewhere") });
  if (!cameHere(cx, person, programmes)) refuse("personElsewhere");
}

/** Changes a person's row; contact follows into the account where there is one. */
export const editPerson = command("people.edit", personEditSchema, (cx, input) => {
  const person = gate.person(cx, "people.edit", input.personId);
  refuseElsewhere(cx, person, input);
  return updatePerson(cx, person, input.version, input);
});

/** Somebody changes their own row. */
export const editProfile = command("account.own", profileSchema, (cx, input) =>
  updatePerson(cx, gate.self(cx), input.version, input),
);
