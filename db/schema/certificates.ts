import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type CertificateFacts, certificateKinds } from "../values/certificates";
import { type Locale, locales } from "../values/languages";
import { instant, isDay, isJson, isOneOf, json, key } from "./columns";
import { tools } from "./curriculum";
import { persons } from "./people";
import { registrations } from "./registrations";

export const certificates = sqliteTable(
  "certificates",
  {
    id: key(),
    serial: text().notNull(),
    registrationId: integer()
      .notNull()
      .references(() => registrations.id),
    kind: text({ enum: certificateKinds }).notNull(),
    /** The tool of a trainer certification; null of participation, and where it is of all tools of its course. */
    toolId: integer().references(() => tools.id),
    language: text({ enum: locales }).$type<Locale>().notNull(),
    facts: json<CertificateFacts>().notNull(),
    issuedAt: instant().notNull(),
    /** When it became valid; null while it is prepared for the closing of a course that has not ended. */
    validFrom: instant(),
    /** When the course ended without its person meeting the rule, of a prepared one; it was never valid. */
    voidedAt: instant(),
    /** Civil day at the course's place. */
    issuedOn: text().notNull(),
    issuedBy: integer().references(() => persons.id),
    /** Last day of validity, or null: without end. */
    expiresOn: text(),
    revokedAt: instant(),
    revokedBy: integer().references(() => persons.id),
    revocationReason: text(),
    /** The revoked certificate in whose place this one stands. */
    replacesId: integer(),
  },
  (t) => [
    uniqueIndex("certificates_serial").on(t.serial),
    uniqueIndex("certificates_one_valid")
      .on(t.registrationId, t.kind)
      .where(sql`kind = 'participation' and revoked_at is null and voided_at is null`),
    /** One that has run out stands beside the one that came after it. */
    uniqueIndex("certificates_one_certification")
      .on(t.registrationId, t.toolId, t.expiresOn)
      .where(sql`kind = 'trainer_certification' and revoked_at is null`),
    uniqueIndex("certificates_replaces").on(t.replacesId),
    index("certificates_registration").on(t.registrationId),
    /** The last group, by which somebody reads a serial out. */
    index("certificates_end").on(sql`substr(serial, -4)`),
    isOneOf("certificates_kind", t.kind, certificateKinds),
    isDay("certificates_issued_on", t.issuedOn),
    isDay("certificates_expires_on", t.expiresOn),
    isJson("certificates_facts", t.facts),
    check(
      "certificates_serial_form",
      sql`length(${t.serial}) = 16 and ${t.serial} not glob '*[^0-9A-HJKMNP-TW-Z]*'`,
    ),
    check("certificates_revoked", sql`(${t.revokedAt} is null) = (${t.revocationReason} is null)`),
    check("certificates_expiry", sql`${t.kind} <> 'trainer_certification' or ${t.expiresOn} is not null`),
  ],
);
