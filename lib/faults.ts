import type en from "./i18n/messages/en.json";

/** What is wrong, as a code that the message catalogue has a sentence for. */
export type FaultCode = keyof (typeof en)["errors"];

const session = ["kind", "session", "weekday", "times"] as const;

/** What the sentence of a fault names. A fault that is not here names nothing. */
export const faultParams = {
  tooLong: ["max"],
  phoneInvalidIn: ["local", "whole"],
  numberRange: ["min", "max"],
  capacityRange: ["min", "max"],
  birthYear: ["min", "max"],
  passwordShort: ["min"],
  yearInDoubt: ["day", "days"],
  trainerBusy: ["trainer", "course", ...session],
  trainerBusyElsewhere: ["trainer", "weekday", "times"],
  roomBusy: ["room", "course", ...session],
  roomBusyElsewhere: ["room", "weekday", "times"],
  capacityBelowAccepted: ["count"],
  yearRange: ["min", "max"],
  yearOfOtherDays: ["from", "to"],
  countAboveEarlier: ["measure", "count", "earlier", "before"],
  countAboveTotal: ["womenIn", "women", "menIn", "men", "total"],
  alreadyRegistered: ["contact"],
  sessionOutsideCourse: ["from", "to"],
  sessionWouldBeOutside: [...session, "more"],
  swapMeets: session,
  undoGone: session,
  undoChanged: [...session, "aspect", "room"],
  undoDatesChanged: ["from", "to"],
  undoRollTaken: session,
  undoOutside: [...session, "from", "to"],
  undoTrainerLeft: ["trainer"],
  undoRoomGone: ["room"],
  undoModuleGone: ["session", "weekday", "times"],
  noPlace: ["name"],
  decisionNotAllowedFor: ["name", "others"],
  tooManyAttempts: ["minutes"],
  unexpected: ["number"],
  nameCannotBePrinted: ["name"],
  reasonBeforeEnd: ["day"],
  prepareFrom: ["day"],
  startEarly: ["day"],
  endEarly: ["day"],
  rollEarly: ["day"],
  scoresEarly: ["day"],
  rollMended: ["name"],
  endingChanged: ["attended", "noShow", "missingRolls", "waiting", "undecided"],
  zoneOfOtherCountry: ["usual", "zone"],
  tooManyLines: ["max"],
  questionHasAnswers: ["question"],
  workshopOver: ["state"],
  workshopFull: ["max"],
  tooManyViews: ["max"],
} as const satisfies Partial<Record<FaultCode, readonly string[]>>;

/** What stands in a sentence: days as YYYY-MM-DD and texts of several languages by `sendTexts`, put into words by the page. */
export type FaultParam = string | number;

/** A person who may be meant, with whether they are in the course already. */
export type MeantPerson = { id: number; name: string; here: boolean };

type Params<C extends FaultCode> = C extends keyof typeof faultParams
  ? Record<(typeof faultParams)[C][number], FaultParam>
  : Record<never, never>;

/** What goes with a fault, beside its sentence. */
type Beside<C extends FaultCode> = C extends "knownContact"
  ? { people: readonly MeantPerson[] }
  : C extends "alreadyInCourse"
    ? { href: string }
    : C extends "sessionWouldBeOutside"
      ? { href?: string }
      : unknown;

type With<C extends FaultCode> = C extends keyof typeof faultParams
  ? { params: Params<C> } & Beside<C>
  : { params?: undefined } & Beside<C>;

/** A fault of one code. */
export type FaultOf<C extends FaultCode> = C extends FaultCode ? { code: C } & With<C> : never;

/** What is wrong, typed by its code. */
export type FieldFault = { [C in FaultCode]: FaultOf<C> }[FaultCode];

/** What has to be said besides the code; nothing where its sentence names nothing. */
export type More<C extends FaultCode, Extra = Record<never, never>> = C extends keyof typeof faultParams
  ? [With<C> & Extra]
  : C extends "knownContact" | "alreadyInCourse"
    ? [With<C> & Extra]
    : [Extra?];

/** A fault to put beside a field. */
export const fault = <const C extends FaultCode>(code: C, ...more: More<C>): FaultOf<C> =>
  ({ code, ...more[0] }) as FaultOf<C>;

/** A fault whose sentence names nothing and with which nothing goes. */
export type PlainCode = Exclude<FaultCode, keyof typeof faultParams | "knownContact" | "alreadyInCourse">;

/** What zod found wrong, as far as a fault is read from it. */
type Issue = { code?: string; path?: readonly PropertyKey[]; params?: { fault?: FieldFault } };

/** What a refinement of a schema says: `refine(holds, says("tooLong", { params: { max } }))`. */
export const says = <const C extends FaultCode>(code: C, ...more: More<C>) => ({
  params: { fault: fault(code, ...more) },
});

/** The fault that an issue of zod stands for: what the schema says, else what is said of its kind. */
export const faultOf = (issue: Issue): FieldFault =>
  issue.params?.fault ?? fault(issue.code === "invalid_type" ? "required" : "choose");

/** The first fault of each field, by its name: `country`, `rooms.0.name`. */
export function faultsOf(issues: readonly Issue[]): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  for (const issue of issues) faults[(issue.path ?? []).join(".")] ??= faultOf(issue);
  return faults;
}
