import { courseStates, headcountMeasures } from "../db/values/courses";
import { registrationStates } from "../db/values/registrations";
import { sessionKinds } from "../db/values/timetable";
import type { FaultCode, ParamKind } from "./faults";
import { sessionAspects } from "./timetable/rules/aspects";

const session = {
  kind: ["named", ...sessionKinds],
  session: "text",
  weekday: "weekday",
  times: "times",
} as const;

const range = { min: "number", max: "number" } as const;
const days = { from: "day", to: "day" } as const;

/** What the sentence of a fault names, each with its kind. A fault that is not here names nothing. */
export const faultParams = {
  tooLong: { max: "number" },
  phoneInvalidIn: { local: "name", whole: "name" },
  numberRange: range,
  birthYear: range,
  passwordShort: { min: "number" },
  dateFar: range,
  yearInDoubt: { day: "day", days: "number" },
  trainerBusy: { trainer: "person", course: "text", city: "text", ...session },
  trainerBusyElsewhere: { trainer: "person", city: "text", weekday: "weekday", times: "times" },
  trainerBusySelf: { course: "text", city: "text", ...session },
  trainerBusySelfElsewhere: { city: "text", weekday: "weekday", times: "times" },
  roomBusy: { room: "name", course: "text", city: "text", ...session },
  roomBusyElsewhere: { room: "name", city: "text", weekday: "weekday", times: "times" },
  capacityBelowAccepted: { count: "number" },
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
  swapMeets: session,
  undoGone: session,
  undoChanged: { ...session, aspect: sessionAspects, room: "nameOrNone" },
  undoDatesChanged: { from: "dayOrNone", to: "dayOrNone" },
  undoRollTaken: session,
  undoOutside: { ...session, from: "dayOrNone", to: "dayOrNone" },
  undoTrainerLeft: { trainer: "person" },
  undoRoomGone: { room: "name" },
  undoModuleGone: { session: "text", weekday: "weekday", times: "times" },
  undoGroupGone: session,
  groupHasSessions: { count: "number" },
  noPlace: { name: "person" },
  decisionNotAllowedFor: { name: "person", others: "number" },
  decidedSince: { name: "person", state: registrationStates, by: "doer", others: "number" },
  tooManyAttempts: { minutes: "number" },
  otherSignedIn: { name: "person" },
  unexpected: { number: "name" },
  nameCannotBePrinted: { name: "name" },
  reasonBeforeEnd: { day: "day" },
  prepareFrom: { day: "day" },
  startEarly: { day: "day" },
  endEarly: { day: "day" },
  rollEarly: { day: "day" },
  scoresEarly: { day: "day" },
  rollMended: { name: "person" },
  endingChanged: {
    attended: "number",
    noShow: "number",
    missingRolls: "number",
    waiting: "number",
    undecided: "number",
  },
  batchChanged: { count: "number" },
  zoneOfOtherCountry: { usual: "name", zone: "name" },
  tooManyLines: { max: "number" },
  questionHasAnswers: { question: "text" },
  workshopOver: { state: courseStates },
  workshopFull: { max: "number" },
  tooManyViews: { max: "number" },
  tooManyAddresses: { max: "number" },
} as const satisfies Partial<Record<FaultCode, Record<string, ParamKind>>>;
