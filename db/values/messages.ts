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
  "courseConfirmed",
  "courseShared",
  "courseSharingEnded",
  "courseSharerLeft",
  "courseReadByMore",
  "certificateReady",
  "certificateRevoked",
  "trainerCertified",
  "trainerCertificationRevoked",
  "stageDecided",
  "entryStruck",
  "recommendationAnswered",
  "workshopApproved",
  "workshopTurnedDown",
  "trainerAsked",
  "trainerChased",
  "requestAnswered",
  "trainerRequested",
  "requestTakenBack",
  "trainingGiven",
  "trainingMoved",
  "trainingEnded",
  "trainingCancelled",
  "trainingConfirmed",
  "planAsked",
  "workshopOverdue",
  "observationMade",
  "certificationEnds",
  "certificationLapsed",
  "broughtIn",
  "secondStepAdded",
  "secondStepRemoved",
  "secondStepTakenAway",
  "recoveryCodeUsed",
  "contactUsed",
  "codeMade",
  "contactCode",
  "contactChanged",
  "cameBackIn",
] as const;

export type MailMessage = (typeof mailMessages)[number];

/**
 * Messages by mail alone, which nobody passes on by hand: a try whether mail goes out, an issuer that was taken off or let in
 * again, a link that somebody made for an account in use, a course that its coordinators are to confirm or cancel.
 */
export const mailAlone = [
  "mailTest",
  "issuerRemoved",
  "issuerRestored",
  "linkMade",
  "courseToDecide",
] as const;

/** Every message that a mail may be. */
export type MailKind = MailMessage | (typeof mailAlone)[number];
