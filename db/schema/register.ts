import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { locales } from "../values/languages";
import { instant, isFilled, isOneOf, key } from "./columns";
import { persons } from "./people";

/**
 * That a trainer wants to be found in the public register, given and revoked by the trainer alone. Who gives it again has
 * another row, with another address; what was revoked stays, to show what was agreed to and until when.
 */
export const registerConsents = sqliteTable(
  "register_consents",
  {
    id: key(),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    /** What their page in the register is called in its address; says nothing of who it is. */
    address: text().notNull(),
    /** Which text they agreed to, and in which language they read it. */
    textVersion: text().notNull(),
    language: text({ enum: locales }).notNull(),
    givenAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex("register_consents_address").on(t.address),
    uniqueIndex("register_consents_once").on(t.personId).where(sql`revoked_at is null`),
    index("register_consents_person").on(t.personId),
    isFilled("register_consents_text", t.textVersion, 20),
    isOneOf("register_consents_language", t.language, locales),
    check("register_consents_order", sql`${t.revokedAt} is null or ${t.revokedAt} >= ${t.givenAt}`),
  ],
);
