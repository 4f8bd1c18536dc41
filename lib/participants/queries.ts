import * as gate from "../access/gate";
import { accountRowOf, isAdministrator } from "../accounts/store";
import type { Context } from "../acts/context";
import { certificatesOf, someHaveCertificate } from "../certificates/store";
import { allows } from "../courses/rules";
import { type CourseRow, trainsAnyCourse } from "../courses/store";
import type { MeantPerson } from "../faults";
import { namesAlone } from "../i18n/rules";
import { valuesOf } from "../messages/values";
import { sameName } from "../names/rules";
import { readAfter } from "../people/rules";
import { madeKnownBy, peopleWithContact } from "../people/store";
import { displayPhone, writtenPhone } from "../phone/phone";
import { holdsRole } from "../programmes/store";
import {
  courseTime,
  holdsSeat,
  mayWithdraw,
  type RegistrationState,
  seatStates,
} from "../registrations/rules";
import { countByState, peopleRegisteredIn, registrationIdsOf } from "../registrations/store";
import { lastChange, makersOf } from "../registrations/store/history";
import {
  contactsIn,
  participantOfCourse,
  participantRow,
  participantsAfter,
  participantsIn,
} from "../registrations/store/list";
import { takesPartBeyond } from "../registrations/store/ofPerson";
import { dayAt } from "../time/zone";
import { mayBeSeated, participantStates, versionsOf } from "./rules";

/** Who is on the list or was; whom a coordinator declined is theirs. */
const shownStates: readonly RegistrationState[] = [...participantStates, "withdrawn"];

/**
 * Everyone with a place in a trainer's own workshop or waiting for one, in the order of the roll, and beside them who left,
 * a page of each; how many hold a place, how many do not yet, and how many left. Phones are E.164.
 * @param after where the page of people begins, and that of who left: `next` of the one before.
 */
export function participants(
  cx: Context,
  course: gate.GrantedWorkshop<"participants.read">,
  after: { people: string | null; left: string | null } = { people: null, left: null },
) {
  const inState = countByState(cx, course.id);
  const countIn = (states: readonly RegistrationState[]) =>
    states.reduce((sum, state) => sum + (inState.get(state) ?? 0), 0);
  const page = (states: readonly RegistrationState[], from: string | null) =>
    participantsAfter(cx, course.id, states, readAfter(from));
  return {
    people: page(participantStates, after.people),
    left: page(["withdrawn"], after.left),
    taken: countIn(participantStates.filter(holdsSeat)),
    waiting: countIn(participantStates.filter((state) => !holdsSeat(state))),
    gone: countIn(["withdrawn"]),
  };
}
export type Participant = ReturnType<typeof participants>["people"]["rows"][number];

/** What the list says of one of its people, as of the last change that it shows; null for whoever is not on it and was not. */
export function listedParticipant(
  cx: Context,
  course: gate.GrantedWorkshop<"participants.read">,
  registrationId: number | null,
): (Participant & { lastChange: number }) | null {
  const seen = lastChange(cx);
  const found = registrationId === null ? undefined : participantOfCourse(cx, course.id, registrationId);
  return found && shownStates.includes(found.state) ? { ...found, lastChange: seen } : null;
}

/**
 * What there is to tell a participant: that they have a place while the course is to come or under way; once it is over that
 * their certificate is ready, where they have one; else where their page is.
 */
function messageFor(
  cx: Context,
  course: CourseRow,
  registrationId: number,
  state: RegistrationState,
): "registrationAccepted" | "registrationLink" | "certificateReady" {
  if (certificatesOf(cx, [registrationId]).some(({ revokedAt }) => revokedAt === null))
    return "certificateReady";
  const goesOn = allows(course.state, "decide") && courseTime(course, dayAt(cx.now, course.zone)) !== "over";
  return holdsSeat(state) && goesOn ? "registrationAccepted" : "registrationLink";
}

/**
 * One participant with what their message says and what the viewer may do about them; null for whom a coordinator
 * declined. `message` is what there is to tell them, and `values` what it says, in the person's language, with the link to their own page; null where it is
 * not the viewer's to hand over.
 */
export function participant(cx: Context, registration: gate.GrantedParticipant<"participants.read">) {
  if (!shownStates.includes(registration.state)) return null;
  const { id: registrationId, personId, course } = registration;
  const { personVersion, registrationVersion, ...shown } = participantRow(cx, registrationId);
  const told = { personId, registrationId, courseId: course.id, params: {} };
  return {
    ...shown,
    version: versionsOf({ version: personVersion }, { version: registrationVersion }),
    mayMend: course.state !== "cancelled" && mendFault(cx, registration) === null,
    mayTakeBack: mayWithdraw(shown.state, course.state) && mayTakeBack(cx, registration),
    mayBeSeated: mayBeSeated(shown.state, course.state),
    message: messageFor(cx, course, registrationId, shown.state),
    shownPhone: shown.phone && writtenPhone(shown.phone),
    values: mayShare(cx, registration) ? valuesOf(cx, told, shown.language) : null,
    /** Why the viewer can make them no code to sign in with; null where they can. */
    noCode: whyNoCode(cx, registration, shown),
  };
}

/**
 * True where a trainer may hand over a code that opens the account of somebody in their course: it opens nothing but what is
 * of the course's programme.
 */
