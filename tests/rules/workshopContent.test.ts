import { expect, it } from "vitest";
import { hoursBeyond } from "../../lib/courses/rules/workshops";
import { wholeAmong } from "../../lib/curriculum/rules";

const versionOf = { 1: "10", 2: "10", 3: "20", 4: "30", 5: "30" };

it("a tool is whole where all its modules are chosen, whichever box chose them", () => {
  expect(wholeAmong(["1", "2", "4"], versionOf)).toEqual(["10"]);
  expect(wholeAmong(["1"], versionOf)).toEqual([]);
  expect(wholeAmong([], versionOf, ["30"])).toEqual(["30"]);
});

it("a tool of one module is read back by its module", () => {
  expect(wholeAmong(["3"], versionOf)).toEqual([]);
});

it("modules of 24 hours do not go into one day from nine to four", () => {
  const hours = { from: "09:00", to: "16:00", pause: 30 };
  expect(hoursBeyond(24 * 60, 1, hours)).toBe(390);
  expect(hoursBeyond(24 * 60, 4, hours)).toBeNull();
  expect(hoursBeyond(390, 1, hours)).toBeNull();
});

it("nothing is said of hours or days that are not chosen", () => {
  const hours = { from: "", to: "16:00", pause: 30 };
  expect(hoursBeyond(1440, 1, hours)).toBeNull();
  expect(hoursBeyond(1440, 0, { ...hours, from: "09:00" })).toBeNull();
});
