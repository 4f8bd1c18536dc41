import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { contactKinds } from "../values/contacts";
import { locales } from "../values/languages";
import { cooperativeStates, organisationKinds } from "../values/people";
import { flag, instant, isFilled, isOneOf, key } from "./columns";

/** Cooperatives and the organisations around them. */
export const organisations = sqliteTable(
  "organisations",
  {
    id: key(),
    name: text().notNull(),
    kind: text({ enum: organisationKinds }).notNull(),
    sector: text(),
    country: text(),
    place: text(),
    /** Of a cooperative only. */
    state: text({ enum: cooperativeStates }),
    /** Members by sex where known. */
    womenMembers: integer(),
    menMembers: integer(),
    fictional: flag().notNull().default(false),
    /** What it is recognised by, however written, and what it is ordered by. */
    nameKey: text().notNull(),
    sortName: text().notNull(),
  },
  (t) => [
    index("organisations_key").on(t.country, t.nameKey),
    index("organisations_sort").on(t.country, t.sortName),
    index("organisations_names").on(t.sortName, t.id),
    isFilled("organisations_name", t.name),
    isOneOf("organisations_kind", t.kind, organisationKinds),
    check("organisations_state", sql`${t.state} is null or ${t.kind} in ('cooperative', 'union')`),
    check(
      "organisations_members",
      sql`coalesce(${t.womenMembers}, 0) >= 0 and coalesce(${t.menMembers}, 0) >= 0`,
    ),
  ],
);

/** People: participants, trainers, coordinators; one row for a lifetime. */
export const persons = sqliteTable(
  "persons",
  {
    id: key(),
    /** As the person writes it, in any script. */
    name: text().notNull(),
    /** Latin form, where the name is in another script and the form is known. */
    latinName: text(),
    /** Both names and the organisation in the normal form that is searched, and what lists are ordered by. */
    search: text().notNull(),
    sortName: text().notNull(),
    email: text(),
    /** E.164. */
    phone: text(),
    language: text({ enum: locales }).notNull(),
    organisationId: integer().references(() => organisations.id),
    /** Role in the organisation, in the person's words. */
    position: text(),
    country: text(),
    /** ISO 3166-2 code of the governorate in which they work, of that country (`lib/i18n/governorateNames.ts`). */
    governorate: text(),
    createdAt: instant().notNull(),
    /** Counts up with every change, so that a stale form is noticed. */
    version: integer().notNull().default(1),
    fictional: flag().notNull().default(false),
  },
  (t) => [
    index("persons_email").on(t.email),
    index("persons_phone").on(t.phone),
    index("persons_sort").on(t.sortName, t.id),
    index("persons_country").on(t.country),
    index("persons_governorate").on(t.governorate).where(sql`governorate is not null`),
    index("persons_organisation").on(t.organisationId, t.sortName),
    isFilled("persons_name_filled", t.name),
    isOneOf("persons_language", t.language, locales),
    check("persons_phone_e164", sql`${t.phone} is null or ${t.phone} glob '+[1-9]*'`),
    check(
      "persons_email_small",
      sql`${t.email} is null or (${t.email} = lower(${t.email}) and ${t.email} like '%_@_%')`,
    ),
  ],
);

/**
 * What people are found by who give a phone or an e-mail address: keyed hashes of the whole and of the last digits, kept
 * by every command that writes a contact. The contact itself cannot be read from them.
 */
export const contactKeys = sqliteTable(
  "contact_keys",
  {
    hash: text().notNull(),
    personId: integer()
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    kind: text({ enum: contactKinds }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.hash, t.personId] }),
    index("contact_keys_person").on(t.personId),
    isOneOf("contact_keys_kind", t.kind, contactKinds),
  ],
);
