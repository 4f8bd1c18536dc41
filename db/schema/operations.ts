import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant, json, key } from "./columns";
import { persons } from "./people";

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
  },
  (t) => [index("jobs_due").on(t.doneAt, t.runAfter)],
);

/** Attempts counted by what is limited, such as `sign-in:account:12`. Survives a restart. */
export const attempts = sqliteTable("attempts", {
  key: text().primaryKey(),
  count: integer().notNull(),
  since: instant().notNull(),
});

/** Facts of this database, such as that it is a demonstration. */
export const settings = sqliteTable("settings", { name: text().primaryKey(), value: text().notNull() });
