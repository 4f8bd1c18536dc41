import type { ProgrammeRole } from "../../../db/values/programmes";
import * as gate from "../../access/gate";
import { confirming, demandShown } from "../../accounts/commands/confirmed";
import { isUsed } from "../../accounts/rules";
import { type AccountRow, accountRowOf, endLinksAndCodes, isAdministrator } from "../../accounts/store";
import { change, command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import type { ProgrammeRow } from "../../programmes/store";
import { dayInProgramme } from "../../programmes/store/days";
import { coordinatesOneOf, holdsRoleIn, insertRole, roleRow } from "../../programmes/store/roles";
import { Refusal, refuse, refuseAt } from "../../result";
import { membershipSchema, roleGivenSchema, trainersMadeSchema } from "../schema";
import type { PersonRow } from "../store";
import { makeKnown } from "../store/known";

/**
 * True where the contact of an account is proven by a mail, a text message or an issuer, or where somebody whose word counts for the
 * viewer vouches for it: an administrator, or the coordinators of the viewer's programmes, by a link or code that they
 * handed over or by a role there that the person holds already.
 */
function vouchedFor(cx: Context, account: AccountRow, programmeId: number): boolean {
  const { programmes } = gate.reach(cx, "programmes.edit");
  const of = programmes === "all" ? [programmeId] : programmes;
  if (holdsRoleIn(cx, account.personId, of)) return true;
  if (account.emailProvenAt !== null) return true;
  const { phoneProvenAt, phoneProvenBy, invitedBy } = account;
  if (phoneProvenAt !== null && phoneProvenBy === null) return true;
  return [phoneProvenBy, invitedBy].some(
    (by) =>
      by !== null && (by === cx.viewer.personId || coordinatesOneOf(cx, by, of) || isAdministrator(cx, by)),
  );
}

/** Refuses a last day that is over, beside its field: a role would be over before it began, as if never given. */
export function demandDayAhead(cx: Context, programmeId: number, endsOn: string | null): void {
  if (endsOn !== null && endsOn < dayInProgramme(cx, programmeId)) refuseAt({ endsOn: fault("roleDayOver") });
}

/**
 * Gives a role in a programme. Whoever signs in as this person gets it, so their account must be theirs: links and
 * codes that are under way end, but what the viewer hands over for an account that nobody has used yet; and an account that
 * somebody signs in with must have a contact that a mail, an issuer, an administrator or somebody of the viewer's programmes
 * vouches for. Else anybody could have made it beforehand with a colleague's address. A last day that is over is refused;
 * who makes a coordinator shows first that it is them. Within the open transaction.
 */
export function giveRole(
  cx: Context,
  programme: gate.Granted<ProgrammeRow, "programmes.edit">,
  person: gate.Granted<PersonRow, "people.edit">,
  as: ProgrammeRole,
  endsOn: string | null = null,
): void {
  const role = { personId: person.id, programmeId: programme.id, role: as };
  // Whoever was given a role to a day does not prolong it themselves, nor end it where they could not undo that.
  const own = person.id === cx.viewer.personId && roleRow(cx, role) !== undefined;
  if (own && !gate.maySomewhere(cx, "programmes.leave")) refuse("ownRole");
  demandDayAhead(cx, programme.id, endsOn);
  if (as === "coordinator") demandShown(cx);
  const account = accountRowOf(cx, role.personId);
  const used = account && isUsed(account);
  if (account) endLinksAndCodes(cx, account.id, used ? null : cx.viewer.personId);
  if (used && !vouchedFor(cx, account, role.programmeId)) refuse("contactUnproven");
  insertRole(cx, role, endsOn);
  makeKnown(cx, role.personId, role.programmeId, cx.viewer.personId);
  happened(cx, { kind: "programme.member-added", ...role, endsOn });
}

/**
 * Makes somebody whom the viewer may see a coordinator or trainer of a programme, to a last day where one is said; whoever is
 * it already is so to that day from now on.
 */
export const addMember = command("programmes.edit", membershipSchema, (cx, input) => {
  const programme = gate.programme(cx, "programmes.edit", input.programmeId);
  const person = gate.person(cx, "people.edit", input.personId);
  giveRole(cx, programme, person, input.role, input.endsOn);
  return { personId: person.id };
});

/** The same from a page, where whoever makes a coordinator shows first that it is them. */
export const addMemberShown = confirming(addMember, roleGivenSchema);

/**
 * Makes several people trainers of a programme, without a last day. Whose account nobody vouches for is left out and said; the
 * others are made trainers, and who was none before is said.
 */
export const makeTrainers = command(
  "programmes.edit",
  trainersMadeSchema,
  (cx, { programmeId, personIds }) => {
    const programme = gate.programme(cx, "programmes.edit", programmeId);
    // A key that is not the viewer's to give roles to refuses all of it.
    const people = personIds.map((personId) => gate.person(cx, "people.edit", personId));
    // Whoever is a trainer without a last day already, as one gave it meanwhile, is given nothing new.
    const before = new Set(
      people.flatMap(({ id }) =>
        roleRow(cx, { personId: id, programmeId, role: "trainer" })?.endsOn === null ? id : [],
      ),
    );
    const left = people.filter((person) => {
      const one = change(cx, () => giveRole(cx, programme, person, "trainer"));
      if (!one.ok && one.fault.code !== "contactUnproven") throw new Refusal(one.fault);
      return !one.ok;
    });
    const given = people.filter((person) => !left.includes(person) && !before.has(person.id));
    return { programmeId, given: given.map(({ id }) => id), left: left.map(({ id }) => id) };
  },
);
