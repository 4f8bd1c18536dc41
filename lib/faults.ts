import type { Translated } from "../db/values/languages";
import type { faultParams } from "./faultParams";
import type en from "./i18n/messages/en.json";
import type { PersonsNames } from "./i18n/rules";
import type { RegistrationState } from "./registrations/rules";

/** What is wrong, as a code that the message catalogue has a sentence for. */
export type FaultCode = keyof (typeof en)["errors"];

/** What a sentence may name, by its kind; `null` where the sentence chooses other words for that there is none. */
type Kinds = {
  number: number;
  /** What is the same in every language: the name of a thing, a number as it is written, a reference. */
  name: string;
  nameOrNone: string | null;
  /** Somebody, who is called as the reader reads. */
  person: { person: PersonsNames };
  /** Who did something: somebody, the reader themselves, or nobody who was signed in. */
  doer: { person: PersonsNames } | "you" | null;
  /** A civil day (YYYY-MM-DD), said in full. */
  day: { day: string };
  dayOrNone: { day: string } | null;
  /** A civil day of a course, said by its weekday. */
  weekday: { weekday: string };
  /** Civil times (HH:MM). */
  times: { from: string; to: string };
  /** A text in the languages in which there is one. */
  text: { text: Translated };
};

/** The kind of what a sentence names, or the words of which one chooses between its forms. */
export type ParamKind = keyof Kinds | readonly string[];

type ParamOf<K extends ParamKind> = K extends keyof Kinds
  ? Kinds[K]
  : K extends readonly string[]
    ? K[number]
    : never;

/** What stands in a sentence: words, names and numbers as they are, the rest to be put into the reader's words. */
export type FaultParam = ParamOf<ParamKind>;

/** A person who may be meant, with whether they are in the course already. */
export type MeantPerson = PersonsNames & { id: number; here: boolean };

/**
 * Somebody of a list that was pasted, as it was read, and what becomes of them once it is sent: registered as somebody new or
 * as whom is known (`registered`: as one of the two, which is not told), passed over as whom is in the course already, or wrong.
 * `typed`: the line as it was pasted. `phone`: as people read it. `like`: who else may be meant, as far as whoever pastes may see them.
 * `there`: how they stand in the course, and their registration.
 */
export type ListedPerson = {
  line: number;
  typed: string;
  name: string;
  phone: string | null;
  email: string | null;
  organisation: string | null;
  sex: "woman" | "man" | null;
  becomes: "new" | "known" | "registered" | "here" | "wrong";
  faults: readonly FieldFault[];
  /**
   * What is wrong with the line beside: said twice, with a cell that nothing is known to be, more than a name in its name, or
   * somebody whom a coordinator declined.
   */
  wrong: readonly ("twice" | "unclear" | "inName" | "declinedThere")[];
  /** The line before it that says the same person, where one does. */
  sameAs: number | null;
  /** What may be meant otherwise: an organisation that may be half of the name, a comma in the name, or a namesake in the course. */
  doubts: readonly ("halfName" | "comma" | "namesake")[];
  like: LikeSomebody | null;
  there: ({ state: RegistrationState } & InCourseAlready) | null;
};

/** Whom a line shares a phone, an e-mail address or a name with: somebody who is recorded, or an earlier line of the list. */
export type LikeSomebody = { by: "phone" | "email" | "name"; of: PersonsNames | { line: number } };

/** The registration of somebody who is in the course already, on the page of whoever decides or of the workshop's trainer. */
export type InCourseAlready = { registration: RegistrationKeys } | { participant: RegistrationKeys };

/** A list as it was read. `checked` says what was shown, to be sent with it; `notTaken`: heads of columns that are not known. */
export type ReadList = {
  rows: readonly ListedPerson[];
  notTaken: readonly string[];
  /** The organisation for which the workshop is, which lines without one take; null where there is none. */
  organisationMeant: string | null;
  /** True where the first line names the columns. */
  headed: boolean;
  /** How many people a list has that is too long, and in which line the first of them stands who is too many. */
  beyond: { people: number; line: number } | null;
  checked: string;
  /** How many get a place, come onto the waiting list, or stand to be decided on. */
  gets: { places: number; waiting: number; undecided: number };
  /** How many places are free, where all of them are to be accepted. */
  free: number | null;
  /** The expected number of a workshop, where it rises. */
  expected: number | null;
};

