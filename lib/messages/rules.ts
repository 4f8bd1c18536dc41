/** Everything that people are told of. The command that does it names the message. */
export const mailMessages = [
  "signInLink",
  "registrationReceived",
  "registrationToConfirm",
  "registrationAccepted",
  "registrationWaiting",
  "registrationMovedUp",
  "registrationDeclined",
  "registrationReleased",
  "registrationLink",
  "courseCancelled",
  "courseMoved",
  "certificateReady",
  "broughtIn",
] as const;
export type MailMessage = (typeof mailMessages)[number];

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
  broughtIn: "programme",
} as const satisfies Record<MailMessage, string>;

/** How long to wait after so many failed attempts, in ms: 1, 2, 4 … minutes; null after the eighth: given up. */
export function retryDelayMs(attempts: number): number | null {
  return attempts >= 8 ? null : 60_000 * 2 ** (attempts - 1);
}
