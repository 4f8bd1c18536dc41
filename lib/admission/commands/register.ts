import * as gate from "../../access/gate";
import { accountByRegistering, type SignedIn, tellOwnersOf } from "../../accounts/commands/account";
import { hashChosen } from "../../accounts/passwordChoice";
import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { allows, isApproved, registrationOpen } from "../../courses/rules";
import type { CourseRow } from "../../courses/store";
import { fault } from "../../faults";
import { questionsIn } from "../../forms/store";
import type { Locale } from "../../i18n/rules";
import { withinLimit } from "../../limits/attempts";
import { wouldBeWithinLimit } from "../../limits/queries";
import { networkOf } from "../../limits/rules";
import { saveSensitiveFacts } from "../../people/commands/facts";
import { addRegistration, type Registrant } from "../../registrations/commands/move";
import { consentVersion, needsSaid, type RegistrationState, touched } from "../../registrations/rules";
import { type RegistrationInput, sentRegistrationSchema } from "../../registrations/schema";
import {
  type RegistrationRow,
  registrationRow,
  registrationRowByForm,
  registrationRowOf,
} from "../../registrations/store";
import { loadIn } from "../../registrations/store/places";
import { fail, type Result, refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { addressKeyOf, isContactProven, placeFor } from "../queries";
import { registrationFloodLimit, registrationLinkLimit } from "../rules";
import { answersOf } from "./answers";
import { addPerson, factsSaid, happenedToAdded, phoneOf, sameInCourse } from "./person";
import { keyOfSending, saysOtherNow } from "./sentAgain";

/** `session`: that of the account that was asked for; null where there is none after all, which nobody is to see. */
type Registered = {
  token: string;
  state: RegistrationState;
  slug: string;
  language: Locale;
  asksAccount: boolean;
  session: SignedIn | null;
  /** True where it was stored before, and the form says something else now, which was not taken. */
  otherNow: boolean;
};

/** What is sent from where; with `passwordHash` where the person wants an account on the spot. */
type Sent = {
  input: RegistrationInput;
  passwordHash: string | null;
  address: string;
};

const floodKey = (address: string) => `register:address:${networkOf(address)}`;

const tooMany = ({ waitMinutes }: { waitMinutes: number }) => ({ params: { minutes: waitMinutes } });

/**
 * A participant's own registration, read with the questions of its course. Capacity holds because place and row are decided in one immediate transaction;
 * the same form sent twice gives the same registration. Attempts are counted by address, within their own transaction, so
 * that the disk is waited for once, and only against a flood: whole rooms register behind one address. Whose contact it is,
 * and whether they are in the course, shows in nothing of the answer.
 */
export const register = slowCommand(
  "registration.create",
  sentRegistrationSchema,
  async (cx, input, address): Promise<Result<Registered>> => {
    const flood = wouldBeWithinLimit(cx, floodKey(address), registrationFloodLimit);
    if (!flood.allowed) return fail("tooManyAttempts", tooMany(flood));
    const course = gate.courseBySlug(cx, input.slug);
    if (!isApproved(course) || !allows(course.state, "public")) return fail("notFound");
    const { password, name, latinName, email, phone, organisation } = input;
    const own = [name, latinName, email, phone, organisation];
    const passwordHash = password ? await hashChosen(cx, password, own) : null;
    return changeInTurn(cx, () => registerIn(cx, course.slug, { input, passwordHash, address }));
  },
);

/** Registers who is meant, within the open transaction. */
function registerIn(cx: Context, slug: string, { input, ...from }: Sent): Registered {
  const course = gate.courseBySlug(cx, slug);
  const formKey = keyOfSending(cx, course, input);
  const again = registrationRowByForm(cx, course.id, formKey);
  if (again) return asBefore(cx, course, again, input);
  demandOpen(cx, course, from.address);
  const who = whoRegisters(cx, course, input, from.passwordHash);
  if ("token" in who) return who;
  const { person, session } = who;
  const places = loadIn(cx, course.id);
  const proven = input.who === "self" && isContactProven(cx);
  const addressKey = proven ? null : addressKeyOf(cx, course.id, from.address);
  const state = placeFor(cx, course, places, addressKey);
  const row = addRegistration(
    cx,
    course,
    state,
    person,
    {
      source: "self",
      answers: answersOf(questionsIn(cx, course.id), input.answers),
      needs: needsSaid(input),
      formKey,
      consentVersion,
      consentLanguage: input.language,
      consentAt: cx.now,
      photoConsent: input.photoConsent,
      addressKey,
    },
    places,
  );
  const sexSaid = saveSensitiveFacts(cx, row, factsSaid(input));
  const registration = { ...touched(row), state };
  const event = { kind: "registration.created", courseId: course.id, registration, by: "self" } as const;
  happenedToAdded(cx, [{ event, sexSaid }]);
  const asksAccount = from.passwordHash !== null && cx.viewer.kind === "visitor";
  return { token: row.token, state, slug, language: input.language, asksAccount, session, otherNow: false };
}

/** Ends the transaction unless people can register in the course now, from this address as well. */
function demandOpen(cx: Context, course: CourseRow, address: string): void {
  const limit = withinLimit(cx, floodKey(address), registrationFloodLimit);
  if (!limit.allowed) refuse("tooManyAttempts", tooMany(limit));
  if (!isApproved(course)) refuse("notFound");
  if (course.state === "cancelled") refuse("courseCancelled");
  if (!registrationOpen(course, dayAt(cx.now, course.zone))) refuse("registrationClosed");
}

/** The answer to whoever is in the course already and may know it. */
const asBefore = (
  cx: Context,
  course: gate.GrantedCourse<"registration.create">,
  stored: RegistrationRow,
  input: RegistrationInput,
): Registered => ({
  token: stored.token,
  state: stored.state,
  slug: course.slug,
  language: input.language,
  asksAccount: false,
  session: null,
  otherNow: saysOtherNow(cx, gate.rowOf(cx, course, stored), input),
});

/**
 * The person whom the form means: somebody signed in registers themselves only where they say so; else the form tells of
 * another person, who is new. Where somebody of that name and contact is in the course, they get the link to their page
 * again; the answer leads to it in the browser alone in which that registration was made.
 */
function whoRegisters(
  cx: Context,
  course: gate.GrantedCourse<"registration.create">,
  input: RegistrationInput,
  passwordHash: string | null,
): { person: Registrant; session: SignedIn | null } | Registered {
  if (input.who === "self" && cx.viewer.personId !== null) {
    const self = gate.self(cx);
    if (registrationRowOf(cx, course.id, self.personId)) refuse("registeredYourself");
    return { person: self, session: null };
  }
  const email = input.email ?? null;
  const phone = phoneOf(input.phone ?? null, course.country);
  const said = {
    name: input.name ?? "",
    latinName: input.latinName ?? null,
    organisation: input.organisation ?? null,
    position: input.position ?? null,
    language: input.language,
  };
  if (!email && !phone) refuseAt({ phone: fault("contactNeeded") });
  const known = sameInCourse(cx, course.id, said.name, email, phone);
  const there = known === null ? undefined : registrationRow(cx, known);
  if (there && cx.browser.registrations.includes(there.token)) return asBefore(cx, course, there, input);
  if (there) sendLink(cx, there.id);
  const person = addPerson(cx, said, { email, phone }, course);
  tellOwnersOf(cx, person);
  return { person, session: passwordHash ? accountByRegistering(cx, person, passwordHash) : null };
}

/**
 * Sends the person of a registration the link to their page, at most once an hour. Nothing of it shows in the answer,
 * nor whether the place was given back: who fills in the form may be a stranger.
 */
function sendLink(cx: Context, registrationId: number): void {
  if (!withinLimit(cx, `register:link:${registrationId}`, registrationLinkLimit).allowed) return;
  const row = registrationRow(cx, registrationId)!;
  happened(cx, { kind: "registration.link-asked", courseId: row.courseId, registration: touched(row) });
}
