import { eq, sql } from "drizzle-orm";
import { type Db, prepared } from "@/db/client";
import { contactKeys } from "@/db/schema";
import { type Contact, contactKeysOf } from "./rules";

const forgetKeys = prepared((db) =>
  db
    .delete(contactKeys)
    .where(eq(contactKeys.personId, sql.placeholder("personId")))
    .prepare(),
);

const keepKey = prepared((db) =>
  db
    .insert(contactKeys)
    .values({
      hash: sql.placeholder("hash"),
      personId: sql.placeholder("personId"),
      kind: sql.placeholder("kind"),
    })
    .prepare(),
);

/** Keeps what a person's contact is found by, in place of what was there. Within the open transaction. */
export function keepContactKeys(db: Db, key: Buffer, personId: number, contact: Contact): void {
  forgetKeys(db).run({ personId });
  for (const { kind, hash } of contactKeysOf(key, contact)) keepKey(db).run({ hash, personId, kind });
}
