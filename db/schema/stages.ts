import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { instant, isDay, isFilled, key } from "./columns";
import { modules } from "./curriculum";
import { persons } from "./people";
import { programmes } from "./programmes";

/**
 * Earlier learning: a module that somebody completed where no course here says so, recognised on evidence. Only added to and
 * taken back.
 */
export const recognisedLearning = sqliteTable(
  "recognised_learning",
  {
    id: key(),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    /** In whichever version it is named; it counts for the tool's module of that code. */
    moduleId: integer()
      .notNull()
      .references(() => modules.id),
    /** In whose scope it was recognised; it counts everywhere. */
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    /** Civil day on which it was learnt, as the evidence says; null where that is not known. */
    day: text(),
    /** What it was recognised by: a document, a list, somebody's word. */
    evidence: text().notNull(),
    recognisedBy: integer().references(() => persons.id),
    recognisedAt: instant().notNull(),
    takenBackAt: instant(),
    takenBackBy: integer().references(() => persons.id),
    takenBackReason: text(),
  },
  (t) => [
    uniqueIndex("recognised_learning_once")
      .on(t.personId, t.moduleId, t.programmeId)
      .where(sql`taken_back_at is null`),
    index("recognised_learning_person").on(t.personId),
    isDay("recognised_learning_day", t.day),
    isFilled("recognised_learning_evidence", t.evidence, 500),
    check("recognised_learning_taken_back", sql`(${t.takenBackAt} is null) = (${t.takenBackReason} is null)`),
  ],
);
