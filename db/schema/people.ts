import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { contactKinds } from "../../lib/contacts/rules";
import { locales } from "../../lib/i18n/rules";
import { cooperativeStates, organisationKinds } from "../../lib/people/rules";
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
    /** What it is recognised by, however written, and what it is ordered by (`lib/names`). */
    nameKey: text().notNull(),
    sortName: text().notNull(),
  },
  (t) => [
    index("organisations_key").on(t.country, t.nameKey),
    index("organisations_sort").on(t.country, t.sortName),
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
    /** Both names and the organisation in the normal form that is searched, and what lists are ordered by (`lib/names`). */
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

/** The means to sign in; a person may have none. */
export const accounts = sqliteTable(
  "accounts",
  {
    id: key(),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    /** What one signs in with; unique among accounts, while persons may share a phone. */
    email: text(),
    phone: text(),
    /** argon2id; null where the account signs in by link or OpenID Connect only. */
    passwordHash: text(),
    isAdministrator: flag().notNull().default(false),
    /** Every session carries it; counting it up ends them all. */
    sessionVersion: integer().notNull().default(1),
    createdAt: instant().notNull(),
    lastSignInAt: instant(),
    /** When somebody first came in by a link sent or handed to this contact, or by an issuer that vouches for it. */
    contactProvenAt: instant(),
    /** Who handed the link over, and so vouches for it; null where it was mailed, or an issuer vouches. */
    contactProvenBy: integer().references(() => persons.id),
  },
  (t) => [
    uniqueIndex("accounts_person").on(t.personId),
    uniqueIndex("accounts_email").on(t.email),
    uniqueIndex("accounts_phone").on(t.phone),
    check("accounts_reachable", sql`${t.email} is not null or ${t.phone} is not null`),
  ],
);

/** Accounts known at an OpenID Connect issuer. */
export const identities = sqliteTable(
  "identities",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
  },
  (t) => [
    uniqueIndex("identities_subject").on(t.issuer, t.subject),
    index("identities_account").on(t.accountId),
  ],
);

/** Links by e-mail that sign in once. Only the hash is kept. */
export const signInLinks = sqliteTable(
  "sign_in_links",
  {
    tokenHash: text().primaryKey(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    /** Who hands it over; null where it goes by mail to the account's own address. */
    byPersonId: integer().references(() => persons.id),
  },
  (t) => [index("sign_in_links_account").on(t.accountId)],
);
