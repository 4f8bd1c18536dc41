import type { MailKind } from "../../../db/values/messages";

/** A line of a message that says what holds now. */
export type Fact =
  | "changed"
  | "session"
  | "group"
  | "role"
  | "away"
  | "busy"
  | "instead"
  | "dates"
  | "decideBy"
  | "next"
  | "place"
  | "number"
  | "modules"
  | "meant"
  | "times"
  | "until"
  | "reason"
  | "planned"
  | "contact";

/** What each message says of the course and the registration, besides its own sentence. */
export const factsOf: Record<MailKind, readonly Fact[]> = {
  mailTest: [],
  issuerRemoved: [],
  issuerRestored: [],
  linkMade: [],
  signInLink: [],
  registrationReceived: ["dates", "decideBy", "number"],
  registrationToConfirm: ["dates", "decideBy", "number"],
  registrationAccepted: ["dates", "decideBy", "next", "place", "number"],
  registrationWaiting: ["dates", "decideBy", "place", "number"],
  registrationMovedUp: ["dates", "decideBy", "next", "place", "number"],
  registrationDeclined: ["reason", "number"],
  registrationReleased: ["number"],
  registrationLink: ["dates", "decideBy", "number"],
  courseCancelled: ["dates", "reason", "number"],
  courseMoved: ["changed", "dates", "decideBy", "next", "place", "number"],
  courseConfirmed: ["dates", "decideBy", "next", "place", "number"],
  courseShared: ["dates", "decideBy", "place"],
  courseSharingEnded: ["dates", "place"],
  courseSharerLeft: ["dates", "decideBy", "place"],
  courseReadByMore: ["dates", "number"],
  courseToDecide: ["dates", "place"],
  certificateReady: [],
  certificateRevoked: ["reason"],
  trainerCertified: ["modules", "until"],
  trainerCertificationRevoked: ["modules", "reason"],
  stageDecided: ["until", "reason"],
  entryStruck: ["reason"],
  recommendationAnswered: [],
  workshopApproved: ["dates", "decideBy", "place"],
  workshopTurnedDown: ["dates", "reason"],
  trainerAsked: ["session", "group", "role", "dates", "meant", "times", "modules", "decideBy", "place"],
  trainerChased: ["session", "group", "role", "dates", "meant", "times", "modules", "decideBy", "place"],
  requestTakenBack: ["session", "group", "role", "dates", "place"],
  trainingGiven: ["dates", "decideBy", "place"],
  trainingMoved: ["changed", "dates", "decideBy", "place"],
  trainingEnded: ["dates", "place"],
  trainingCancelled: ["dates", "place", "reason"],
  trainingConfirmed: ["dates", "decideBy", "place"],
  trainerRequested: [],
  observationMade: [],
  certificationEnds: [],
  certificationLapsed: [],
  requestAnswered: ["instead", "session", "group", "role", "away", "busy", "dates", "decideBy", "place"],
  planAsked: ["dates"],
  workshopOverdue: ["planned"],
  broughtIn: [],
  secondStepAdded: [],
  secondStepRemoved: [],
  secondStepTakenAway: [],
  recoveryCodeUsed: [],
  contactUsed: [],
  codeMade: [],
  contactCode: [],
  contactChanged: [],
  cameBackIn: [],
};
