import type { MailMessage } from "../../../db/values/messages";
import type { Told } from "./telling";

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
  courseReadByMore: "readers",
  certificateReady: "certificate",
  certificateRevoked: "certificate",
  trainerCertified: "certified",
  trainerCertificationRevoked: "certified",
  stageDecided: "stage",
  entryStruck: "struck",
  recommendationAnswered: "answered",
  workshopApproved: "workshop",
  workshopTurnedDown: "workshop",
  trainerAsked: "request",
  trainerChased: "request",
  requestTakenBack: "request",
  trainingGiven: "training",
  trainingMoved: "training",
  trainingEnded: "training",
  trainingCancelled: "training",
  trainingConfirmed: "goes",
  requestAnswered: "answer",
  trainerRequested: "enquiry",
  planAsked: "plan",
  workshopOverdue: "plan",
  observationMade: "observation",
  certificationEnds: "certification",
  certificationLapsed: "certification",
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

/** What is said of what a trainer is asked for, and is told them where no mail reaches them. */
export const ofRequests = ["trainerAsked", "trainerChased", "requestTakenBack"] as const;

/** Of what a message is: for one registration, one person, one thing that a trainer is asked for, or one course of theirs among several. */
export function topicOf(
  { registrationId, personId, courseId, message, params }: Told,
  topic: Topic = topics[message],
): string {
  if (registrationId !== null) {
    const ofRegistration = topicOfRegistration(registrationId, topic);
    // One course may certify somebody for several tools.
    return topic === "certified" && params.way ? `${ofRegistration}:${params.way}` : ofRegistration;
  }
  if ((topic === "request" || topic === "answer") && params.request)
    return topicOfRequest(Number(params.request), topic);
  // Somebody may be certified for several tools, each of which is decided on and ends by itself.
  if ((topic === "certification" || topic === "stage") && params.way)
    return `person:${personId}:${topic}:${params.way}`;
  // Each entry that was struck out is told by itself.
  if (topic === "struck" && params.struck) return `person:${personId}:struck:${params.struck}`;
  // Each recommendation is answered by itself.
  if (topic === "answered" && params.answer) return `person:${personId}:answered:${params.answer}`;
  // Several may ask for the same trainer before anybody reads it.
  if (topic === "enquiry") return `person:${personId}:enquiry:${params.enquiry}`;
  return courseId === null ? `person:${personId}:${topic}` : topicOfWorkshop(personId, courseId, topic);
}

/** What is told of a registration under a topic. */
export const topicOfRegistration = (registrationId: number, topic: Topic) =>
  `registration:${registrationId}:${topic}`;

/** What is told of one thing that a trainer is asked for: somebody may be asked for several sessions of a course. */
export const topicOfRequest = (requestId: number, topic: "request" | "answer" = "request") =>
  `${topic}:${requestId}`;

/** What is told somebody under a topic of a course that they train. */
export const topicOfWorkshop = (personId: number, courseId: number, topic: Topic) =>
  `person:${personId}:course:${courseId}:${topic}`;

/** Topics that a message settles besides its own: nobody needs to hear of a place, or an approval, in a course that is cancelled. */
export const settles: Partial<Record<MailMessage, readonly Topic[]>> = {
  courseCancelled: ["place", "goes", "plan", "readers"],
  trainingCancelled: ["workshop", "goes"],
  trainingEnded: ["goes"],
};
