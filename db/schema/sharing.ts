import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";
import { courses } from "./courses";
import { persons } from "./people";
import { programmes } from "./programmes";

/**
 * Programmes that pay for a course beside the one that leads it (`courses.programmeId`), which alone writes: the coordinators
 * of these read. That the lead is none of them, and that no more than the whole is paid for, is held by triggers
 * (`db/migrations/0037_sharing.sql`).
 */
export const courseShares = sqliteTable(
  "course_shares",
  {
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    /** What it pays, in per cent of the whole (1-100); null where nobody said. */
    percent: integer(),
    since: instant().notNull(),
    /** Who added it. */
    byPersonId: integer().references(() => persons.id),
  },
  (t) => [
    primaryKey({ columns: [t.courseId, t.programmeId] }),
    index("course_shares_programme").on(t.programmeId, t.courseId),
    check("course_shares_percent", sql`${t.percent} is null or ${t.percent} between 1 and 100`),
  ],
);
