import type { MailKind, MailMessage } from "../../../db/values/messages";

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

/** Messages that say another one beside their own. */
export const gatherersOf = (message: MailKind): MailMessage[] =>
  (Object.keys(gathers) as MailMessage[]).filter((by) => gathers[by]!.some((one) => one === message));

/** The messages that say whether a course takes place. */
export const ofGoing = ["courseConfirmed", "trainingConfirmed"] as const satisfies readonly MailMessage[];

/** True of the word whether a course takes place. */
export const saysGoes = (message: MailKind): boolean => ofGoing.some((one) => one === message);

/** How a message says that word beside its own, by the values of the one that would have. */
export const goesSaid = (params: Readonly<Record<string, string>> | undefined): string =>
  params?.tentative === "yes" ? "maybe" : "yes";
