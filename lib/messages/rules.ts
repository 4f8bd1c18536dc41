import type { MailMessage } from "../../db/values/messages";
import type { RegistrationState } from "../../db/values/registrations";
import type { Event, EventOf, Unheard } from "../acts/events";
import { ofAccount } from "./rules/ofAccount";
import { ofCertification } from "./rules/ofCertification";
import { ofPlan } from "./rules/ofPlan";
import { ofRequest } from "./rules/ofRequest";
import { ofStage } from "./rules/ofStage";
import { movedWaitMs, type Telling, tellerOf } from "./rules/telling";
import { topicOfRegistration, topicOfRequest, topicOfWorkshop } from "./rules/topics";

export { type MailKind, type MailMessage, mailMessages } from "../../db/values/messages";
export { type Fact, factsOf } from "./rules/facts";
export { isOver, isPast, saidInVainWhenPast } from "./rules/past";
export type { Telling, Told } from "./rules/telling";
export {
  settles,
  type Topic,
  topicOf,
  topicOfRegistration,
  topicOfRequest,
  topicOfWorkshop,
  topics,
} from "./rules/topics";

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

/** What whoever has a place or trains hears of whether a course takes place: of what may change again a while after it. */
function ofGoAhead(
  event: EventOf<"course.confirmed" | "course.made-uncertain" | "workshop.approved">,
  waitMs: number,
): Telling[] {
  const tell = tellerOf(event);
  const words: Record<string, string> = event.kind === "course.made-uncertain" ? { tentative: "yes" } : {};
  const said = [words, waitMs] as const;
  return [
    ...event.registrations.flatMap((who) => tell("courseConfirmed", who, ...said)),
    ...event.trainers.flatMap((personId) => tell("trainingConfirmed", { personId }, ...said)),
  ];
}

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
      return event.people.flatMap(({ said, ...who }) => tell("courseMoved", who, said, movedWaitMs));
    case "course.confirmed":
      return ofGoAhead(event, 0);
    case "course.made-uncertain":
      return ofGoAhead(event, movedWaitMs);
    case "certificates.issued":
    case "certificates.settled":
      return event.registrations.flatMap((who) => tell("certificateReady", who));
    case "workshop.approved":
      return [...tell("workshopApproved", event, {}, approvalWaitMs), ...ofGoAhead(event, approvalWaitMs)];
    case "workshop.turned-down":
      return tell("workshopTurnedDown", event, event.said, approvalWaitMs);
    case "stage.observed":
      return tell("observationMade", event, { at: "/my/way" });
    case "person.brought-in":
      return event.newHere ? tell("broughtIn", event, event.said) : [];
    default:
      return [
        ...ofRequest(event),
        ...ofPlan(event),
        ...ofCertification(event),
        ...ofStage(event),
        ...ofAccount(event),
      ];
  }
}

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
      return [
        ...all([event.registration]),
        ...(["plan", "readers", "goes"] as const).map((of) =>
          topicOfRegistration(event.registration.registrationId, of),
        ),
      ];
    case "registration.came-back":
    case "registration.place-given":
      return all([event.registration]);
    case "sharing.ended":
      return event.unread.map((registrationId) => topicOfRegistration(registrationId, "readers"));
    case "action-plan.made":
    case "action-plan.caught-up":
      return [topicOfRegistration(event.registration.registrationId, "plan")];
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
    case "training.changed":
      return event.asBefore.map((personId) => topicOfWorkshop(personId, event.courseId, "training"));
    case "request.answered":
    case "request.taken-back":
      return [topicOfRequest(event.requestId), topicOfWorkshop(event.personId, event.courseId, "request")];
    case "workshop.approval-taken-back":
    case "workshop.approval-ended":
      return [
        topicOfWorkshop(event.personId, event.courseId, "workshop"),
        ...event.registrations.map(({ registrationId }) => topicOfRegistration(registrationId, "goes")),
        ...event.trainers.map((personId) => topicOfWorkshop(personId, event.courseId, "goes")),
      ];
    default:
      return [];
  }
}

/**
 * True for what the person reads on the page that they land on when they register: a coordinator need not call
 * everybody who has just applied. By mail they get it all the same, to keep.
 */
export const isReadOnScreen = (message: MailMessage): boolean =>
  message === "registrationReceived" || message === "registrationToConfirm";
