import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certificateFileName } from "../../app/_words/certificateFileName";
import { namesakesIn } from "../../app/[locale]/(desk)/desk/courses/[course]/certificates/People";
import { batchWord } from "../../lib/certificates/rules/batch";

describe("whom a batch is for", () => {
  it("is the same word in whatever order they come, and another where one more or one less is there", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 1e9 }), { minLength: 1, maxLength: 40 }), (ids) => {
        expect(batchWord([...ids].reverse())).toBe(batchWord(ids));
        expect(batchWord(ids.slice(1))).not.toBe(batchWord(ids));
        expect(batchWord([...ids.slice(1), 1e9 + 1])).not.toBe(batchWord(ids));
        expect(batchWord(ids).length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe("the file of a certificate", () => {
  const serial = "M7BCZH2GE0SBT4C6";
  it.each([
    ["ليلى الخطيب", "Laila Al-Khatib", "M7BC-ZH2G-E0SB-T4C6-Laila-Al-Khatib.pdf"],
    ["Émilie N’Goma", null, "M7BC-ZH2G-E0SB-T4C6-Emilie-NGoma.pdf"],
    ["ليلى", null, "M7BC-ZH2G-E0SB-T4C6.pdf"],
    ["../../etc/passwd", null, "M7BC-ZH2G-E0SB-T4C6-etc-passwd.pdf"],
    ["W".repeat(200), null, `M7BC-ZH2G-E0SB-T4C6-${"W".repeat(60)}.pdf`],
  ])("of %s (%s) is %s", (name, latinName, expected) => {
    expect(certificateFileName({ serial, facts: { name, latinName } })).toBe(expected);
  });
});

describe("namesakes", () => {
  it("are those whose names are one however they are spelled", () => {
    const known = [
      { name: "أحمد عيسى", registrationId: 1 },
      { name: "احمد عيسي", registrationId: 2 },
      { name: "Ola", registrationId: 3 },
    ];
    expect([...namesakesIn({ known } as never)]).toEqual([1, 2]);
  });
});
