import type { Locale } from "../../db/values/languages";
import type { CertificatePage } from "./page";

/** Somebody on a list: the name as it can be printed, its Latin form, and where they come from, or nothing. */
export type Listed = {
  name: string;
  other: string | null;
  organisation: string;
  /** What tells them from others of their name on the list, where no column does; or nothing. */
  apart: string;
};

/** What stands above every list of a course, in one language. */
type Head = {
  language: Locale;
  /** What the paper is. */
  title: string;
  course: string;
  /** Dates, place and the like, a line each. */
  lines: string[];
  /** Said of demonstration data, or null. */
  fictional: string | null;
};

/**
 * Sheets for people to sign, day by day and, where groups meet by themselves, group by group, with empty rows for whoever walks
 * in. `list`: who signs, of the lists, which the days share.
 */
export type SignInSheet = Head & {
  kind: "sign-in";
  heads: { number: string; name: string; organisation: string };
  days: { day: string; lines: string[]; signatures: { time: string; title: string }[]; list: number }[];
  lists: { people: Listed[]; emptyRows: number }[];
};

/** Who takes part; with contacts where the reader may see them. */
export type ParticipantList = Head & {
  kind: "participants";
  /** Heads of the columns: number, name, organisation, group where there are groups, and of the contacts. */
  heads: string[];
  /** True where the course has groups: each of its people says which. */
  groups: boolean;
  people: (Listed & { group: string; contacts: string[] })[];
  /** What is said where nobody takes part. */
  nobody: string;
};

/** A session on paper: its times, what it is, and a line each for room and people. */
export type SessionOnPaper = { time: string; title: string; lines: string[] };

/** Time of a day on paper: what takes place beside each other, a column each; or a pause, with when it is and its name. */
export type SlotOnPaper = { pause: string; time: string } | { lanes: SessionOnPaper[][] };

/** The sessions of a course, week by week; across with days as columns by what is before and after noon, upright day by day. */
export type TimetablePaper = Head & {
  kind: "timetable";
  upright: boolean;
  /** Heads of the columns where it is upright. */
  heads: { time: string; session: string };
  weeks: {
    title: string;
    days: string[];
    halves: { title: string; days: SlotOnPaper[][] }[];
  }[];
  none: string;
};

/** What a sign of attendance is called; in the order of the key. */
export type Signs = { present: string; late: string; excused: string; absent: string };

/** Who was at which session: people by sessions, with sums on both sides. */
export type AttendanceMatrix = Head & {
  kind: "attendance";
  heads: { number: string; name: string; share: string; sum: string };
  signs: Signs;
  sessions: { day: string; from: string; code: string; sum: string }[];
  people: (Omit<Listed, "organisation"> & {
    /** By session: the first letter of the sign, and the minutes somebody was late; empty where there is no mark. */
    marks: string[];
    share: string;
    /** Less than the completion rule asks for, of what was entered so far. */
    below: boolean;
  })[];
  /** What the sign beside a share says. */
  below: string;
  none: string;
};

/** A list of a course, with every word ready. */
export type CoursePaper = SignInSheet | ParticipantList | TimetablePaper | AttendanceMatrix;

/** Anything that Typst sets; `fileName` names it among others. */
export type Paper = { certificate: CertificatePage; fileName: string } | { list: CoursePaper };
