import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { assessmentKinds } from "../values/assessments";
import { instant, isOneOf } from "./columns";
import { persons } from "./people";
import { registrations } from "./registrations";

/** Tests and micro-teachings, in per cent. */
export const assessments = sqliteTable(
  "assessments",
  {
    registrationId: integer()
      .notNull()
      .references(() => registrations.id),
    kind: text({ enum: assessmentKinds }).notNull(),
    score: integer().notNull(),
    enteredBy: integer().references(() => persons.id),
    enteredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.registrationId, t.kind] }),
    isOneOf("assessments_kind", t.kind, assessmentKinds),
    check("assessments_score", sql`${t.score} between 0 and 100`),
  ],
);
