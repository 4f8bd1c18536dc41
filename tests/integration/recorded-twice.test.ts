import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { confirmWorkshop } from "../../lib/stages/commands";
import { workshopsToConfirm } from "../../lib/stages/queries/confirming";
import { wayAt } from "../../lib/stages/queries/deciding";
import { ownEntered } from "../../lib/stages/queries/entered";
import { confirmWorkshopSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const [amal] = tot.people.map(({ personId }) => personId) as [number];
const first = await workshopOf(amal);
first.end();
const again = await workshopOf(amal);
again.end();
const at = again.evening + 86_400_000;
const cx = as(w.coordinator, at);
const way = { personId: amal, programmeId: w.programmeId, toolId };
const page = () => wayAt(cx, way)!;
const have = () => page().conditions.find(({ gate: of }) => of === "workshops")!.have;
const toConfirm = () => workshopsToConfirm(cx, gate.programme(cx, "stage.enter", w.programmeId));

it("a workshop that is recorded as two courses counts once where no confirmation is asked for, and says why", () => {
  // Two of two weeks are two.
  expect(have()).toBe(2);
  expect(toConfirm()).toMatchObject({ asked: false, workshops: [] });
  sqlite().prepare("UPDATE courses SET ends_on = ? WHERE id = ?").run(again.endsOn, first.courseId);
  expect(have()).toBe(1);
  const off = page().evidence.flatMap((one) => (one.kind === "workshop" ? [[one.courseId, one.off]] : []));
  expect(new Map(off as [number, string | null][])).toEqual(
    new Map([
      [first.courseId, null],
      [again.courseId, "again"],
    ]),
  );
  const own = as(viewerOf(amal), at);
  const said = ownEntered(own, gate.self(own))[0]!.workshops.map(({ courseId, counting }) => [
    courseId,
    counting,
  ]);
  expect(Object.fromEntries(said)).toEqual({ [first.courseId]: "counts", [again.courseId]: "again" });
});

it("counts twice once a coordinator confirmed that it is another one", () => {
  expect(toConfirm()).toMatchObject({ asked: false, workshops: [{ courseId: again.courseId, twice: true }] });
  const keys = Object.fromEntries(Object.entries(way).map(([name, key]) => [name, String(key)]));
  const form = confirmWorkshopSchema.parse({ ...keys, courseId: String(again.courseId) });
  value(confirmWorkshop(cx, form));
  expect(have()).toBe(2);
  expect(toConfirm().workshops).toEqual([]);
});
