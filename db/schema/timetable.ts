import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { AttendanceState } from "../values/attendance";
import type { CourseLanguage } from "../values/languages";
import {
  acceptableIssues,
  type ProposalAsked,
  sessionKinds,
  timetableChangeKinds,
  trainerRoles,
} from "../values/timetable";
import { flag, instant, isDay, isFilled, isJson, isOneOf, isTime, json, key } from "./columns";
import { courses } from "./courses";
import { activities, modules } from "./curriculum";
import { courseGroups } from "./groups";
import { persons } from "./people";
import { rooms } from "./places";

/** One block of a course on a day. Agreed on as civil day and time in a zone; the instants are derived. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: key(),
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    kind: text({ enum: sessionKinds }).notNull(),
    moduleId: integer().references(() => modules.id),
    activityId: integer().references(() => activities.id),
    /** Where kind and module don't say enough. */
    title: text(),
    day: text().notNull(),
    startsAt: text().notNull(),
    endsAt: text().notNull(),
    zone: text().notNull(),
    startInstant: instant().notNull(),
    endInstant: instant().notNull(),
    /** Between start and end on the clock. */
    minutes: integer().notNull(),
    roomId: integer().references(() => rooms.id),
    /** Whose session it is; null where it is everybody's. */
    groupId: integer().references(() => courseGroups.id),
    /** True where it is held online though its course has a place; it has no room then, which triggers hold (`db/migrations/*_online.sql`). */
    online: flag().notNull().default(false),
    /** Where one joins it, where that is another link than its course's (`course_links`): https. For those who are in it alone. */
    link: text(),
    /** Languages into which somebody interprets; null where nobody does. */
    interpretedInto: json<CourseLanguage[]>(),
    /** Who interprets, as somebody wrote it; null where nobody said. */
    interpreter: text(),
    /** True where somebody placed or changed it by hand: a new proposal keeps it unless told otherwise. */
    placedByHand: flag().notNull().default(false),
    updatedAt: instant().notNull().default(0),
    version: integer().notNull().default(1),
    /** How often its room, venue, module or group got another name, which calendars show and no form of the session does. */
    renamed: integer().notNull().default(0),
  },
  (t) => [
    index("sessions_course").on(t.courseId, t.startInstant),
    index("sessions_start").on(t.startInstant),
    index("sessions_room").on(t.roomId, t.startInstant).where(sql`room_id is not null`),
    index("sessions_group").on(t.groupId).where(sql`group_id is not null`),
    isOneOf("sessions_kind", t.kind, sessionKinds),
    isDay("sessions_day", t.day),
    isTime("sessions_starts", t.startsAt),
    isTime("sessions_ends", t.endsAt),
    check("sessions_order", sql`${t.endsAt} > ${t.startsAt} and ${t.endInstant} > ${t.startInstant}`),
    check("sessions_minutes", sql`${t.minutes} > 0`),
    check("sessions_module", sql`${t.kind} <> 'module' or ${t.moduleId} is not null`),
  ],
);

/** An entry of a roll, but for its session. */
type KeptMark = {
  registrationId: number;
  state: AttendanceState;
  minutes: number;
  lateMinutes: number;
  enteredBy: number | null;
  enteredAt: number;
};

/** A session with its trainers, as it stood at an instant; with the marks of people who left, where these went with it. */
export type KeptSession = typeof sessions.$inferSelect & {
  trainerIds: number[];
  /** Those of them who do not lead; missing in what was kept before there were roles. */
  coTrainerIds?: number[];
  apprenticeIds?: number[];
  marks?: KeptMark[];
  /** Who left the course's team, or came to it, with the change that this was kept by. */
  team?: TeamChange;
};

/** Who left a course's team and who came to it; null: nobody. Where one took another's place, who and whose, and the keys of the requests that were taken back with it; where somebody's acceptance was entered, the key of their request. */
export type TeamChange = {
  left: number | null;
  joined: number | null;
  replaced?: { personId: number; byPersonId: number };
  requestIds?: number[];
  accepted?: number;
};

/** The days of a course, with the last day to apply, and the day of decision where there was one. */
export type CourseDates = {
  startsOn: string;
  endsOn: string;
  applyBy: string | null;
  decideBy?: string | null;
};

