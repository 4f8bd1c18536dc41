import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { mailMessages } from "../values/messages";
import { instant, isFilled, json, key } from "./columns";
import { courses } from "./courses";
import { persons } from "./people";
import { registrations } from "./registrations";

/** Work to do after the commit that made it. A lease keeps two processes from the same job. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: key(),
    kind: text({ enum: ["mail"] }).notNull(),
    payload: json<Record<string, unknown>>().notNull(),
    runAfter: instant().notNull(),
    leasedUntil: instant(),
    /** Mark of whoever is sending it: only they may say what became of it. */
    lease: text(),
    attempts: integer().notNull().default(0),
    doneAt: instant(),
    /** Code of the last failure and, on a line of its own, what the server answered; without personal data. */
    failure: text(),
    /** What it is about: a newer message of the same topic takes the place of one that has not been sent. */
    topic: text(),
    queuedAt: instant(),
    /** Whom it is for and which message it is, also when its text is not kept any more. */
    personId: integer().references(() => persons.id, { onDelete: "set null" }),
    message: text(),
  },
  (t) => [
    index("jobs_person").on(t.personId),
    index("jobs_due").on(t.doneAt, t.runAfter),
    uniqueIndex("jobs_topic").on(t.topic).where(sql`done_at is null and topic is not null`),
  ],
);

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
    /** One of the messages that the code knows; not held by the file, which another message would have to write anew. */
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
    isFilled("notices_message", t.message, 60),
  ],
);
