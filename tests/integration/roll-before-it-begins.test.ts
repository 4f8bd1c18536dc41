import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { as } from "../support/as";
import { rollOf } from "../support/asked";
import { freshDatabase } from "../support/database";
import { sessionsOf } from "../support/participants";
import { ownWorkshop, world } from "../support/world";

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
});
