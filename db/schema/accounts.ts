import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, instant, key } from "./columns";
import { persons } from "./people";

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
