import { describe, expect, it } from "vitest";
import { usualLate } from "../../lib/attendance/rules";

const nine = Date.UTC(2027, 0, 19, 7);
const lasting = (minutes: number) => ({
  minutes,
  startInstant: nine,
  endInstant: nine + minutes * 60_000,
});
const lateAt = (minutes: number, after: number) => usualLate(lasting(minutes), nine + after * 60_000);

describe("the minutes that one tap on late takes", () => {
  it("are how late it is now, in steps of five", () => {
    expect(lateAt(15, 10)).toBe(10);
    expect(lateAt(90, 1)).toBe(5);
    expect(lateAt(90, 33)).toBe(35);
  });
  it("are less than the session", () => {
    expect(lateAt(15, 14)).toBe(14);
    expect(lateAt(1, 0.5)).toBe(1);
  });
  it("are the usual before it begins and once it is over, of a short one a third", () => {
    for (const after of [-60, 0, 90, 4_000]) expect(lateAt(90, after)).toBe(15);
    for (const after of [-60, 0, 15, 4_000]) expect(lateAt(15, after)).toBe(5);
    expect(lateAt(2, -1)).toBe(1);
  });
});
