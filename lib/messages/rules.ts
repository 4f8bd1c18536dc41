import type { MailMessage } from "../../db/values/messages";
import type { RegistrationState } from "../../db/values/registrations";
import type { Event, Unheard } from "../acts/events";
import { ofAccount } from "./rules/ofAccount";
import { type Telling, type Told, tellerOf } from "./rules/telling";

export { type MailKind, type MailMessage, mailMessages } from "../../db/values/messages";
export { type Fact, factsOf } from "./rules/facts";
export type { Telling, Told } from "./rules/telling";

/**
 * What a message is about. A newer one about the same thing of the same registration takes the place of one that
 * nobody has been told yet: who was accepted and then moved hears both, who was declined and then accepted the last.
 */
export const topics = {
  signInLink: "link",
  registrationReceived: "place",
  registrationToConfirm: "place",
  registrationAccepted: "place",
  registrationWaiting: "place",
  registrationMovedUp: "place",
  registrationDeclined: "place",
  registrationReleased: "place",
  registrationLink: "link",
  courseCancelled: "course",
  courseMoved: "course",
  courseConfirmed: "goes",
  courseShared: "sharing",
  courseSharingEnded: "sharing",
  courseSharerLeft: "sharer",
  certificateReady: "certificate",
  certificateRevoked: "certificate",
  workshopApproved: "workshop",
  workshopTurnedDown: "workshop",
  trainerAsked: "request",
  trainerChased: "request",
  requestTakenBack: "request",
  requestAnswered: "answer",
  broughtIn: "programme",
  secondStepAdded: "secondStep",
  secondStepRemoved: "secondStepRemoved",
  secondStepTakenAway: "secondStepTakenAway",
  recoveryCodeUsed: "recoveryCode",
  contactUsed: "contactUsed",
  codeMade: "codeMade",
  contactCode: "contactCode",
  contactChanged: "contactChanged",
  cameBackIn: "cameBackIn",
} as const satisfies Record<MailMessage, string>;

export type Topic = (typeof topics)[MailMessage];

/** What people hear who registered, or whose registration is where it was again, by where it is now. */
const placeMessages: Partial<Record<RegistrationState, MailMessage>> = {
  accepted: "registrationAccepted",
  waiting: "registrationWaiting",
  applied: "registrationReceived",
  shortlisted: "registrationReceived",
  nominated: "registrationReceived",
  to_confirm: "registrationToConfirm",
};

/** What each decision tells; a shortlist is the coordinator's own, and who withdraws said so themselves. */
const decisionMessages: Partial<Record<RegistrationState, MailMessage>> = {
  accepted: "registrationAccepted",
  waiting: "registrationWaiting",
  declined: "registrationDeclined",
};

/** A decision that is undone at once is not told, in ms. */
export const decisionWaitMs = 60_000;

/** Several edits in a row are one message: mail about a moved course is held back so long after the last, in ms. */
const movedWaitMs = 10 * 60_000;
/** An approval that is taken back at once is not told, in ms. */
const approvalWaitMs = 2 * 60_000;

const isOf = (some: readonly Unheard[], { registrationId }: { registrationId: number }): boolean =>
  some.some((one) => one.registrationId === registrationId);

/**
 * Of whom an event takes back a decision that they never heard of: what they were to hear before it is true again, and what
 * they had heard is not said a second time.
 */
export const takenBackBy = (event: Event): readonly Unheard[] =>
  event.kind === "registration.decided"
    ? event.asBefore
    : event.kind === "registration.decision-undone"
      ? event.unheard
      : [];

