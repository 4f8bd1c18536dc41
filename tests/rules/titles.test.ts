import { describe, expect, it } from "vitest";
import { titleWhereHeld } from "../../lib/courses/titles";

const title = { own: "ar", ar: "تدريب", en: "Training", fr: "Formation" } as const;

describe("the title of a course in the language it is held in", () => {
  it("is shown to readers of another language, in the first language of the course", () => {
    expect(titleWhereHeld({ title, languages: ["ar", "fr"] }, "en")).toEqual({
      text: "تدريب",
      language: "ar",
    });
    expect(titleWhereHeld({ title, languages: ["ar"] }, "ar")).toBeNull();
  });
  it("is not shown where there is none, nor twice where it says the same", () => {
    expect(titleWhereHeld({ title, languages: ["sw"] }, "en")).toBeNull();
    expect(titleWhereHeld({ title, languages: [] }, "en")).toBeNull();
    expect(
      titleWhereHeld({ title: { own: "fr", fr: "TOT", en: "TOT" }, languages: ["fr"] }, "en"),
    ).toBeNull();
    // Where a translation is missing, the reader is shown the same text anyway.
    expect(titleWhereHeld({ title: { own: "fr", fr: "Formation" }, languages: ["fr"] }, "en")).toBeNull();
  });
});
