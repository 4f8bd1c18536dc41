import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { factKinds, headcountGroups, headcountMeasures, sourceKinds } from "../values/courses";
import { isOneOf, translated } from "./columns";
import { courses } from "./courses";

/** What is known of a course by numbers, beside or instead of people. Never added to people. */
export const headcounts = sqliteTable(
  "headcounts",
  {
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    measure: text({ enum: headcountMeasures }).notNull(),
    grouping: text({ enum: headcountGroups }).notNull(),
    count: integer().notNull(),
    source: text({ enum: sourceKinds }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courseId, t.measure, t.grouping] }),
    isOneOf("headcounts_measure", t.measure, headcountMeasures),
    isOneOf("headcounts_group", t.grouping, headcountGroups),
    isOneOf("headcounts_source", t.source, sourceKinds),
    check("headcounts_count", sql`${t.count} between 0 and 100000`),
  ],
);

/** What each recorded fact of a past course rests on. */
export const courseFacts = sqliteTable(
  "course_facts",
  {
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    fact: text({ enum: factKinds }).notNull(),
    source: text({ enum: sourceKinds }).notNull(),
    note: translated(),
  },
  (t) => [
    primaryKey({ columns: [t.courseId, t.fact] }),
    isOneOf("course_facts_fact", t.fact, factKinds),
    isOneOf("course_facts_source", t.source, sourceKinds),
  ],
);
