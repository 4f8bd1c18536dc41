import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { questionKinds } from "../values/forms";
import type { Translated } from "../values/languages";
import { flag, isJson, isOneOf, json, key, translated } from "./columns";
import { courses } from "./courses";

/** What the registration form of a course asks beyond name and contact. */
export const courseQuestions = sqliteTable(
  "course_questions",
  {
    id: key(),
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    kind: text({ enum: questionKinds }).notNull(),
    label: translated().notNull(),
    required: flag().notNull().default(false),
    /** Of a choice. */
    options: json<Translated[]>().notNull(),
  },
  (t) => [
    uniqueIndex("course_questions_position").on(t.courseId, t.position),
    isOneOf("course_questions_kind", t.kind, questionKinds),
    isJson("course_questions_label", t.label),
    isJson("course_questions_options", t.options),
  ],
);
