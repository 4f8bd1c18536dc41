import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { locales } from "../values/languages";
import { registrationCauses, registrationSources, registrationStates } from "../values/registrations";
import { flag, instant, isJson, isOneOf, json, key } from "./columns";
import { courses } from "./courses";
import { courseGroups } from "./groups";
import { persons } from "./people";

/** How a person gets into a course. The state here is what the last change says. */
export const registrations = sqliteTable(
  "registrations",
  {
    id: key(),
    /** Unguessable; opens the person's page of this registration without sign-in. */
    token: text().notNull(),
    /** To quote on the telephone: unique within the course, from 1. */
    number: integer().notNull(),
    courseId: integer()
      .notNull()
      .references(() => courses.id),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    state: text({ enum: registrationStates }).notNull(),
    /** The group that the person is in while they hold a place; null where they are in none. */
    groupId: integer().references(() => courseGroups.id),
    /**
     * Order on the waiting list: grows within the course and is never given twice. The place on the list is how many
     * of those who wait have a smaller one, plus one. Kept after the list was left, for a course that opens again.
     */
    waitingSequence: integer(),
    /** When the registration first held a place; null where it never did. */
    placeSince: instant(),
    /** Keyed hash of the address that a registration with an unproven contact came from; emptied after an hour. */
    addressKey: text(),
    source: text({ enum: registrationSources }).notNull(),
    answers: json<Record<string, string>>().notNull(),
    /** What the place must offer: step-free room, sign language; seen by trainers. */
    needs: text(),
    consentVersion: text(),
    consentLanguage: text({ enum: locales }),
    consentAt: instant(),
    photoConsent: flag().notNull().default(false),
    /** Random key of the form, so that a double submit makes one registration. */
    formKey: text().notNull(),
    registeredAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("registrations_token").on(t.token),
    uniqueIndex("registrations_number").on(t.courseId, t.number),
    uniqueIndex("registrations_person").on(t.courseId, t.personId),
    uniqueIndex("registrations_waiting").on(t.courseId, t.waitingSequence),
    uniqueIndex("registrations_form").on(t.courseId, t.formKey),
    index("registrations_by_person").on(t.personId),
    index("registrations_state").on(t.courseId, t.state, t.waitingSequence),
    index("registrations_group").on(t.groupId).where(sql`group_id is not null`),
    index("registrations_address").on(t.courseId, t.addressKey).where(sql`address_key is not null`),
    isOneOf("registrations_state_known", t.state, registrationStates),
    isOneOf("registrations_source", t.source, registrationSources),
    isJson("registrations_answers", t.answers),
    check("registrations_waiting_state", sql`${t.state} <> 'waiting' or ${t.waitingSequence} is not null`),
    check("registrations_consent", sql`${t.source} <> 'self' or ${t.consentAt} is not null`),
  ],
);

/** Every change of a registration: who, when, why. */
export const registrationChanges = sqliteTable(
  "registration_changes",
  {
    id: key(),
    registrationId: integer()
      .notNull()
      .references(() => registrations.id),
    /** Null at the beginning. */
    fromState: text({ enum: registrationStates }),
    toState: text({ enum: registrationStates }).notNull(),
    reason: text(),
    /** What brought it about; null in rows older than this column. */
    cause: text({ enum: registrationCauses }),
    /** Null where the person did it without an account, or the system did. */
    byPersonId: integer().references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [
    index("registration_changes_registration").on(t.registrationId, t.id),
    isOneOf("registration_changes_to", t.toState, registrationStates),
    check(
      "registration_changes_cause",
      sql`${t.cause} is null or ${t.cause} in (${sql.raw(registrationCauses.map((c) => `'${c}'`).join(", "))})`,
    ),
  ],
);

/**
 * How many women and men came to a workshop that ended, of those who agreed to totals and said it. Kept by the process alone, which opens
 * what is sealed for it, and never of fewer than five who said it: then both are 0. No row, nobody counted yet.
 */
export const cameBySex = sqliteTable(
  "came_by_sex",
  {
    courseId: integer()
      .primaryKey()
      .references(() => courses.id, { onDelete: "cascade" }),
    women: integer().notNull(),
    men: integer().notNull(),
  },
  (t) => [
    check(
      "came_by_sex_not_of_few",
      sql`${t.women} >= 0 and ${t.men} >= 0 and (${t.women} + ${t.men} = 0 or ${t.women} + ${t.men} >= 5)`,
    ),
  ],
);
