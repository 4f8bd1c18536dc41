/**
 * What a session is. A practicum is practice with real users inside a ToT, a coaching visit the one to a new trainer's first
 * use, a refresher what keeps a certification alive, an evaluation what the people say of the course.
 */
export const sessionKinds = [
  "module",
  "opening",
  "field_visit",
  "micro_teaching",
  "practicum",
  "coaching_visit",
  "refresher",
  "test",
  "evaluation",
  "closing",
  "other",
] as const;

export type SessionKind = (typeof sessionKinds)[number];

/** As what somebody trains a session; the three are counted apart. */
export const trainerRoles = ["lead", "co_trainer", "apprentice"] as const;

export type TrainerRole = (typeof trainerRoles)[number];

/** What can be done to a timetable, and undone. */
export const timetableChangeKinds = ["add", "edit", "delete", "propose", "move"] as const;

export type TimetableChangeKind = (typeof timetableChangeKinds)[number];

/** What of a plan somebody may accept with a reason, where it is not as it should be. */
export const acceptableIssues = [
  "not_qualified",
  "over_hours",
  "not_worked",
  "travel",
  "away",
  "language",
  "test_missing",
  "part_missing",
] as const;

export type AcceptableIssue = (typeof acceptableIssues)[number];

/** What the tests of a proposed timetable are called, before and after what they test. */
export const testTitles = {
  en: { preTest: "Pre-test", postTest: "Post-test" },
  fr: { preTest: "Test initial", postTest: "Test final" },
  ar: { preTest: "الاختبار القبلي", postTest: "الاختبار البعدي" },
} as const;

/** What a proposal may contain beside its modules, by the fields of its form; all are minutes but the number of people. */
export const proposalPartNames = [
  "opening",
  "preTest",
  "fieldVisit",
  "microTeaching",
  "people",
  "practicum",
  "postTest",
  "evaluation",
  "closing",
] as const;

/**
 * What a proposal was asked for: daily hours, short breaks and prayer, its parts in minutes, and the modules that each group has
 * by itself, where there are any.
 */
export type ProposalAsked = Record<
  "breakMinutes" | "restMinutes" | "prayerMinutes" | (typeof proposalPartNames)[number],
  number
> &
  Record<"startsAt" | "endsAt" | "breakFrom", string> & {
    prayerFrom: string | null;
    groupModuleIds?: number[];
  };