/**
 * A certification from before of a list that was pasted, as it was read: whose it is, and with what; `wrong`: who, tool or modules are not known,
 * a day that is none, a cell too much, or what a line above says already (`sameAs`).
 */
export type ListedPaper = {
  line: number;
  typed: string;
  /** As it was typed; `person`: whom the programme knows by it. */
  name: string;
  person: PersonsNames | null;
  tool: Translated | null;
  modules: readonly string[];
  /** Civil days from and until which it holds; as they were typed where they are none. */
  day: string;
  until: string;
  words: string;
  faults: readonly FieldFault[];
  wrong: readonly (
    | "nobody"
    | "several"
    | "tool"
    | "modules"
    | "fromRequired"
    | "fromInvalid"
    | "untilRequired"
    | "untilInvalid"
    | "unclear"
    | "twice"
    | "overlaps"
  )[];
  /** The line above that says the same, or of a module in the same time; null where none does. */
  sameAs: number | null;
};

/** A list of them as it was read. `checked` says what was shown, to be sent with it; `beyond`: how many a list has that is too long. */
export type ReadPapers = {
  rows: readonly ListedPaper[];
  beyond: number | null;
  checked: string;
};

/** A registration by its keys. */
export type RegistrationKeys = { courseId: number; registrationId: number };

/** What the sentence of a fault names. */
export type Params<C extends keyof typeof faultParams> = {
  -readonly [Name in keyof (typeof faultParams)[C]]: (typeof faultParams)[C][Name] extends infer K extends
    ParamKind
    ? ParamOf<K>
    : never;
};

/** What goes with a fault, beside its sentence: keys of what it leads to, of which the page makes the address. */
type Beside<C extends FaultCode> = C extends "knownContact"
  ? { people: readonly MeantPerson[] }
  : C extends "alreadyInCourse"
    ? InCourseAlready
    : C extends "sessionWouldBeOutside"
      ? { move?: { courseId: number; to: string } }
      : C extends "trainerHasSessions"
        ? { replace?: { courseId: number; personId: number } }
        : C extends "listToRead"
          ? { list: ReadList }
          : C extends "papersToRead"
            ? { papers: ReadPapers }
            : unknown;

/** What cannot be said without what goes with it. */
type AsksBack = "knownContact" | "alreadyInCourse" | "listToRead" | "papersToRead";

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
  : C extends AsksBack
    ? [With<C> & Extra]
    : [({ params?: undefined } & Extra)?];

type MakesFault = <const C extends FaultCode>(code: C, ...more: More<C>) => FaultOf<C>;
type Says = <const C extends FaultCode>(code: C, ...more: More<C>) => { params: { fault: FaultOf<C> } };
/** The two as they are done: for the browsers that we build for, a list of parameters is a loop. */
const faultWith = (code: string, more?: object) => ({ code, ...more });
const saysWith = (code: string, more?: object) => ({ params: { fault: faultWith(code, more) } });

/** A fault to put beside a field. */
export const fault = faultWith as MakesFault;

/** A fault whose sentence names nothing and with which nothing goes. */
export type PlainCode = Exclude<FaultCode, keyof typeof faultParams | AsksBack>;

/** What zod found wrong, as far as a fault is read from it. */
type Issue = { code?: string; path?: readonly PropertyKey[]; params?: { fault?: FieldFault } };

/** What a refinement of a schema says: `refine(holds, says("tooLong", { params: { max } }))`. */
export const says = saysWith as Says;

/** The fault that an issue of zod stands for: what the schema says, else what is said of its kind. */
export const faultOf = (issue: Issue): FieldFault =>
  issue.params?.fault ?? fault(issue.code === "invalid_type" ? "required" : "choose");

/** The first fault of each field, by its name: `country`, `rooms.0.name`. */
export function faultsOf(issues: readonly Issue[]): Record<string, FieldFault> {
  // A field may be called what every object has, such as `constructor`.
  const faults = new Map<string, FieldFault>();
  for (const issue of issues) {
    const field = (issue.path ?? []).join(".");
    if (!faults.has(field)) faults.set(field, faultOf(issue));
  }
  return Object.fromEntries(faults);
}
