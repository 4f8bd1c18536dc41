import { eq } from "drizzle-orm";
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
