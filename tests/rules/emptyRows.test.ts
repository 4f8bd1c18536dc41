import fc from "fast-check";
import { expect, it } from "vitest";
import { emptySheetRows } from "../../lib/participants/rules";

it("a sheet to sign begins no page for empty rows that nobody needs, and has one for everybody expected", () => {
  // Two pages hold 25 rows: the third had three empty ones alone.
  expect(emptySheetRows(20, 20)).toBe(5);
  expect(emptySheetRows(24, 20)).toBe(5);
  expect(emptySheetRows(30, 20)).toBe(13);
  expect(emptySheetRows(0, 0)).toBe(8);
  fc.assert(
    fc.property(fc.nat(80), fc.nat(80), (expected, registered) => {
      const rows = emptySheetRows(expected, registered);
      expect(rows).toBeGreaterThanOrEqual(Math.min(40, Math.max(3, expected - registered)));
      expect(rows).toBeLessThanOrEqual(Math.min(40, Math.max(8, expected - registered + 3)));
    }),
  );
});
