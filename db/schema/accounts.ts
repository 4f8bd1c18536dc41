import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { challengePurposes, codePurposes } from "../values/accounts";
import { flag, instant, isFilled, isOneOf, json, key } from "./columns";
import { persons } from "./people";

/** The means to sign in; a person may have none. */
export const accounts = sqliteTable(
  "accounts",
  {
    id: key(),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    /**
     * What one signs in with. Until one of them has proven it, several accounts may have the same; it is unique among
     * those that have.
     */
    email: text(),
    phone: text(),
    /** When its owner showed that the address is theirs: by a code or link mailed to it, or an issuer that names it. */
    emailProvenAt: instant(),
    /** When the number was shown to be theirs, and who handed over the code. */
    phoneProvenAt: instant(),
    phoneProvenBy: integer().references(() => persons.id),
    /** From when on nobody signs in by it, and who decided that; null while it is open. */
    disabledAt: instant(),
    disabledBy: integer().references(() => persons.id),
    /** argon2id; null where the account signs in by link or OpenID Connect only. */
    passwordHash: text(),
    isAdministrator: flag().notNull().default(false),
    createdAt: instant().notNull(),
    lastSignInAt: instant(),
    /**
     * When its owner first came in by a link or code that somebody handed over, and who that was: whoever trusts them takes
     * it for theirs. It proves no address.
     */
    invitedAt: instant(),
    invitedBy: integer().references(() => persons.id),
  },
  (t) => [
    uniqueIndex("accounts_person").on(t.personId),
    index("accounts_email").on(t.email),
    index("accounts_phone").on(t.phone),
    uniqueIndex("accounts_email_proven").on(t.email).where(sql`email_proven_at is not null`),
    uniqueIndex("accounts_phone_proven").on(t.phone).where(sql`phone_proven_at is not null`),
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
    /** When it was taken off the account: whoever comes with it since is refused, whatever address the issuer verified. */
    refusedAt: instant(),
    /** True where the account's owner took it off, who may let it in again; what an administrator took off stays so. */
    refusedByOwner: integer({ mode: "boolean" }).notNull().default(false),
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

/** Somebody signed in on a device, until they sign out, stay away too long, or it is ended. Only the token's hash is kept. */
export const signIns = sqliteTable(
  "sign_ins",
  {
    id: key(),
    tokenHash: text().notNull(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    startedAt: instant().notNull(),
    /** The last request, to the minute. */
    seenAt: instant().notNull(),
    /** When the password, a passkey or a link was last shown: what changes the account asks for it anew after a while. */
    confirmedAt: instant().notNull(),
    /** When the second step was taken; null where it was not. */
    secondStepAt: instant(),
    /** The device, as in "Firefox, Android". */
    device: text().notNull(),
    /** Hash of the cookie by which the device is known again after signing out. */
    deviceHash: text(),
  },
  (t) => [uniqueIndex("sign_ins_token").on(t.tokenHash), index("sign_ins_account").on(t.accountId, t.seenAt)],
);

/** Devices on which an account was signed in to: tries from elsewhere do not make these wait. */
export const knownDevices = sqliteTable(
  "known_devices",
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    deviceHash: text().notNull(),
    seenAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.deviceHash] })],
);

/** One-time codes: mailed, or handed over by whoever coordinates or trains. Only the hash is kept. */
export const oneTimeCodes = sqliteTable(
  "one_time_codes",
  {
    id: key(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    purpose: text({ enum: codePurposes }).notNull(),
    /** The contact that it proves; neither, where it lets its owner back in to an account without a phone. */
    email: text(),
    phone: text(),
    codeHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** How many digits it has: a long one is ended by no misses. */
    digits: integer().notNull().default(8),
    /** Wrong codes typed so far; too many end it, where it is short. */
    misses: integer().notNull().default(0),
    usedAt: instant(),
    /** Who hands it over; null where it is mailed. */
    byPersonId: integer().references(() => persons.id),
  },
  (t) => [
    index("one_time_codes_account").on(t.accountId, t.purpose),
    index("one_time_codes_phone").on(t.phone),
    isOneOf("one_time_codes_purpose", t.purpose, codePurposes),
  ],
);

/** Passkeys (WebAuthn credentials) of accounts. */
export const passkeys = sqliteTable(
  "passkeys",
  {
    id: key(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    credentialId: text().notNull(),
    /** COSE, base64url. */
    publicKey: text().notNull(),
    counter: integer().notNull(),
    transports: json<string[]>().notNull(),
    /** What its owner calls it. */
    name: text().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [
    uniqueIndex("passkeys_credential").on(t.credentialId),
    index("passkeys_account").on(t.accountId),
    isFilled("passkeys_name", t.name, 60),
  ],
);

/** The authenticator app of an account (TOTP, RFC 6238). */
export const authenticators = sqliteTable("authenticators", {
  accountId: integer()
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  /** Sealed. */
  secret: text().notNull(),
  createdAt: instant().notNull(),
  /** When a code of it was first shown; until then it counts for nothing. */
  confirmedAt: instant(),
  /** The last time step whose code was taken, so that none is taken twice. */
  lastStep: integer(),
});

/** Codes on paper that stand in for the second step, each once. Only hashes are kept. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    codeHash: text().notNull(),
    usedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] })],
);

/** What browsers are asked to sign with a passkey just now, each once and for some minutes. */
export const passkeyChallenges = sqliteTable(
  "passkey_challenges",
  {
    /** Random, base64url. */
    challenge: text().primaryKey(),
    purpose: text({ enum: challengePurposes }).notNull(),
    /** Whose passkey is meant; null in `signIn`, where the passkey says it. */
    accountId: integer().references(() => accounts.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index("passkey_challenges_expires").on(t.expiresAt),
    isOneOf("passkey_challenges_purpose", t.purpose, challengePurposes),
  ],
);
