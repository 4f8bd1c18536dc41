import { describe, expect, it } from "vitest";
import { namesFor, runsIn } from "../../lib/i18n/rules";
import { marksOf } from "../../lib/today/rules";

describe("what a person is called", () => {
  it("is the name in the reader's script first, then the other", () => {
    const hana = { name: "هناء شاهين", latinName: "Hana Shahin" };
    expect(namesFor(hana, "en")).toEqual(["Hana Shahin", "هناء شاهين"]);
    expect(namesFor(hana, "fr")).toEqual(["Hana Shahin", "هناء شاهين"]);
    expect(namesFor(hana, "ar")).toEqual(["هناء شاهين", "Hana Shahin"]);
  });
  it("is one name where there is one, or both are the same; who writes Latin letters comes first as they write", () => {
    expect(namesFor({ name: "هناء شاهين", latinName: null }, "en")).toEqual(["هناء شاهين", null]);
    expect(namesFor({ name: "Joy Otieno", latinName: "Joy Otieno" }, "ar")).toEqual(["Joy Otieno", null]);
    expect(namesFor({ name: "Zoé Ōta", latinName: "Zoe Ota" }, "en")).toEqual(["Zoé Ōta", "Zoe Ota"]);
  });
});

describe("a text", () => {
  it("of Arabic runs from the right though it begins with a Latin name; others as their letters tell", () => {
    expect(runsIn("Think.Coop وStart.Coop", "ar")).toBe("rtl");
    for (const tells of ["Think.Coop", "دورة Think.Coop"]) expect(runsIn(tells, "ar")).toBeUndefined();
    expect(runsIn("Ahmad أحمد", "en")).toBeUndefined();
  });
});

describe("a roll on the first page", () => {
  it("says of how many somebody has a mark, though more miss one than have a place", () => {
    expect(marksOf({ missing: 40 }, 40)).toEqual({ marked: 0, count: 40 });
    expect(marksOf({ missing: 3 }, 40)).toEqual({ marked: 37, count: 40 });
    expect(marksOf({ missing: 5 }, 4)).toEqual({ marked: 0, count: 5 });
  });
});
