import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";
import { persons } from "./people";
import { programmes } from "./programmes";

/**
 * In which programmes a person is known: the scope of a coordinator's lists and pages. Kept by commands (somebody
 * registers, is added, is brought in), never derived from rows that the asker can write without having been let in.
 */
export const personProgrammes = sqliteTable(
  "person_programmes",
  {
    personId: integer()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    programmeId: integer()
      .notNull()
      .references(() => programmes.id, { onDelete: "cascade" }),
    since: instant().notNull(),
    /** Who brought the person in; null where the person came by themselves. */
    byPersonId: integer().references(() => persons.id),
    /** The person's `sortName`, kept by triggers: the people of a programme in the order of their names are read, not sorted. */
    sortName: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.programmeId, t.personId] }),
    index("person_programmes_person").on(t.personId),
    index("person_programmes_names").on(t.programmeId, t.sortName, t.personId),
  ],
);

/**
 * Sex, birth year, displacement, disability: encrypted (AES-256-GCM), read through one function that is audited. Kept
 * for the programme to which it was said: another one, in which the person is known too, neither reads nor changes it.
 */
export const sensitiveFacts = sqliteTable(
  "sensitive_facts",
  {
    personId: integer()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    sealed: blob({ mode: "buffer" }).notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.programmeId] })],
);
