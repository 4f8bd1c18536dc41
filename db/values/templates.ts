import type { AdmissionMode, CourseKind, CourseMode } from "./courses";
import type { QuestionKind } from "./forms";
import type { CourseLanguage, Translated } from "./languages";
import type { ProposalAsked, SessionKind } from "./timetable";

/** A session of a plan, with its day in the course that it was taken from; `group` counts its groups from 0. */
export type PlannedSession = {
  kind: SessionKind;
  moduleId: number | null;
  activityId: number | null;
  title: string | null;
  day: string;
  startsAt: string;
  endsAt: string;
  roomId: number | null;
  group: number | null;
  placedByHand: boolean;
  /** Missing in what was kept before sessions could be online by themselves. */
  online?: boolean;
  interpretedInto?: CourseLanguage[] | null;
  trainerIds: number[];
  coTrainerIds: number[];
  apprenticeIds: number[];
};

/**
 * A plan that other courses are made from: all that somebody thought about and nothing of who came. The days are those of
 * the course that it was taken from, in its country; only their order and what was worked of them is meant.
 */
export type KeptPlan = {
  kind: CourseKind;
  title: Translated;
  titleGenerated: boolean;
  description: Translated | null;
  country: string;
  place: Translated;
  mode: CourseMode;
  venueId: number | null;
  zone: string;
  startsOn: string | null;
  endsOn: string | null;
  applyBy: string | null;
  languages: CourseLanguage[];
  capacity: number;
  /** From how many people on it takes place, and by which day that is decided; missing in what was kept before this was. */
  minimumPeople?: number | null;
  decideBy?: string | null;
  admission: AdmissionMode;
  minAttendance: number;
  minPostTest: number | null;
  microTeaching: boolean;
  excusedLeftOut: boolean;
  joinersFromStart: boolean;
  costs: Translated | null;
  signatories: { name: string; role: Translated }[];
  moduleIds: number[];
  trainerIds: number[];
  questions: { kind: QuestionKind; label: Translated; required: boolean; options: Translated[] }[];
  groups: { name: string; language: CourseLanguage | null; venueId?: number | null }[];
  sessions: PlannedSession[];
  /** What its timetable was asked for last; missing where none was, and in what was kept before this was. */
  asked?: ProposalAsked | null;
};
