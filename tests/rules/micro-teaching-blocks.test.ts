import { expect, it } from "vitest";
import { noParts, piecesOf } from "../../lib/timetable/rules/parts";

it("micro-teaching fits a half day of three hours, however long a turn is", () => {
  for (const each of [15, 20, 25, 35, 40, 50, 110]) {
    const parts = { ...noParts, microTeaching: each, people: 12 };
    const { body } = piecesOf({ modules: [], parts, staying: [], days: ["2027-03-01"] }, 180);
    const [piece] = body.filter(({ kind }) => kind === "micro_teaching");
    expect(piece!.blocks![0]).toBeLessThanOrEqual(180);
    expect(piece!.blocks!.every((minutes) => minutes >= each && minutes % each === 0)).toBe(true);
  }
});