/** What people are told of an event: to whom, which message, with which words. */
export function tellingsOf(event: Event): Telling[] {
  const tell = tellerOf(event);
  switch (event.kind) {
    case "registration.created": {
      if (event.by === "door") return [];
      const byMailOnly = event.by === "trainer";
      return tell(placeMessages[event.registration.state], event.registration, {}, 0, byMailOnly);
    }
    case "registration.place-given":
      if (event.hears === "there") return [];
      return tell("registrationAccepted", event.registration, {}, 0, event.hears === "fromTrainer");
    case "registration.came-back":
      return tell(placeMessages[event.registration.state], event.registration);
    case "registration.link-asked":
      return tell("registrationLink", event.registration);
    case "registration.decided":
      return event.registrations
        .filter((who) => !isOf(event.asBefore, who))
        .flatMap((who) => tell(decisionMessages[event.to], who, event.said, decisionWaitMs));
    case "registration.decision-undone":
      return event.registrations
        .filter((who) => !isOf(event.unheard, who))
        .flatMap((who) => tell(placeMessages[who.state], who));
    case "registration.confirmed":
    case "registration.brought-back":
      return event.registrations.flatMap((who) => tell(placeMessages[who.state], who));
    case "registration.moved-up":
      return event.registrations.flatMap((who) => tell("registrationMovedUp", who));
    case "registration.released":
      return event.registrations.flatMap((who) => tell("registrationReleased", who));
    case "registration.called-off":
      return event.registrations.flatMap((who) => tell("courseCancelled", who, event.said));
    case "course.moved":
      return event.people.flatMap(({ was, ...who }) => tell("courseMoved", who, { was }, movedWaitMs));
    case "course.confirmed":
      return event.registrations.flatMap((who) => tell("courseConfirmed", who));
    case "certificates.issued":
    case "certificates.settled":
      return event.registrations.flatMap((who) => tell("certificateReady", who));
    case "certificate.trainer-certified":
    case "certificate.reissued":
      return tell("certificateReady", event.registration);
    case "certificate.revoked":
      return tell("certificateRevoked", event.registration, event.said);
    case "workshop.approved":
      return tell("workshopApproved", event, {}, approvalWaitMs);
    case "workshop.turned-down":
      return tell("workshopTurnedDown", event, event.said, approvalWaitMs);
    case "person.brought-in":
      return event.newHere ? tell("broughtIn", event, event.said) : [];
    default:
      return ofAccount(event);
  }
}

/** Of what a message is: for one registration, one person, or one person's own workshop among several. */
export function topicOf(
  { registrationId, personId, courseId, message }: Omit<Told, "params">,
  topic: Topic = topics[message],
): string {
  if (registrationId !== null) return topicOfRegistration(registrationId, topic);
  return courseId === null ? `person:${personId}:${topic}` : topicOfWorkshop(personId, courseId, topic);
}

/** What is told of a registration under a topic. */
export const topicOfRegistration = (registrationId: number, topic: Topic) =>
  `registration:${registrationId}:${topic}`;

/** What is told of one of a person's own workshops under a topic. */
export const topicOfWorkshop = (personId: number, courseId: number, topic: Topic) =>
  `person:${personId}:course:${courseId}:${topic}`;

/**
 * What an event makes untrue of what people were to be told, by its topics. A shortlist is the coordinator's own: what the
 * person was to hear before is still true.
 */
export function outOfDateBy(event: Event): string[] {
  const all = (registrations: readonly { registrationId: number }[]) =>
    registrations.flatMap(({ registrationId }) => [
      topicOfRegistration(registrationId, "place"),
      topicOfRegistration(registrationId, "course"),
    ]);
  switch (event.kind) {
    case "registration.withdrawn":
    case "registration.came-back":
    case "registration.place-given":
      return all([event.registration]);
    case "registration.decided":
      return event.to === "shortlisted" ? [] : all(event.registrations);
    case "registration.decision-undone":
      // Beside a decision that took nothing away, what they are to hear is as it was.
      return all(
        event.registrations.filter(
          ({ registrationId }) =>
            !event.unheard.some((one) => one.registrationId === registrationId && one.setAsideAt === null),
        ),
      );
    case "registration.confirmed":
    case "registration.brought-back":
    case "registration.moved-up":
    case "registration.released":
    case "registration.settled":
      return all(event.registrations);
    case "course.moved":
      return event.asBefore.map((registrationId) => topicOfRegistration(registrationId, "course"));
    case "request.answered":
      return [topicOfWorkshop(event.personId, event.courseId, "request")];
    case "workshop.approval-taken-back":
    case "workshop.approval-ended":
      return [topicOfWorkshop(event.personId, event.courseId, "workshop")];
    default:
      return [];
  }
}

/** Topics that a message settles besides its own: nobody needs to hear of a place in a course that is cancelled. */
export const settles: Partial<Record<MailMessage, readonly Topic[]>> = { courseCancelled: ["place", "goes"] };

/**
 * True for what the person reads on the page that they land on when they register: a coordinator need not call
 * everybody who has just applied. By mail they get it all the same, to keep.
 */
export const isReadOnScreen = (message: MailMessage): boolean =>
  message === "registrationReceived" || message === "registrationToConfirm";
