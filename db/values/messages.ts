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
  "certificateRevoked",
  "workshopApproved",
  "workshopTurnedDown",
  "broughtIn",
  "secondStepAdded",
  "secondStepRemoved",
  "secondStepTakenAway",
  "recoveryCodeUsed",
] as const;

export type MailMessage = (typeof mailMessages)[number];
