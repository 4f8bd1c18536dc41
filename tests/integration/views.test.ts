import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { faultsOf } from "../../lib/faults";
import { deleteView, renameView, restoreView, saveView } from "../../lib/views/commands";
import { deletedView, ownViews } from "../../lib/views/queries";
import { longestName, mostViews } from "../../lib/views/rules";
import { saveViewSchema } from "../../lib/views/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { fault, now, person, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const save = (name: string, by: Viewer = w.coordinator, list: "courses" | "people" = "courses") =>
  saveView(as(by, now), { list, name, query: "state=open" });
const names = (by: Viewer = w.coordinator) => {
  const cx = as(by);
  return ownViews(cx, gate.self(cx), "courses").map((view) => view.name);
};

describe("a view of a list", () => {
  it("is each person's own", () => {
    const { viewId } = value(save("Open ones"));
    value(save("People", w.coordinator, "people"));
    expect(names()).toEqual(["Open ones"]);
    expect(names(w.trainer)).toEqual([]);
    for (const act of [
      () => renameView(as(w.trainer, now), { viewId, name: "Mine" }),
      () => deleteView(as(w.trainer, now), { viewId }),
      () => restoreView(as(w.trainer, now), { viewId }),
    ])
      expect(fault(act()).code).toBe("notFound");
  });
  it("is not kept for whoever has no such list", () => {
    const participant = viewer(person("Participant"));
    expect(fault(save("None", participant)).code).toBe("notFound");
    expect(fault(save("None", w.trainer, "people")).code).toBe("notFound");
    value(save("Trained", w.trainer));
    expect(sqlite().prepare("SELECT count(*) FROM saved_views WHERE name = 'None'").pluck().get()).toBe(0);
  });
  it("has a name of its own, of at most sixty letters", () => {
    const said = (name: string) =>
      saveViewSchema.safeParse({ list: "courses", query: "", name }).error?.issues ?? [];
    expect(faultsOf(said("N".repeat(10_000)))).toMatchObject({
      name: { code: "tooLong", params: { max: 60 } },
    });
    expect(faultsOf(said("  "))).toMatchObject({ name: { code: "required" } });
    expect(said("ن".repeat(longestName))).toEqual([]);
    value(save("Twice"));
    expect(fault(save("Twice"))).toMatchObject({ fields: { name: { code: "viewNameTaken" } } });
  });
  it("is renamed, deleted and put back as long as no other was deleted", () => {
    const first = value(save("First")).viewId;
    const second = value(save("Second")).viewId;
    value(renameView(as(w.coordinator, now), { viewId: first, name: "The first" }));
    expect(names()).toContain("The first");
    const cx = as(w.coordinator);
    value(deleteView(as(w.coordinator, now), { viewId: first }));
    expect(names()).not.toContain("The first");
    expect(deletedView(cx, gate.self(cx), first)).toEqual({ id: first, name: "The first" });
    expect(value(restoreView(as(w.coordinator, now), { viewId: first })).query).toBe("state=open");
    value(deleteView(as(w.coordinator, now), { viewId: first }));
    value(deleteView(as(w.coordinator, now), { viewId: second }));
    expect(deletedView(cx, gate.self(cx), first)).toBeNull();
    expect(fault(restoreView(as(w.coordinator, now), { viewId: first })).code).toBe("notFound");
    // Its name was given to another one meanwhile.
    value(save("Second"));
    expect(fault(restoreView(as(w.coordinator, now), { viewId: second }))).toMatchObject({
      fields: { name: { code: "viewNameTaken" } },
    });
  });
  it("is one of so many at most", () => {
    const before = names(w.trainer).length;
    for (let i = before; i < mostViews; i++) value(save(`View ${i}`, w.trainer));
    expect(fault(save("One more", w.trainer))).toMatchObject({
      fields: { name: { code: "tooManyViews", params: { max: mostViews } } },
    });
    expect(sqlite().prepare("SELECT count(*) FROM saved_views WHERE name = 'One more'").pluck().get()).toBe(
      0,
    );
  });
});
