import type * as z from "zod";
import * as gate from "../../access/gate";
import { confirming } from "../../accounts/commands/confirmed";
import { contactCorrected } from "../../accounts/commands/contact";
import { accountRowOf } from "../../accounts/store";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { normalisePhone } from "../../phone/phone";
import { refuse, refuseAt } from "../../result";
import { cameHere, holdsBeyond } from "../queries";
import { personEditedSchema, personEditSchema, profileSchema } from "../schema";
import { type PersonRow, type PersonSaid, personRow, updatePersonRow } from "../store";
import { type PersonFields, saidOf } from "./said";

const isOwn = (whose: ToWrite): whose is gate.Granted<gate.Self, "account.own"> => "accountId" in whose;

/** Whose row one may write. */
type ToWrite =
  | gate.Granted<PersonRow, "people.edit">
  | gate.Granted<gate.Self, "account.own">
  | gate.GrantedParticipant<"participants.register">;

/** A person as a form tells of them; one's own contact changes by itself (`changeContact`). */
type Written = Omit<PersonFields, "email" | "phone"> & Partial<Pick<PersonFields, "email" | "phone">>;

/**
 * Writes a person's row: a coordinator somebody's, a trainer that of whom they registered, everybody their own. The contact
 * of somebody with an account changes once it is proven (see `contactCorrected`). Within the open transaction.
 */
export function updatePerson(cx: Context, whose: ToWrite, version: number, input: Written) {
  const personId = "personId" in whose ? whose.personId : whose.id;
  const person = personRow(cx, personId) ?? refuse("notFound");
  if (person.version !== version) refuse("stale");
  const { email, phone } = person;
  const told = saidOf(cx, { email, phone, ...input }, phone);
  const said = isOwn(whose) ? told : { ...told, ...contactCorrected(cx, whose, told) };
  updatePersonRow(cx, person, said, input.organisation);
  const fields = Object.entries(said).flatMap(([name, value]) =>
    person[name as keyof PersonSaid] === value ? [] : [name],
  );
  happened(cx, { kind: "person.edited", personId, fields });
  return { personId, language: said.language, languageChanged: said.language !== person.language };
}

/**
 * Refuses what is not this coordinator's to write. The contact of somebody who holds more than the viewer may give is
 * changed by them or an administrator, as the account is or will be signed in to with it. Who came from elsewhere, and not by themselves, is the other programme's to write about.
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

/** The same from a page, where whoever changes the contact of somebody with a role shows first that it is them. */
export const editPersonShown = confirming(editPerson, personEditedSchema);

/** Somebody changes their own row. */
export const editProfile = command("account.own", profileSchema, (cx, input) =>
  updatePerson(cx, gate.self(cx), input.version, input),
);
