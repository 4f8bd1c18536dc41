import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { dueKinds } from "../values/due";
import { instant, isOneOf, key } from "./columns";
import { courses } from "./courses";
import { programmes } from "./programmes";
import { sessions } from "./timetable";

/**
 * What waits for somebody in a course, kept by the events that bring it about or end it, so that a first page reads what
 * is due instead of looking at every course. Nothing happens to a row as time passes: a page takes those of which the
 * present is between `dueFrom` and `dueUntil`. Whoever makes all rows anew from the course finds the same ones.
 */
export const due = sqliteTable(
  "due",
  {
    id: key(),
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    /** The course's programme, whose coordinators are asked. */
    programmeId: integer()
      .notNull()
      .references(() => programmes.id, { onDelete: "cascade" }),
    kind: text({ enum: dueKinds }).notNull(),
    /** The session whose roll is missing; null for whatever is the whole course's. */
    sessionId: integer().references(() => sessions.id, { onDelete: "cascade" }),
    /** When it begins to be due: the start of a session, the first day of a course, the day after its last (UTC). */
    dueFrom: instant().notNull(),
    /** When it is due no longer, though nobody did it; null where only an act ends it. */
    dueUntil: instant(),
    /** How many it is about: registrations to decide, people to tell, marks missing on the roll, certificates ready. */
    count: integer().notNull().default(1),
    /** Of how many, where a page says so (certificates ready of all in the course); null else. */
    total: integer(),
  },
  (t) => [
    // Of one kind several where more and more of it is late, each from when it is; one at a time is due.
    uniqueIndex("due_course").on(t.courseId, t.kind, t.dueFrom).where(sql`session_id is null`),
    uniqueIndex("due_session").on(t.sessionId, t.kind).where(sql`session_id is not null`),
    // Also the key by which all of a course is taken away and put anew.
    index("due_of_course").on(t.courseId, t.sessionId),
    // In the order of a list, with what says that a row is over: what is due no longer is passed over in the index.
    index("due_programme").on(t.programmeId, t.kind, t.dueFrom, t.courseId, t.dueUntil),
    index("due_kind").on(t.kind, t.dueFrom, t.courseId, t.dueUntil),
    isOneOf("due_kind_known", t.kind, dueKinds),
    check("due_session_of_roll", sql`(${t.kind} = 'roll') = (${t.sessionId} is not null)`),
    check("due_count", sql`${t.count} > 0 and (${t.total} is null or ${t.total} >= ${t.count})`),
  ],
);
