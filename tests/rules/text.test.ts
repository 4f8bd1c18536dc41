import { describe, expect, it } from "vitest";
import { faultOf } from "../../lib/faults";
import { optionalPhone, personName, wholeNumber } from "../../lib/fields";
import { normalisePhone } from "../../lib/phone/phone";
import { fold } from "../../lib/text";

const fault = (
  schema: { safeParse: (v: unknown) => { success: boolean; error?: { issues: { code: string }[] } } },
  typed: string,
) => {
  const [issue] = schema.safeParse(typed).error?.issues ?? [];
  return issue ? faultOf(issue) : null;
};

describe("what people type", () => {
  it("finds Arabic with or without diacritics and hamza", () => {
    for (const [a, b] of [
      ["تَدْرِيب", "تدريب"],
      ["أحمد", "احمد"],
      ["إربد", "اربد"],
      ["تعاونيّة", "تعاونيه"],
      ["مصطفى", "مصطفي"],
      ["Zahlé", "zahle"],
      ["٢٠٢٧", "2027"],
    ] as const)
      expect(fold(a), a).toBe(fold(b));
  });
  it("refuses names that are empty, endless or disguised, each with its own reason", () => {
    expect(fault(personName(), "   ")).toEqual({ code: "nameRequired" });
    expect(fault(personName(), "1234")).toEqual({ code: "nameWithoutLetters" });
    expect(fault(personName(), "ا".repeat(10_000))).toEqual({ code: "tooLong", params: { max: 200 } });
    for (const hidden of ["Ali\u202Eevil", "Ali\u0000", "Ali\u200Bx", "Al\u2066i", "Ali\u202D Hassan"])
      expect(fault(personName(), hidden), hidden).toEqual({ code: "forbiddenCharacters" });
    expect(personName().parse("  ليلى   الخطيب ")).toBe("ليلى الخطيب");
  });
  it("reads one phone however it is written", () => {
    for (const typed of ["+962 79 123 4567", "00962791234567", "0791234567", "٠٧٩١٢٣٤٥٦٧", "+962-79-1234567"])
      expect(normalisePhone(optionalPhone().parse(typed) ?? "", "JO"), typed).toBe("+962791234567");
    expect(normalisePhone("12345", "JO")).toBeNull();
  });
  it("keeps numbers within their bounds, Arabic digits too", () => {
    expect(wholeNumber(1, 1000).parse("٢٥")).toBe(25);
    for (const wrong of ["0", "1001", "1000000000", "-3", "2.5", "x", ""])
      expect(fault(wholeNumber(1, 1000), wrong), wrong).toEqual({
        code: "numberRange",
        params: { min: 1, max: 1000 },
      });
  });
});
