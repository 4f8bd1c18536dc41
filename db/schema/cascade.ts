import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { threadKinds } from "../values/cascade";
import { instant, isDay, isFilled, isOneOf, key } from "./columns";
import { organisations, persons } from "./people";
import { programmes } from "./programmes";

/**
 * The thread of a cooperative or another organisation: what became of it after its people were trained. Only added to, which
 * triggers hold (`db/migrations/*_organisation_events.sql`): what was entered by mistake is struck out by another row.
 */
export const organisationEvents = sqliteTable(
  "organisation_events",
  {
    id: key(),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id),
    /** Which follows it; whoever coordinates another reads none of it. */
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    kind: text({ enum: threadKinds }).notNull(),
    /** Civil day that it is about. */
    day: text().notNull(),
    /** What was seen, agreed or given, or why it is struck out, in the words of whoever entered it; null where nothing was said. */
    words: text(),
    /** Who was there or did it, of the programme's team; null for whoever entered it, and where `doneByWords` alone says who. */
    doneBy: integer().references(() => persons.id),
    /** Who else, in words. */
    doneByWords: text(),
    /** What it strikes out. */
    ofId: integer().references((): AnySQLiteColumn => organisationEvents.id),
    enteredAt: instant().notNull(),
    enteredBy: integer()
      .notNull()
      .references(() => persons.id),
  },
  (t) => [
    index("organisation_events_organisation").on(t.organisationId, t.day),
    index("organisation_events_programme").on(t.programmeId),
    index("organisation_events_entered_by").on(t.enteredBy),
    index("organisation_events_done_by").on(t.doneBy),
    uniqueIndex("organisation_events_struck_once").on(t.ofId).where(sql`of_id is not null`),
    isOneOf("organisation_events_kind", t.kind, threadKinds),
    isDay("organisation_events_day", t.day),
    isFilled("organisation_events_words", t.words, 2000),
    isFilled("organisation_events_done_by_words", t.doneByWords, 160),
    check("organisation_events_of_what", sql`(${t.kind} = 'struck') = (${t.ofId} is not null)`),
  ],
);
