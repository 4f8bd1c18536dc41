import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { programmeNumbers } from "../../lib/programmes/queries";
import { peopleIn } from "../../lib/records/rules/numbers";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { rollsIn } from "../support/rolls";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { running, mark } = rollsIn(w);

const numbers = (today: string) => {
  const cx = as(w.coordinator);
  return programmeNumbers(cx, gate.programme(cx, "programmes.read", w.programmeId), today);
};
/** All who were reached, whenever that was. */
const reached = (today: string) => {
  const { quarters, before, undated } = numbers(today).quarters;
  return [...quarters.map((q) => q.reached), before, undated].reduce(
    (sum, people) => sum + peopleIn(people),
    0,
  );
};
/** How many statements a question takes. */
function statements(ask: () => unknown): number {
  let count = 0;
  const database = sqlite();
  const prepare = database.prepare.bind(database);
  database.prepare = ((text: string) => {
    count += 1;
    return prepare(text);
  }) as typeof database.prepare;
  try {
    ask();
  } finally {
    database.prepare = prepare;
  }
  return count;
}

describe("a programme in numbers", () => {
  it("counts who came, not who holds a place, in the quarter and with the tools of their course", async () => {
    const day = "2027-03-01";
    expect(numbers(day)).toMatchObject({ courses: { held: 0 }, certified: 0 });
    const made = await running(3);
    const [first] = made.blocks;
    const [a, b, c] = made.people;
    value(mark(first!, { [a!.id]: "present", [b!.id]: "late", [c!.id]: "absent" }));
    const startsOn = sqlite()
      .prepare<[number], { day: string }>("SELECT starts_on AS day FROM courses WHERE id = ?")
      .get(made.courseId)!.day;
    const found = numbers(startsOn);
    expect(found.courses.held).toBe(1);
    expect(reached(startsOn)).toBe(2);
    expect(peopleIn(found.quarters.quarters.at(-1)!.reached)).toBe(2);
    expect(found.places.places.map((p) => peopleIn(p.reached))).toEqual([2]);
    expect(found.tools.map((tool) => tool.reached)).toContain(2);
    // Nobody's sex is read for a total.
    expect(found.quarters.quarters.every(({ reached: r }) => r.women + r.men === 0)).toBe(true);
  });
  it("takes as many statements for three courses as for one", async () => {
    const one = statements(() => numbers("2027-03-01"));
    await running(2);
    await running(2);
    expect(statements(() => numbers("2027-03-01"))).toBe(one);
  });
  it("is for coordinators of that programme alone", () => {
    const cx = as({ ...w.coordinator, coordinates: [], administrator: false });
    expect(() => gate.programme(cx, "programmes.read", w.programmeId)).toThrow();
  });
});
