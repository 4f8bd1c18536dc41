import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { refuse } from "../../result";
import { viewSchema } from "../schema";
import { dropDeleted, updateView, viewRow } from "../store";
import { demandRoom } from "./save";

/** Deletes a view of the viewer's own; the last one deleted can be put back. */
export const deleteView = command("account.own", viewSchema, (cx, { viewId }) => {
  const { personId } = gate.self(cx);
  const view = viewRow(cx, personId, viewId);
  if (!view || view.deletedAt !== null) return refuse("notFound");
  dropDeleted(cx, personId);
  updateView(cx, viewId, { deletedAt: cx.now });
  happened(cx, { kind: "view.deleted", viewId });
  return { viewId };
});

/** Puts back the view that the viewer deleted last. */
export const restoreView = command("account.own", viewSchema, (cx, { viewId }) => {
  const { personId } = gate.self(cx);
  const view = viewRow(cx, personId, viewId);
  if (!view || view.deletedAt === null) return refuse("notFound");
  demandRoom(cx, personId, view.list, view.name);
  updateView(cx, viewId, { deletedAt: null });
  happened(cx, { kind: "view.restored", viewId });
  return { viewId, query: view.query };
});
