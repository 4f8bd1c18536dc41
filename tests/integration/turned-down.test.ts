import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { setCourseState, turnDownWorkshop } from "../../lib/courses/commands";
import { courseTable, ownWorkshops, turnedDownBy, turnedDownOf } from "../../lib/courses/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseHead } from "../support/desk";
import { now, ownWorkshop, value, world } from "../support/world";

freshDatabase();
const w = world();
const trainer = as(w.trainer, now);
const seen = (courseId: number) =>
  ownWorkshops(trainer, gate.reach(trainer, "today.read"), "2000-01-01").find(({ id }) => id === courseId)!
    .seen;
const by = (courseId: number) => turnedDownBy(trainer, gate.course(trainer, "course.read", courseId));
const refused = () =>
  turnedDownOf(trainer, ownWorkshops(trainer, gate.reach(trainer, "today.read"), "2000-01-01"));

it("a trainer is told who did not approve their workshop, and is not told so of one that they cancelled", () => {
  const { courseId } = ownWorkshop(w, {}, "open", false);
  const { courseId: own } = ownWorkshop(w, {}, "open", false);
  expect(by(courseId)).toBeUndefined();
  value(
    turnDownWorkshop(as(w.coordinator, now), {
      ...{ courseId, seen: seen(courseId), reason: "No room for it" },
    }),
  );
  value(
    setCourseState(trainer, {
      ...{ courseId: own, from: "open", to: "cancelled", reason: "I am ill" },
    }),
  );
  expect(by(courseId)?.name).toBe(
    sqlite().prepare("SELECT name FROM persons WHERE id = ?").pluck().get(w.coordinator.personId),
  );
  expect(by(own)).toBeUndefined();
  expect([...refused()]).toEqual([courseId]);
  const inTable = courseTable(trainer, gate.reach(trainer, "course.read"), {
    ...{ state: null, kind: null, programme: null, country: null, tool: null, due: false },
    ...{ q: null, before: null },
  });
  for (const [id, turnedDown] of [
    [courseId, true],
    [own, false],
  ] as const) {
    expect(courseHead(trainer, id)!.turnedDown).toBe(turnedDown);
    expect(inTable.courses.find((row) => row.id === id)!.turnedDown).toBe(turnedDown);
  }
});
