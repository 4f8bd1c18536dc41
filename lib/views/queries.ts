import type { Granted, Self } from "../access/gate";
import type { Context } from "../acts/context";
import type { ViewList } from "./rules";
import { viewRow, viewRowsOf } from "./store";

/** The viewer's own views of a list, the oldest first. */
export const ownViews = (cx: Context, self: Granted<Self, "account.own">, list: ViewList) =>
  viewRowsOf(cx, self.personId, list).map(({ id, name, query }) => ({ id, name, query }));

export type OwnView = ReturnType<typeof ownViews>[number];

/** A view that the viewer deleted and can put back; null where there is none such. */
export function deletedView(
  cx: Context,
  self: Granted<Self, "account.own">,
  viewId: number | null,
): { id: number; name: string } | null {
  const row = viewId === null ? undefined : viewRow(cx, self.personId, viewId);
  return row && row.deletedAt !== null ? { id: row.id, name: row.name } : null;
}
