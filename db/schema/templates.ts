import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { KeptPlan } from "../values/templates";
import { instant, isFilled, isJson, json, key } from "./columns";
import { persons } from "./people";
import { programmes } from "./programmes";

/** Courses that a programme keeps to plan others from. None is a course: it is in no list, and nobody can come to it. */
export const courseTemplates = sqliteTable(
  "course_templates",
  {
    id: key(),
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    name: text().notNull(),
    plan: json<KeptPlan>().notNull(),
    keptBy: integer().references(() => persons.id),
    keptAt: instant().notNull(),
    /** When it was removed; it can be put back. */
    removedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index("course_templates_programme").on(t.programmeId),
    uniqueIndex("course_templates_name").on(t.programmeId, t.name).where(sql`removed_at is null`),
    isFilled("course_templates_filled", t.name, 80),
    isJson("course_templates_plan", t.plan),
  ],
);
