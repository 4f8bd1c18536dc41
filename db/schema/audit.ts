import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { exceptionKinds } from "../values/audit";
import { certificates } from "./certificates";
import { instant, isFilled, isOneOf, json, key } from "./columns";
import { courses } from "./courses";
import { persons } from "./people";
import { registrations } from "./registrations";
import { sessions } from "./timetable";

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
