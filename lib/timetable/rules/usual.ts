import type { CourseKind } from "../../../db/values/courses";
import type { ProposalAsked } from "../../../db/values/timetable";
import { usualHours } from "../rules";
import type { Parts, PlannedGroup } from "./parts";
import type { DailyHours } from "./sessions";

/** When a prayer begins unless somebody says otherwise; as it is asked for it has no minutes. */
const usualPrayer = "15:00";

/** What a course says of what its proposal contains. */
export type Asks = {
  kind: CourseKind;
  minPostTest: number | null;
  microTeaching: boolean;
  /** True where its programme's gates ask for practice with real users. */
  practicum?: boolean;
};

const usualPracticum = 240; // minutes, unless somebody says otherwise

/** From how many days on people visit the field, and practise with real users. */
const daysOfLongTraining = 8;

/**
 * What a proposal contains unless somebody says otherwise: tests where the course asks for one, micro-teaching where it
 * asks for that; a training of trainers of two weeks has a visit and practice besides, a day for its users is short of
 * ceremony.
 */
export function usualParts(
  { kind, minPostTest, microTeaching, practicum }: Asks,
  days: number,
  people: number,
): Parts {
  const tot = kind === "tot";
  const long = tot && days >= daysOfLongTraining;
  const test = minPostTest === null ? 0 : days > 1 ? 45 : 15;
  return {
    opening: tot && days > 2 ? 60 : days > 1 ? 30 : 15,
    preTest: test,
    fieldVisit: long ? 180 : 0,
    microTeaching: microTeaching ? 20 : 0,
    people,
    practicum: long || (tot && practicum) ? usualPracticum : 0,
    postTest: test,
    evaluation: days > 1 ? 30 : 15,
    closing: tot && days > 2 ? 60 : days > 1 ? 45 : 15,
  };
}

/** Length of the short breaks of a course, in minutes, unless somebody says otherwise. */
const usualRest = ({ kind }: Pick<Asks, "kind">): number => (kind === "tot" ? 15 : 0);

/** What a proposal is asked for: hours of a day, breaks in minutes, and its parts. */
export type Usual = typeof usualHours & {
  restMinutes: number;
  prayerFrom: string;
  prayerMinutes: number;
} & Parts;

/** What is known of a timetable: the hours of its days, what it was asked for, where it was, and its groups. */
export type TimetableKnown = {
  hours: DailyHours;
  asked: ProposalAsked | null;
  groups: readonly PlannedGroup[];
};

/**
 * What the proposal of a course is asked for until somebody says otherwise: so its plan reckons as well, before there are
 * sessions.
 * @param days how many days of work it has.
 * @param people for how many there are places.
 */
export const usualProposal = (
  course: Asks,
  days: number,
  people: number,
  hours: typeof usualHours = usualHours,
): Usual => ({
  ...hours,
  restMinutes: usualRest(course),
  prayerFrom: usualPrayer,
  prayerMinutes: 0,
  ...usualParts(course, days, people),
});
