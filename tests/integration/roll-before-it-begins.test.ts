import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { saveGroup } from "../../lib/groups/commands";
import { as } from "../support/as";
import { rollOf } from "../support/asked";
import { freshDatabase } from "../support/database";
import { sessionsOf } from "../support/participants";
import { ownWorkshop, value, world } from "../support/world";

freshDatabase();
const w = world();

describe("the roll of a session", () => {
  it("is said to be taken before its session begins on its day alone, up to the minute it begins, and is open all the same", () => {
    const { courseId } = ownWorkshop(w);
    const id = sessionsOf(courseId)[0]!;
    const begins = sqlite()
      .prepare("SELECT start_instant FROM sessions WHERE id = ?")
      .pluck()
      .get(id) as number;
    const at = (instant: number) => rollOf(as(w.trainer, instant), id)!;
    const minute = 60_000;
    expect(at(begins - minute)).toMatchObject({ toBegin: true, early: false, owes: null });
    expect(at(begins - minute).open).toBe(at(begins + minute).open);
    expect(at(begins)).toMatchObject({ toBegin: false, early: false });
    // A day before, its day is said, and a reason is asked.
    expect(at(begins - 24 * 60 * minute)).toMatchObject({ toBegin: false, early: true });
  });
  it("leads to the next one of its day, of the same people, and the last to none", () => {
    const { courseId } = ownWorkshop(w, { startsOn: "2027-03-07", endsOn: "2027-03-07" });
    const ids = sessionsOf(courseId);
    const next = (id: number) => rollOf(as(w.trainer), id)!.next?.id ?? null;
    expect(ids.map(next)).toEqual([...ids.slice(1), null]);
    // Of another group alone it is not the next.
    const groups = ["A", "B"].map((name) => {
      value(saveGroup(as(w.coordinator), { courseId, groupId: null, version: null, name, language: null }));
      return sqlite().prepare("SELECT max(id) FROM course_groups").pluck().get() as number;
    });
    const put = (id: number, groupId: number) =>
      sqlite().prepare("UPDATE sessions SET group_id = ? WHERE id = ?").run(groupId, id);
    put(ids[0]!, groups[0]!);
    put(ids[1]!, groups[1]!);
    expect(next(ids[0]!)).toBe(ids[2] ?? null);
  });
});
