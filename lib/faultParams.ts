import { courseStates, headcountMeasures } from "../db/values/courses";
import { registrationStates } from "../db/values/registrations";
import { sessionKinds } from "../db/values/timetable";
import type { FaultCode, ParamKind } from "./faults";
import { gateNames } from "./stages/rules/gates";
import { sessionAspects } from "./timetable/rules/aspects";

const when = { weekday: "weekday", times: "times" } as const;
const session = { kind: ["named", ...sessionKinds], session: "text", ...when } as const;

const range = { min: "number", max: "number" } as const;
const days = { from: "day", to: "day" } as const;
// What several name: written once, as a phone loads all of them with a form.
const max = { max: "number" } as const;
const count = { count: "number" } as const;
const day = { day: "day" } as const;
const trainer = { trainer: "person" } as const;
const programme = { programme: "text" } as const;
const lines = { lines: "name", count: "number" } as const;
const named = { name: "person" } as const;
const room = { room: "name" } as const;

/** What the sentence of a fault names, each with its kind. A fault that is not here names nothing. */
export const faultParams = {
  tooLong: max,
  roomLinesWrong: lines,
  roomLinesTaken: lines,
  gatesMissing: { gate: ["tot", ...gateNames], missing: "number", others: "number" },
  sharesWithLead: programme,
  sharesAlready: programme,
  sharerEnded: programme,
  leadSharesAlready: programme,
  paidMoreThanWhole: { sum: "number" },
  phoneInvalidIn: { local: "name", whole: "name" },
  numberRange: range,
  pointsRange: range,
  choosePoints: range,
  birthYear: range,
  passwordShort: { min: "number" },
  dateFar: range,
  answerByLate: day,
  proposeOutside: days,
  proposalOtherTrainers: { ...trainer, others: "number", sessions: "number" },
  askedTeaches: trainer,
  askedAlready: trainer,
  awayThere: days,
  awayHoursThere: { times: "times" },
  tooManyAway: max,
  yearInDoubt: { day: "day", days: "number" },
  trainerBusy: { trainer: "person", course: "text", city: "text", ...session },
  trainerBusyElsewhere: { trainer: "person", city: "text", ...when },
  trainerBusySelf: { course: "text", city: "text", ...session },
  trainerBusySelfElsewhere: { city: "text", ...when },
  roomBusy: { room: "name", course: "text", city: "text", ...session },
  roomBusyElsewhere: { room: "name", city: "text", ...when },
  capacityBelowAccepted: count,
  yearRange: range,
  yearOfOtherDays: days,
  countAboveEarlier: {
    measure: headcountMeasures,
    count: "number",
    earlier: headcountMeasures,
    before: "number",
  },
  countAboveTotal: {
    womenIn: headcountMeasures,
    women: "number",
    menIn: headcountMeasures,
    men: "number",
    total: "number",
  },
  sessionOutsideCourse: days,
  sessionWouldBeOutside: { ...session, more: "number" },
  trainerHasSessions: { trainer: "person", count: "number" },
  replaceReason: count,
  swapMeets: session,
  rearrangeRollTaken: session,
  sessionTimeHeld: count,
  rearrangeMidnight: session,
  rearrangeOutside: { day: "day", ...days },
  rearrangeRoomGone: room,
  rearrangeTrainerGone: trainer,
  trainerOfOtherProgramme: { trainer: "person", others: "number" },
  trainerDisabled: trainer,
  dayNotWorked: { day: "day", why: ["holiday", "weekend"] },
  splitOutside: { times: "times" },
  undoGone: session,
  undoChanged: { ...session, aspect: sessionAspects, room: "nameOrNone" },
  undoDatesChanged: { from: "dayOrNone", to: "dayOrNone" },
  undoRollTaken: session,
  undoBegun: session,
  undoOutside: { ...session, from: "dayOrNone", to: "dayOrNone" },
  undoTrainerLeft: trainer,
  undoRoomGone: room,
  undoModuleGone: { session: "text", ...when },
  undoGroupGone: session,
  groupHasSessions: count,
  noPlace: named,
  decisionNotAllowedFor: { name: "person", others: "number" },
  decidedSince: { name: "person", state: registrationStates, by: "doer", others: "number" },
  tooManyAttempts: { minutes: "number" },
  otherSignedIn: named,
  unexpected: { number: "name" },
  nameCannotBePrinted: { name: "name" },
  reasonBeforeEnd: day,
  prepareFrom: day,
  startEarly: day,
  endEarly: day,
  rollEarly: day,
  scoresEarly: day,
  rollMended: named,
  endingChanged: {
    attended: "number",
    noShow: "number",
    missingRolls: "number",
    waiting: "number",
    undecided: "number",
  },
  batchChanged: count,
  zoneOfOtherCountry: { usual: "name", zone: "name" },
  tooManyLines: max,
  questionHasAnswers: { question: "text" },
  workshopOver: { state: courseStates },
  workshopFull: max,
  conditionsMissing: count,
  dayBeforeWay: day,
  renewalEarly: day,
  renewalLate: day,
  tooManyViews: max,
  tooManyAddresses: max,
  tooManyOrganisations: max,
} as const satisfies Partial<Record<FaultCode, Record<string, ParamKind>>>;
