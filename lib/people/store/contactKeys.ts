import { eq, type SQL, sql } from "drizzle-orm";
import { contactKeys } from "@/db/schema/people";
import type { Context } from "../../acts/context";
import { type Contact, contactKeysOf } from "../../contacts/rules";

/** Adds what a person is found by of whom nothing is kept yet. Within the open transaction. */
export function addContactKeys(cx: Context, personId: number, contact: Contact): void {
  const keys = contactKeysOf(cx.settings.key, contact);
  if (keys.length === 0) return;
  cx.db
    .insert(contactKeys)
    .values(keys.map((key) => ({ ...key, personId })))
    .run();
}

/** Keeps what a person's contact is found by, in place of what was there. Within the open transaction. */
export function keepContactKeys(cx: Context, personId: number, contact: Contact): void {
  cx.db.delete(contactKeys).where(eq(contactKeys.personId, personId)).run();
  addContactKeys(cx, personId, contact);
}

/** Forgets what everybody's contact is found by, before all of it is made anew. */
export function forgetContactKeys(cx: Context): void {
  cx.db.delete(contactKeys).run();
}

/**
 * Which people among these have a whole phone number or e-mail address in common with one of the others, each pair both
 * ways where these are the same.
 * @param among the keys of people, as a query of one column.
 * @param others of whom the other is one; null for anybody.
 */
export const sharingContacts = (
  cx: Context,
  among: SQL,
  others: SQL | null = among,
): { personId: number; otherId: number; kind: "phone" | "email" }[] =>
  cx.db.all(
    sql`select mine.person_id as personId, other.person_id as otherId, mine.kind as kind
      from ${contactKeys} as mine
      join ${contactKeys} as other on other.hash = mine.hash and other.person_id <> mine.person_id
      where mine.kind in ('phone', 'email') and mine.person_id in (${among})
        ${others === null ? sql`` : sql`and other.person_id in (${others})`}`,
  );