/**
 * Who trains a session. Nobody trains two at a time, and no room holds two: besides the commands the file itself refuses
 * it, by triggers (`db/migrations/0021_one_place.sql`) that look at what is written alone. Sessions of a cancelled
 * course take nobody's time.
 */
export const sessionTrainers = sqliteTable(
  "session_trainers",
  {
    sessionId: integer()
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    /** When the session begins, kept by triggers: what somebody does at an hour is found without all they ever taught. */
    startInstant: instant().notNull().default(0),
    role: text({ enum: trainerRoles }).notNull().default("lead"),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.personId] }),
    isOneOf("session_trainers_role", t.role, trainerRoles),
    index("session_trainers_person").on(t.personId, t.startInstant),
  ],
);

/** What somebody did to a timetable, so that it can be undone: the sessions as they were and as they became. */
export const timetableChanges = sqliteTable(
  "timetable_changes",
  {
    id: key(),
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    kind: text({ enum: timetableChangeKinds }).notNull(),
    /** Who did it; null for the system. */
    byPersonId: integer().references(() => persons.id),
    at: instant().notNull(),
    /** Dates of the course before and after, where these changed too. */
    datesBefore: json<CourseDates>(),
    datesAfter: json<CourseDates>(),
    before: json<KeptSession[]>().notNull(),
    after: json<KeptSession[]>().notNull(),
    undoneAt: instant(),
  },
  (t) => [
    index("timetable_changes_course").on(t.courseId, t.id),
    index("timetable_changes_at").on(t.at),
    isOneOf("timetable_changes_kind", t.kind, timetableChangeKinds),
    isJson("timetable_changes_before", t.before),
    isJson("timetable_changes_after", t.after),
  ],
);

/**
 * Sessions that were taken out of a timetable, kept for a while: whoever subscribed to a calendar that had them is to see
 * there that they are cancelled.
 */
export const removedSessions = sqliteTable(
  "removed_sessions",
  {
    /** The key that the session had, which no other one gets. */
    sessionId: integer().primaryKey(),
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    roomId: integer().references(() => rooms.id),
    removedAt: instant().notNull(),
    /** The session as it stood, with its trainers. */
    was: json<KeptSession>().notNull(),
  },
  (t) => [
    index("removed_sessions_course").on(t.courseId),
    index("removed_sessions_at").on(t.removedAt),
    isJson("removed_sessions_was", t.was),
  ],
);

/**
 * What somebody accepted in a plan though it is not as it should be, and why. It holds as long as `about` is what is there:
 * a session that moved, or got another trainer, is to be looked at anew.
 */
export const acceptedIssues = sqliteTable(
  "accepted_issues",
  {
    id: key(),
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    kind: text({ enum: acceptableIssues }).notNull(),
    /** Day, times and people that it was accepted for (`openIssues`). */
    about: text().notNull(),
    reason: text().notNull(),
    byPersonId: integer().references(() => persons.id),
    at: instant().notNull(),
    /** When it was taken back, and by whom; null while it holds. */
    takenBackAt: instant(),
    takenBackBy: integer().references(() => persons.id),
  },
  (t) => [
    uniqueIndex("accepted_issues_about").on(t.courseId, t.kind, t.about).where(sql`taken_back_at is null`),
    isOneOf("accepted_issues_kind", t.kind, acceptableIssues),
    isFilled("accepted_issues_reason", t.reason, 300),
  ],
);

/**
 * Where the online sessions of a course are joined, where they have no link of their own. Apart from the course's row, which
 * public pages read: whoever has a place, trains it or coordinates it is shown this, and nobody else.
 */
export const courseLinks = sqliteTable("course_links", {
  courseId: integer()
    .primaryKey()
    .references(() => courses.id, { onDelete: "cascade" }),
  /** https, at most 500 letters. */
  link: text().notNull(),
  byPersonId: integer().references(() => persons.id),
  at: instant().notNull(),
});

/** With what the timetable of a course was proposed last by a form: the next proposal begins with it. */
export const timetableProposals = sqliteTable(
  "timetable_proposals",
  {
    courseId: integer()
      .primaryKey()
      .references(() => courses.id, { onDelete: "cascade" }),
    asked: json<ProposalAsked>().notNull(),
    at: instant().notNull(),
  },
  (t) => [isJson("timetable_proposals_asked", t.asked)],
);
