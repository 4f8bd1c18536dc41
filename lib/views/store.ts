import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { savedViews } from "@/db/schema/views";
import type { Context } from "../acts/context";
import type { ViewList } from "./rules";

export type ViewRow = typeof savedViews.$inferSelect;

/** A view as it is within the open transaction, also one that was deleted; undefined where it is somebody else's. */
export const viewRow = (cx: Context, personId: number, viewId: number): ViewRow | undefined =>
  cx.db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, viewId), eq(savedViews.personId, personId)))
    .get();

/** Somebody's views of a list, the oldest first. */
export const viewRowsOf = (cx: Context, personId: number, list: ViewList): ViewRow[] =>
  cx.db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.personId, personId), eq(savedViews.list, list), isNull(savedViews.deletedAt)))
    .orderBy(asc(savedViews.id))
    .all();

/** Adds a view; gives its key. */
export const insertView = (
  cx: Context,
  view: Pick<ViewRow, "personId" | "list" | "name" | "query">,
): number =>
  Number(
    cx.db
      .insert(savedViews)
      .values({ ...view, createdAt: cx.now })
      .run().lastInsertRowid,
  );

/** Writes what is other in a view. */
export function updateView(
  cx: Context,
  viewId: number,
  changed: Partial<Pick<ViewRow, "name" | "deletedAt">>,
): void {
  cx.db.update(savedViews).set(changed).where(eq(savedViews.id, viewId)).run();
}

/** Takes out what somebody deleted before: its undo is over. */
export function dropDeleted(cx: Context, personId: number): void {
  cx.db
    .delete(savedViews)
    .where(and(eq(savedViews.personId, personId), isNotNull(savedViews.deletedAt)))
    .run();
}
