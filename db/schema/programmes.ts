import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { programmeRoles } from "../values/programmes";
import { flag, instant, isDay, isFilled, isJson, isOneOf, key, translated } from "./columns";
import { persons } from "./people";
import { countries } from "./places";

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
    /** True: its trainers, too, sign in with a second step. */
    trainersTakeSecondStep: flag().notNull().default(false),
    /** Most hours of sessions on a day, for whoever sits through them and for whoever trains. */
    hoursADay: integer().notNull().default(8),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
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
    /** The last day of the role, of the programme; null where it ends with the programme alone. */
    endsOn: text(),
    /** The person's `sortName`, kept by triggers: the members of a role in the order of their names are read, not sorted. */
    sortName: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.programmeId, t.personId, t.role] }),
    index("programme_members_person").on(t.personId),
    index("programme_members_names").on(t.role, t.sortName, t.personId),
    index("programme_members_programme_names").on(t.programmeId, t.role, t.sortName, t.personId),
    isOneOf("programme_members_role", t.role, programmeRoles),
    isDay("programme_members_ends", t.endsOn),
  ],
);

/** Somebody looked through who has a role in a programme, which is due twice a year. */
export const roleReviews = sqliteTable(
  "role_reviews",
  {
    id: key(),
    programmeId: integer()
      .notNull()
      .references(() => programmes.id, { onDelete: "cascade" }),
    byPersonId: integer()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [index("role_reviews_programme").on(t.programmeId, t.at)],
);
