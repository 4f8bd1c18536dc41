import { describe, expect, it } from "vitest";
import { modulesNamed, papersInLines, toolNamed } from "../../lib/stages/rules/papersInLines";

const paper = { name: "Amal Haddad", tool: "Start.Coop", modules: "M1, M2" };

describe("certifications from before that were pasted", () => {
  it("are read in the order of the columns, with days as people type them", () => {
    const [one] = papersInLines("Amal Haddad; Start.Coop; M1, M2; 10/6/2024; 10.06.2027; ITCILO 4711, Turin");
    expect(one).toMatchObject({
      ...{ ...paper, day: "2024-06-10", until: "2027-06-10", words: "ITCILO 4711, Turin" },
      ...{ line: 1, over: false },
    });
  });
  it("are read by the names of columns, in another order and in Arabic digits too", () => {
    const [one] = papersInLines(
      "الأداة\tالاسم\tإلى\tمن\tالإثبات\nStart.Coop\tأمل\t١٠/٦/٢٠٢٧\t١٠/٦/٢٠٢٤\tشهادة رقم ٤٧١١",
    );
    expect(one).toMatchObject({
      ...{ line: 2, name: "أمل", tool: "Start.Coop", modules: "" },
      ...{ day: "2024-06-10", until: "2027-06-10", words: "شهادة رقم ٤٧١١" },
    });
  });
  it("keep as typed what is no day, and say of a cell too much", () => {
    const [one] = papersInLines("Amal; Start.Coop; M1; soon; 2027-06-10; Paper 4711; and more");
    expect(one).toMatchObject({ day: "soon", until: "2027-06-10", over: true });
  });
});

describe("the tool and the modules of a line", () => {
  const tools = [
    { code: "start-coop", title: { own: "en" as const, en: "Start.Coop", ar: "ابدأ بالتعاون" } },
    { code: "my-coop", title: { own: "en" as const, en: "My.Coop" } },
  ];
  it("are known by code or title in any language, however dots and spaces stand", () => {
    for (const cell of ["Start.Coop", "start coop", "START-COOP", "ابدأ بالتعاون"])
      expect(toolNamed(tools, cell)?.code, cell).toBe("start-coop");
    for (const cell of ["", "Manage.Coop"]) expect(toolNamed(tools, cell), cell).toBeUndefined();
  });
  it("are listed, or the first and the last, or all; anything else is none", () => {
    const codes = ["M1", "M2", "M3", "M4"];
    const named = (cell: string) => modulesNamed(codes, cell);
    expect(named("m2, M1")).toEqual(["M1", "M2"]);
    expect(named("M1+M3")).toEqual(["M1", "M3"]);
    expect(named("M2 – M4")).toEqual(["M2", "M3", "M4"]);
    for (const all of ["", "all", "tous", "الكل"]) expect(named(all), all).toEqual(codes);
    for (const wrong of ["M9", "M1 and M9", "M3-M1", "M1-M9"]) expect(named(wrong), wrong).toBeNull();
    // A tool that is one module has no code for it.
    expect(modulesNamed([""], "")).toEqual([""]);
  });
});
