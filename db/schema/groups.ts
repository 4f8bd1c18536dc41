import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { courseLanguages } from "../values/languages";
import { instant, isFilled, key } from "./columns";
import { courses } from "./courses";
import { venues } from "./places";

/**
 * A group of a course: people of it who have sessions of their own, beside those of everybody. Who is in it says the
 * registration, which sessions are its own the session; that both are of the same course is held by triggers
 * (`db/migrations/0029_groups.sql`).
 */
export const courseGroups = sqliteTable(
  "course_groups",
  {
    id: key(),
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The language that it is taught in, where that tells it from the others. */
    language: text({ enum: courseLanguages }),
    /** Where its sessions are unless they have a room: another venue than that of the course; null where it has no place of its own. */
    venueId: integer().references(() => venues.id),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("course_groups_name").on(t.courseId, t.name),
    isFilled("course_groups_filled", t.name, 60),
    check(
      "course_groups_language",
      sql`${t.language} is null or ${t.language} in (${sql.raw(courseLanguages.map((l) => `'${l}'`).join(", "))})`,
    ),
  ],
);
