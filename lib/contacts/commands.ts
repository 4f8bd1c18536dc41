import { eq, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import { contactKeys } from "@/db/schema";
import type { Context } from "../acts/context";
import { type Contact, contactKeysOf } from "./rules";

const forgetKeys = prepared((db) =>
  db
    .delete(contactKeys)
    .where(eq(contactKeys.personId, sql.placeholder("personId")))
    .prepare(),
);

/** All keys of a person at once, given as a JSON list: one statement for each would be most of the work. */
const addKeys = prepared((db) =>
  db
    .insert(contactKeys)
    .select(
      sql`select value ->> 'hash', ${sql.placeholder("personId")}, value ->> 'kind' from json_each(${sql.placeholder("keys")})`,
    )
    .prepare(),
);

/** Adds what a person is found by of whom nothing is kept yet. Within the open transaction. */
export function addContactKeys(cx: Context, key: Buffer, personId: number, contact: Contact): void {
  const keys = contactKeysOf(key, contact);
  if (keys.length > 0) addKeys(cx.db).run({ personId, keys: JSON.stringify(keys) });
}

/** Keeps what a person's contact is found by, in place of what was there. Within the open transaction. */
export function keepContactKeys(cx: Context, key: Buffer, personId: number, contact: Contact): void {
  forgetKeys(cx.db).run({ personId });
  addContactKeys(cx, key, personId, contact);
}
