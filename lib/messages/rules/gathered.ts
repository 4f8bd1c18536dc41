import type { MailMessage } from "../../../db/values/messages";

/**
 * Messages that say, beside their own, what these would say of the same course: who is still to be told of a place reads with it
 * when and where the course is, and whether that is certain. So a coordinator tells each person once how things stand.
 */
export const gathers: Partial<Record<MailMessage, readonly MailMessage[]>> = {
  registrationAccepted: ["courseMoved", "courseConfirmed"],
  registrationMovedUp: ["courseMoved", "courseConfirmed"],
  registrationWaiting: ["courseMoved"],
  courseMoved: ["courseConfirmed"],
  trainingGiven: ["trainingConfirmed"],
  trainingMoved: ["trainingConfirmed"],
};
