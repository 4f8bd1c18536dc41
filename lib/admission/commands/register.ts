import * as gate from "../../access/gate";
import { createAccount, type SignedIn } from "../../accounts/commands/account";
import { hashPassword } from "../../accounts/password";
import { passwordFault } from "../../accounts/passwordChoice";
import { change, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { allows, isApproved, registrationOpen } from "../../courses/rules";
import type { CourseRow } from "../../courses/store";
import { fault } from "../../faults";
import { questionsIn } from "../../forms/store";
import { withinLimit } from "../../limits/attempts";
import { wouldBeWithinLimit } from "../../limits/queries";
import { networkOf } from "../../limits/rules";
import { saveSensitiveFacts } from "../../people/commands/facts";
import { contactOf } from "../../programmes/queries";
import { addRegistration, type Registrant } from "../../registrations/commands/move";
import { consentVersion, needsSaid, type RegistrationState, touched } from "../../registrations/rules";
import { type RegistrationInput, sentRegistrationSchema } from "../../registrations/schema";
import { registrationRow, registrationRowByForm, registrationRowOf } from "../../registrations/store";
import { loadIn } from "../../registrations/store/places";
import { type Fault, fail, type Result, refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { addressKeyOf, isContactProven, placeFor } from "../queries";
import { refusedRegistrationLimit, registrationFloodLimit, registrationLinkLimit } from "../rules";
import { answersOf } from "./answers";
import { addPerson, factsSaid, phoneOf, sameInCourse } from "./person";

type Registered = { token: string; state: RegistrationState; slug: string; session: SignedIn | null };

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
 * the same form sent twice gives the same registration. Refused attempts are counted by address, each by itself; good
 * ones within their own transaction, so that the disk is waited for once, and only against a flood: whole rooms
 * register behind one address.
 */
export const register = slowCommand(
  "registration.create",
  sentRegistrationSchema,
  async (cx, input, address): Promise<Result<Registered>> => {
    const flood = wouldBeWithinLimit(cx, floodKey(address), registrationFloodLimit);
    if (!flood.allowed) return fail("tooManyAttempts", tooMany(flood));
    const result = await registerOnce(cx, input, address);
    if (result.ok || !tellsOfOthers(result.fault)) return result;
    // Whoever behind this address tries out names hears nothing more; whoever has a good form, or a slip in it, is not
    // held up by them.
    const refused = withinLimit(cx, `register:refused:${networkOf(address)}`, refusedRegistrationLimit);
    return refused.allowed ? result : fail("tooManyAttempts", tooMany(refused));
  },
);

/** True for a refusal that says something of other people: that somebody is registered, or has an account. */
const tellsOfOthers = ({ code, fields }: Fault): boolean =>
  code === "alreadyRegistered" ||
  Object.values(fields ?? {}).some((beside) => beside.code === "accountExists");

async function registerOnce(
  cx: Context,
  input: RegistrationInput,
  address: string,
): Promise<Result<Registered>> {
  const course = gate.courseBySlug(cx, input.slug);
  if (!isApproved(course) || !allows(course.state, "public")) return fail("notFound");
  const passwordHash = await hashChosen(cx, input);
  const done = change(cx, () => registerIn(cx, course.slug, { input, passwordHash, address }));
  if (!done.ok) return done;
  if (done.value !== "known") return { ok: true, value: done.value };
  return fail("alreadyRegistered", { params: { contact: reachOf(cx, course.programmeId) } });
}

/** The hash of the password that comes with a registration; null where none does. */
function hashChosen(cx: Context, input: RegistrationInput): Promise<string> | null {
  const { password, name, latinName, email, phone, organisation } = input;
  if (!password) return null;
  const wrong = passwordFault(cx, password, [name, latinName, email, phone, organisation]);
  return wrong ? refuseAt({ password: wrong }) : hashPassword(password);
}

/** Registers who is meant, within the open transaction; `known` where they are in the course already. */
function registerIn(cx: Context, slug: string, { input, ...from }: Sent): Registered | "known" {
  const course = gate.courseBySlug(cx, slug);
  const again = registrationRowByForm(cx, course.id, input.formKey);
  if (again) return { token: again.token, state: again.state, slug, session: null };
  demandOpen(cx, course, from.address);
  const who = whoRegisters(cx, course, input, from.passwordHash);
  if (who === "known") return who;
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
      formKey: input.formKey,
      consentVersion,
      consentLanguage: input.language,
      consentAt: cx.now,
      photoConsent: input.photoConsent,
      addressKey,
    },
    places,
  );
  saveSensitiveFacts(cx, row, factsSaid(input));
  const registration = { ...touched(row), state };
  happened(cx, { kind: "registration.created", courseId: course.id, registration, by: "self" });
  return { token: row.token, state, slug, session };
}

/** Ends the transaction unless people can register in the course now, from this address as well. */
function demandOpen(cx: Context, course: CourseRow, address: string): void {
  const limit = withinLimit(cx, floodKey(address), registrationFloodLimit);
  if (!limit.allowed) refuse("tooManyAttempts", tooMany(limit));
  if (!isApproved(course)) refuse("notFound");
  if (course.state === "cancelled") refuse("courseCancelled");
  if (!registrationOpen(course, dayAt(cx.now, course.zone))) refuse("registrationClosed");
}

/**
 * The person whom the form means: somebody signed in registers themselves only where they say so; else the form tells of
 * another person, who is new unless somebody of that name and contact is in the course, who then gets a link.
 */
function whoRegisters(
  cx: Context,
  course: CourseRow,
  input: RegistrationInput,
  passwordHash: string | null,
): { person: Registrant; session: SignedIn | null } | "known" {
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
  if (known !== null) {
    sendLink(cx, known);
    return "known";
  }
  const person = addPerson(cx, said, { email, phone }, course);
  const session = passwordHash ? createAccount(cx, person, passwordHash) : null;
  return { person, session };
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

/** How a programme is reached; null where nothing is said of it. */
function reachOf(cx: Context, programmeId: number): { contact: string[] } | null {
  const { name, phone, email } = contactOf(cx, programmeId) ?? {};
  const contact = [name, phone, email].flatMap((part) => part || []);
  return contact.length > 0 ? { contact } : null;
}
