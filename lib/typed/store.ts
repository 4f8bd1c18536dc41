import { and, desc, eq, gt, lte, notInArray } from "drizzle-orm";
import { typedTexts } from "@/db/schema/typed";
import type { Context } from "../acts/context";

/** Keeps under a word what an account typed. */
export function insertTyped(cx: Context, word: string, accountId: number, texts: readonly string[]): void {
  cx.db.insert(typedTexts).values({ word, accountId, texts, at: cx.now }).run();
}

/** What this account typed after an instant, by its word; undefined where it is somebody else's, or older. */
export const typedRow = (cx: Context, accountId: number, word: string, after: number) =>
  cx.db
    .select({ texts: typedTexts.texts })
    .from(typedTexts)
    .where(and(eq(typedTexts.word, word), eq(typedTexts.accountId, accountId), gt(typedTexts.at, after)))
    .get();

/** Deletes what was typed up to an instant. */
export function deleteTypedUntil(cx: Context, until: number): void {
  cx.db.delete(typedTexts).where(lte(typedTexts.at, until)).run();
}

/** Deletes what an account typed but for the newest of it. */
export function deleteTypedBut(cx: Context, accountId: number, newest: number): void {
  const kept = cx.db
    .select({ word: typedTexts.word })
    .from(typedTexts)
    .where(eq(typedTexts.accountId, accountId))
    .orderBy(desc(typedTexts.at))
    .limit(newest);
  cx.db
    .delete(typedTexts)
    .where(and(eq(typedTexts.accountId, accountId), notInArray(typedTexts.word, kept)))
    .run();
}
