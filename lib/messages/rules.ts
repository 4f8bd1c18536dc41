import type { MailMessage } from "../../db/values/messages";

export { type MailMessage, mailMessages } from "../../db/values/messages";

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
  certificateReady: "certificate",
  certificateRevoked: "certificate",
  workshopApproved: "workshop",
  workshopTurnedDown: "workshop",
  broughtIn: "programme",
} as const satisfies Record<MailMessage, string>;

export type Topic = (typeof topics)[MailMessage];

/** Somebody to be told something: about a registration and its course, or about themselves. */
export type Told = {
  personId: number;
  registrationId: number | null;
  courseId: number | null;
  message: MailMessage;
  /**
   * What only the command knows, such as a reason. Name, course, dates, place, number and link are added when the
   * message is written, as they are then.
   */
  params: Record<string, string>;
};

/** Topics that a message settles besides its own: nobody needs to hear of a place in a course that is cancelled. */
export const settles: Partial<Record<MailMessage, readonly Topic[]>> = { courseCancelled: ["place"] };

/**
 * True for what the person reads on the page that they land on when they register: a coordinator need not call
 * everybody who has just applied. By mail they get it all the same, to keep.
 */
export const isReadOnScreen = (message: MailMessage): boolean =>
  message === "registrationReceived" || message === "registrationToConfirm";

/** A line of a message that says what holds now. */
export type Fact = "dates" | "next" | "place" | "number" | "reason" | "contact";

/** What each message says of the course and the registration, besides its own sentence. */
export const factsOf: Record<MailMessage, readonly Fact[]> = {
  signInLink: [],
  registrationReceived: ["number"],
  registrationToConfirm: ["number"],
  registrationAccepted: ["dates", "next", "place", "number"],
  registrationWaiting: ["dates", "place", "number"],
  registrationMovedUp: ["dates", "next", "place", "number"],
  registrationDeclined: ["reason", "number"],
  registrationReleased: ["number"],
  registrationLink: ["number"],
  courseCancelled: ["reason", "number"],
  courseMoved: ["dates", "next", "place", "number"],
  certificateReady: [],
  certificateRevoked: ["reason"],
  workshopApproved: ["dates", "place"],
  workshopTurnedDown: ["reason"],
  broughtIn: [],
};

/** Failed attempts after which a message is given up. */
export const mostAttempts = 8;

/** How long to wait after so many failed attempts, in ms: 1, 2, 4 … minutes; null after the last: given up. */
export function retryDelayMs(attempts: number): number | null {
  return attempts >= mostAttempts ? null : 60_000 * 2 ** (attempts - 1);
}
