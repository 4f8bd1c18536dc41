import { expect, it } from "vitest";
import { bundled, busyFault, roomFault } from "../../lib/timetable/rules/named";

it("what is in the way of a move is told by trainer and by room, each with all its times", () => {
  const city = { own: "en", en: "Amman" } as const;
  const at = (day: string) => ({
    ...{ kind: "test" as const, title: null, tool: null, module: null, day, from: "09:00", to: "10:00" },
    ...{ course: null, city },
  });
  const rami = { name: "Rami", latinName: null };
  const days = ["2027-02-07", "2027-02-08", "2027-02-09"];
  const clashes = days.flatMap((day) => [
    busyFault(rami, at(day)),
    busyFault(null, at(day)),
    roomFault("Hall", at(day)),
  ]);
  const parts = bundled(clashes);
  expect(parts.map(({ length }) => length)).toEqual([3, 3, 3]);
  expect(parts.map((of) => new Set(of.map(({ code }) => code)).size)).toEqual([1, 1, 1]);
});