export const codeIsForTrainer = (
  cx: Context,
  { personId, course }: gate.GrantedRegistration<"participants.read" | "roll.take">,
): boolean =>
  personId !== cx.viewer.personId &&
  !isAdministrator(cx, personId) &&
  !holdsRole(cx, personId) &&
  !trainsAnyCourse(cx, personId) &&
  !takesPartBeyond(cx, personId, [course.programmeId]);

/** What keeps a code from being made: nothing to sign in with, more than the workshop behind it, or somebody else's workshop. */
function whyNoCode(
  cx: Context,
  registration: gate.GrantedParticipant<"participants.read">,
  { phone, email }: { phone: string | null; email: string | null },
): "own" | "notTraining" | "elsewhere" | "noContact" | null {
  if (registration.personId === cx.viewer.personId) return "own";
  if (!gate.mayIn(cx, "roll.take", registration.course)) return "notTraining";
  if (!codeIsForTrainer(cx, registration)) return "elsewhere";
  return accountRowOf(cx, registration.personId) || phone || email ? null : "noContact";
}

/** True where the viewer made that registration. */
const madeByViewer = (cx: Context, registrationId: number): boolean =>
  cx.viewer.personId !== null && makersOf(cx, [registrationId])[0] === cx.viewer.personId;

type InWorkshop =
  | gate.GrantedParticipant<"participants.read">
  | gate.GrantedParticipant<"participants.register">;

/** True where the viewer may take that registration back: whoever made it, and coordinators. */
export const mayTakeBack = (cx: Context, { id, course }: InWorkshop): boolean =>
  gate.mayIn(cx, "registrations.decide", course) || madeByViewer(cx, id);

/**
 * True where the viewer may hand a participant the link to their own page: coordinators, and whoever registered somebody
 * who has no account. Its holder can withdraw the person and load the certificate, so it is nobody else's.
 */
const mayShare = (cx: Context, { id, personId, course }: gate.GrantedParticipant<"participants.read">) =>
  gate.mayIn(cx, "registrations.decide", course) || (madeByViewer(cx, id) && !accountRowOf(cx, personId));

/**
 * Why the viewer may not correct what stands there of a participant, or null where they may: of somebody whom they
 * registered, who has no account, holds nothing beside registrations that the viewer made, and no certificate. What
 * somebody signs in with, or is known by to others, is theirs and the coordinators' to change.
 */
export function mendFault(
  cx: Context,
  { id, personId }: InWorkshop,
): "mendNotYours" | "mendHasAccount" | "mendElsewhere" | "mendHasCertificate" | null {
  if (!madeByViewer(cx, id)) return "mendNotYours";
  if (accountRowOf(cx, personId)) return "mendHasAccount";
  const registrations = registrationIdsOf(cx, personId);
  const by = [...makersOf(cx, registrations), ...madeKnownBy(cx, personId)];
  if (holdsRole(cx, personId) || trainsAnyCourse(cx, personId) || by.some((b) => b !== cx.viewer.personId))
    return "mendElsewhere";
  return someHaveCertificate(cx, registrations) ? "mendHasCertificate" : null;
}

/**
 * Who may be meant by that name and contact: people of the programme with exactly this phone or e-mail address, and
 * people in the course of that name. Names alone; whoever is of another programme is not found. `sure`: the one with
 * both that name and that contact, who is not asked about.
 */
export function whoMayBeMeant(
  cx: Context,
  course: gate.GrantedWorkshop<"participants.register">,
  typed: { name: string; phone: string | null; email: string | null },
): { sure: number | null; possible: MeantPerson[] } {
  const there = peopleRegisteredIn(cx, course.id);
  const isHere = (personId: number) =>
    there.some((p) => p.personId === personId && (participantStates as readonly string[]).includes(p.state));
  const byContact = peopleWithContact(cx, typed, course.programmeId);
  const named = byContact.filter((p) => sameName(p.name, typed.name));
  const sure = named.find((p) => isHere(p.id)) ?? named[0] ?? null;
  const ofThatName = there.filter((p) => sameName(p.name, typed.name));
  const possible = new Map(
    [...byContact, ...ofThatName.map((p) => ({ ...p, id: p.personId }))].map((p) => [
      p.id,
      { id: p.id, ...namesAlone(p), here: isHere(p.id) },
    ]),
  );
  return {
    sure: sure?.id ?? null,
    possible: [...possible.values()].slice(0, 10),
  };
}

/**
 * The people of sheets to sign, in the order of the roll, each with their group: whoever holds a place, with nothing that is not
 * for everybody's eyes.
 */
export const sheetPeople = (cx: Context, course: gate.GrantedCourse<"roll.read" | "participants.read">) =>
  participantsIn(cx, course.id, seatStates).map(({ id, number, name, latinName, organisation, groupId }) => ({
    ...{ id, number, name, latinName, organisation, groupId },
  }));

/**
 * The people of a list to print, in the order of the roll: whoever holds a place. `contacts` says which of them the viewer
 * may see: all, the phones of a trainer's own workshop, or none; what they may not see is not there.
 */
export function listedPeople(
  cx: Context,
  course: gate.GrantedCourse<"registrations.read" | "participants.read" | "roll.read">,
) {
  const contacts: "all" | "phones" | "none" = gate.mayIn(cx, "registrations.read", course)
    ? "all"
    : gate.mayInWorkshop(cx, "participants.read", course)
      ? "phones"
      : "none";
  const people = contactsIn(cx, course.id, seatStates).map(({ phone, email, ...person }) => ({
    ...person,
    phone: contacts !== "none" && phone ? displayPhone(phone) : null,
    email: contacts === "all" ? email : null,
  }));
  return { contacts, people };
}
