import fc from "fast-check";
import { expect, it } from "vitest";
import { coursePdf } from "../../lib/documents/list";
import { locales } from "../../lib/i18n/rules";
import { emptySheetRows } from "../../lib/participants/rules";
import { readPages, saidOn } from "../support/lists";

/** How many rows the first page of a sheet to sign has, and each other one. */
const [first, other] = [12, 13];

it("a sheet to sign has a page of empty rows alone only where half of it is still expected, and fills it", () => {
  // Two pages hold 25 rows.
  expect(emptySheetRows(20, 20)).toBe(5);
  expect(emptySheetRows(30, 20)).toBe(5);
  expect(emptySheetRows(35, 20)).toBe(18);
  expect(emptySheetRows(12, 12)).toBe(0);
  expect(emptySheetRows(0, 0)).toBe(8);
  fc.assert(
    fc.property(fc.nat(80), fc.nat(80), (expected, registered) => {
      const rows = emptySheetRows(expected, registered);
      const pages = (count: number) => Math.max(1, 1 + Math.ceil((count - first) / other));
      const begun = pages(registered + rows) - pages(registered);
      const room = first + (pages(registered) - 1) * other - registered;
      const missing = Math.max(0, expected - registered);
      if (begun === 0) {
        expect(rows).toBeGreaterThanOrEqual(Math.min(room, 8));
        expect(missing - room).toBeLessThan(other / 2);
      } else {
        expect(missing - room).toBeGreaterThanOrEqual(other / 2);
        expect(rows).toBe(room + begun * other);
      }
    }),
  );
});

it.each(locales)(
  "a sheet to sign in %s has somebody on each of its pages, however high its head and rows are",
  async (language) => {
    const whole = "Union of agricultural cooperatives of the north, section of the plain";
    for (const lines of [[], ["Not certain yet: it is decided by Tuesday 5 January 2027"]])
      for (const registered of [9, 11, 12, 20, 24]) {
        const people = Array.from({ length: registered }, (_, nth) => ({
          ...{ name: `Abdulrahman ${nth}`, other: "عبد الرحمن", organisation: whole, apart: "" },
        }));
        const pdf = coursePdf({
          ...{ kind: "sign-in", language, title: "Sheet", course: "Training", fictional: null },
          lines: ["17–28 January", ...lines, "Centre"],
          heads: { number: "No.", name: "Name", organisation: "Organisation" },
          days: [
            { day: "Tuesday", lines: ["Hall"], signatures: [{ time: "09:00–10:30", title: "M1" }], list: 0 },
          ],
          lists: [{ people, emptyRows: emptySheetRows(registered, registered) }],
        });
        const { pages } = await readPages(pdf);
        for (const page of pages) expect(saidOn([page])).toMatch(/Abdulrahman/);
      }
  },
);
