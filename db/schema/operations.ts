import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { exceptionKinds } from "../../lib/audit/rules";
import { mailMessages } from "../../lib/messages/rules";
import { certificates } from "./certificates";
import { instant, isFilled, isOneOf, json, key } from "./columns";
import { courses, sessions } from "./courses";
import { persons } from "./people";
import { registrations } from "./registrations";

/** Who did what, when. Only added to. Holds keys, never personal data. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: key(),
    at: instant().notNull(),
    byPersonId: integer().references(() => persons.id),
    /** As in `course.update`. */
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: integer(),
    detail: json<Record<string, unknown>>().notNull(),
  },
  (t) => [index("audit_log_subject").on(t.subject, t.subjectId, t.id)],
);

/** Work to do after the commit that made it. A lease keeps two processes from the same job. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: key(),
    kind: text({ enum: ["mail"] }).notNull(),
    payload: json<Record<string, unknown>>().notNull(),
    runAfter: instant().notNull(),
    leasedUntil: instant(),
    attempts: integer().notNull().default(0),
    doneAt: instant(),
    /** Code of the last failure, without personal data. */
    failure: text(),
    /** What it is about: a newer message of the same topic takes the place of one that has not been sent. */
    topic: text(),
  },
  (t) => [
    index("jobs_due").on(t.doneAt, t.runAfter),
    uniqueIndex("jobs_topic").on(t.topic).where(sql`done_at is null and topic is not null`),
  ],
);

/** Attempts counted by what is limited, such as `sign-in:account:12`. Survives a restart. */
export const attempts = sqliteTable(
  "attempts",
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    since: instant().notNull(),
  },
  (t) => [index("attempts_since").on(t.since)],
);

/** Facts of this database, such as that it is a demonstration. */
export const settings = sqliteTable("settings", { name: text().primaryKey(), value: text().notNull() });

/** Somebody to be told by a coordinator (phone, WhatsApp), where no mail reaches them. */
export const notices = sqliteTable(
  "notices",
  {
    id: key(),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    registrationId: integer().references(() => registrations.id),
    courseId: integer().references(() => courses.id),
    message: text({ enum: mailMessages }).notNull(),
    /** Values of the message's text, already in the person's language. */
    params: json<Record<string, string>>().notNull(),
    /** As of a job: a newer one of the same topic takes the place of one that was not told. */
    topic: text().notNull(),
    at: instant().notNull(),
    /** When somebody said that the person knows. */
    toldAt: instant(),
    toldBy: integer().references(() => persons.id),
  },
  (t) => [
    uniqueIndex("notices_topic").on(t.topic).where(sql`told_at is null`),
    index("notices_course").on(t.courseId, t.toldAt),
    index("notices_person").on(t.personId, t.toldAt),
    index("notices_untold").on(t.courseId, t.at).where(sql`told_at is null`),
    isOneOf("notices_message", t.message, mailMessages),
  ],
);

/** What was done outside the usual order, and the reason that somebody stated for it. Only added to. */
export const exceptions = sqliteTable(
  "exceptions",
  {
    id: key(),
    kind: text({ enum: exceptionKinds }).notNull(),
    courseId: integer()
      .notNull()
      .references(() => courses.id),
    sessionId: integer().references(() => sessions.id, { onDelete: "set null" }),
    registrationId: integer().references(() => registrations.id),
    certificateId: integer().references(() => certificates.id),
    reason: text().notNull(),
    /** What the decision looked at (minutes, unmet conditions), so that it ends when that changes; null where nothing. */
    ground: text(),
    byPersonId: integer().references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [
    index("exceptions_course").on(t.courseId, t.id),
    index("exceptions_registration").on(t.registrationId, t.kind, t.id),
    index("exceptions_session").on(t.sessionId),
    isOneOf("exceptions_kind", t.kind, exceptionKinds),
    isFilled("exceptions_reason", t.reason, 500),
  ],
);
