import * as gate from "../../access/gate";
import type { Permission } from "../../access/table";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { mostViews, type ViewList } from "../rules";
import { renameViewSchema, saveViewSchema } from "../schema";
import { insertView, updateView, viewRow, viewRowsOf } from "../store";

/** Refuses a name that another view of the list has, and one view too many. */
export function demandRoom(cx: Context, personId: number, list: ViewList, name: string, but?: number): void {
  const others = viewRowsOf(cx, personId, list).filter(({ id }) => id !== but);
  if (others.some((view) => view.name === name)) refuseAt({ name: fault("viewNameTaken") });
  if (others.length >= mostViews) refuseAt({ name: fault("tooManyViews", { params: { max: mostViews } }) });
}

/** What whoever has a list to see may do, as its page asks. */
const readBy: Record<ViewList, Permission> = {
  courses: "desk.read",
  people: "people.read",
  registrations: "registrations.read",
  trainers: "trainers.read",
  organisations: "people.read",
};

/** Saves what the address of a list says as a view of the viewer's own; not found for whoever has no such list. */
export const saveView = command("account.own", saveViewSchema, (cx, input) => {
  const { personId } = gate.self(cx);
  gate.anywhere(cx, readBy[input.list]);
  demandRoom(cx, personId, input.list, input.name);
  const viewId = insertView(cx, { personId, ...input });
  happened(cx, { kind: "view.saved", viewId });
  return { viewId, name: input.name };
});

/** Gives a view of the viewer's own another name. */
export const renameView = command("account.own", renameViewSchema, (cx, input) => {
  const { personId } = gate.self(cx);
  const view = viewRow(cx, personId, input.viewId);
  if (!view || view.deletedAt !== null) return refuse("notFound");
  demandRoom(cx, personId, view.list, input.name, view.id);
  updateView(cx, view.id, { name: input.name });
  happened(cx, { kind: "view.renamed", viewId: view.id });
  return { viewId: view.id, name: input.name };
});
