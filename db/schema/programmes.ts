import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { programmeRoles } from "../../lib/programmes/rules";
import { flag, instant, isDay, isFilled, isJson, isOneOf, json, key, translated } from "./columns";
import { persons } from "./people";

/** Countries in which courses are held, with what planning needs of them. */
export const countries = sqliteTable(
  "countries",
  {
    /** ISO 3166-1 alpha-2. */
    code: text().primaryKey(),
    /** IANA zone proposed for a new course. */
    zone: text().notNull(),
    /** ISO weekdays not worked, such as [5,6]. */
    weekend: json<number[]>().notNull(),
    /** Last year whose public holidays were put in; those of a year are put in once, so that what is taken out stays out. */
    holidaysUntil: integer(),
  },
  (t) => [isJson("countries_weekend", t.weekend)],
);

/** Public holidays of a country; left out when a timetable is proposed. */
export const holidays = sqliteTable(
  "holidays",
  {
    country: text()
      .notNull()
      .references(() => countries.code),
    day: text().notNull(),
    name: translated().notNull(),
    /** True where the day was computed and the moon decides: it may be a day earlier or later. */
    byMoon: flag().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.country, t.day] }),
    isDay("holidays_day", t.day),
    isJson("holidays_name", t.name),
  ],
);

/** A funded frame with dates, donor, partners and countries. */
export const programmes = sqliteTable(
  "programmes",
  {
    id: key(),
    /** Short name, unique, as in PROSPECTS. */
    code: text().notNull(),
    title: translated().notNull(),
    donor: text(),
    partners: text(),
    startsOn: text(),
    endsOn: text(),
    /** Who issues certificates, as printed. */
    issuer: translated().notNull(),
    /** Whom the public may ask: printed nowhere, shown where somebody cannot go on or verifies a certificate. */
    contactName: text(),
    /** As it is to be dialled and shown. */
    contactPhone: text(),
    contactEmail: text(),
    /** True: a workshop that a trainer schedules counts and is public once a coordinator has approved it. */
    approvesWorkshops: flag().notNull().default(true),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("programmes_code").on(t.code),
    isFilled("programmes_code_filled", t.code, 60),
    isJson("programmes_title", t.title),
    isDay("programmes_starts", t.startsOn),
    isDay("programmes_ends", t.endsOn),
  ],
);

export const programmeCountries = sqliteTable(
  "programme_countries",
  {
    programmeId: integer()
      .notNull()
      .references(() => programmes.id, { onDelete: "cascade" }),
    country: text()
      .notNull()
      .references(() => countries.code),
  },
  (t) => [primaryKey({ columns: [t.programmeId, t.country] })],
);

/** Who coordinates and who trains in a programme. */
export const programmeMembers = sqliteTable(
  "programme_members",
  {
    programmeId: integer()
      .notNull()
      .references(() => programmes.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    role: text({ enum: programmeRoles }).notNull(),
    since: instant().notNull(),
    /** The person's `sortName`, kept by triggers: the members of a role in the order of their names are read, not sorted. */
    sortName: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.programmeId, t.personId, t.role] }),
    index("programme_members_person").on(t.personId),
    index("programme_members_names").on(t.role, t.sortName, t.personId),
    index("programme_members_programme_names").on(t.programmeId, t.role, t.sortName, t.personId),
    isOneOf("programme_members_role", t.role, programmeRoles),
  ],
);

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
