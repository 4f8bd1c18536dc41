import { eq } from "drizzle-orm";
import { hasTable } from "@/db/migrate";
import { keyChecks } from "@/db/schema/keys";
import type { Context } from "../acts/context";
import { keyIdOf, proofOf } from "../crypto/seal";

export type KeyCheck = typeof keyChecks.$inferSelect;

/** True where the database has a table: one that an older version made, and that is not migrated yet, may lack it. */
export const isTable = (cx: Context, name: string): boolean => hasTable(cx.db.$client, name);

/** The keys that the database knows, the oldest first; none in one from before they were kept. */
export const knownKeys = (cx: Context): KeyCheck[] => (isTable(cx, "key_checks") ? allKeys(cx) : []);

const allKeys = (cx: Context): KeyCheck[] => cx.db.select().from(keyChecks).orderBy(keyChecks.since).all();

/** Keeps by what a key is known again; one that was retired is in use again. */
export function keepKey(cx: Context, key: Buffer): void {
  cx.db
    .insert(keyChecks)
    .values({ id: keyIdOf(key), proof: proofOf(key), since: cx.now })
    .onConflictDoUpdate({ target: keyChecks.id, set: { retiredAt: null } })
    .run();
}

/** Notes that nothing is sealed with a key any more. */
export function retireKey(cx: Context, id: string): void {
  cx.db.update(keyChecks).set({ retiredAt: cx.now }).where(eq(keyChecks.id, id)).run();
}
