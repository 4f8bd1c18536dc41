import { describe, expect, it } from "vitest";
import { toldApart } from "../../lib/people/rules/apart";

const person = (name: string, organisation: string | null, number: number) => ({
  name,
  organisation,
  number,
});

describe("people of one name", () => {
  it("are told apart by where they belong", () => {
    expect(
      toldApart([
        person("آلاء الخطيب", "Irbid", 1),
        person("Hana", "Irbid", 2),
        person("الاء الخطيب", "Jerash", 3),
      ]),
    ).toEqual([{ organisation: "Irbid" }, null, { organisation: "Jerash" }]);
  });
  it("are told apart by their number where that says nothing", () => {
    expect(
      toldApart([person("Hana", "Irbid", 4), person("Hana", "Irbid", 5), person("Hana", null, 6)]),
    ).toEqual([{ number: 4 }, { number: 5 }, { number: 6 }]);
  });
});
