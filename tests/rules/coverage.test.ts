import { describe, expect, it } from "vitest";
import { printableName, unprintable, unprintableOn } from "../../lib/documents/coverage";
import { extremes, pageOf } from "../support/pages";

describe("what our fonts can print", () => {
  it("is names in the scripts of the programmes' countries", () => {
    for (const name of [
      "Grace Achieng Ochieng",
      "Nadège Œuvrard-N’Djamena",
      "هنيّة محيي الدين مجيب الخطيب",
      "ڕۆژگار ئەڵێندی",
      "پرویز گلچین‌زاده",
      "ٹیپو ڈار ےہں",
      "Nguyễn Thị Đặng",
      "Nguyễn Thị".normalize("NFD"),
      "Айгүл Өмүрбекова Ңұрлан",
      "Łukasz Żółć-Šimůnek",
      "Mary\u00a0Anne O'Brien",
    ])
      expect(unprintable(name), name).toEqual([]);
  });
  it("is not other scripts, nor pictures, each missing character said once", () => {
    expect(unprintable("Wang 王小王")).toEqual(["王", "小"]);
    for (const name of ["አበበ", "สมชาย", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "ნინო", "Նարեկ", "🙂", "נועה"])
      expect(unprintable(name).length, name).toBeGreaterThan(0);
    expect(unprintable("Abebe አ")).toEqual(["አ"]);
  });
  it("passes over what is not seen, and asks for a letter and its marks together", () => {
    expect(unprintable("نی\u200cما \u200dA\ufe0f \u2068B\u2069")).toEqual([]);
    expect(unprintable("e\u0301 a\u0323\u0302")).toEqual([]);
    // An Arabic vowel sign on a Latin letter is in no font of ours as one.
    expect(unprintable("Ж\u064e")).toHaveLength(1);
  });
  it("decides which form of a name is printed", () => {
    expect(printableName({ name: "ليلى", latinName: "Laila" })).toEqual({ name: "ليلى", latinName: "Laila" });
    expect(printableName({ name: "Laila", latinName: null })).toEqual({ name: "Laila", latinName: null });
    expect(printableName({ name: "አበበ", latinName: "Abebe" })).toEqual({ name: "Abebe", latinName: null });
    expect(printableName({ name: "አበበ", latinName: null })).toBeNull();
    expect(printableName({ name: "ليلى", latinName: "王" })).toEqual({ name: "ليلى", latinName: null });
  });
  it("is asked of every text of a page", () => {
    const page = pageOf(extremes[0]!, 1);
    expect(unprintableOn(page)).toEqual([]);
    expect(unprintableOn({ ...page, issuer: "ILO 国", mark: "ნ" })).toEqual(["国", "ნ"]);
    const [tool] = page.tools;
    expect(unprintableOn({ ...page, tools: [{ ...tool!, modules: ["M1 እ"] }] })).toEqual(["እ"]);
    expect(unprintableOn({ ...page, signatories: [{ name: "David", role: "คุณ" }] }).length).toBeGreaterThan(
      0,
    );
  });
});
