import { expect, it } from "vitest";
import { isOver } from "../../lib/messages/rules";

it("a workshop is over once it was ended or cancelled, or the day after its last one where it is held", () => {
  const at = (day: string) => Date.parse(`${day}T21:30:00Z`);
  const held = { state: "running" as const, endsOn: "2027-03-05", zone: "Asia/Amman" };
  expect(isOver(held, at("2027-03-04"))).toBe(false);
  expect(isOver(held, at("2027-03-05"))).toBe(true);
  expect(isOver({ ...held, state: "closed" }, at("2027-03-01"))).toBe(true);
  expect(isOver({ ...held, state: "cancelled" }, at("2027-03-01"))).toBe(true);
  expect(isOver({ ...held, endsOn: null }, at("2027-03-09"))).toBe(false);
});
