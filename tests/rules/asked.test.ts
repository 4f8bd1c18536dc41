import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asking, key, keyIn, keys, oneOf, query, text, ticked } from "../../app/_server/asked";
import { readableAddress } from "../../scripts/address.mjs";

const read = asking({ word: text, row: key, rows: keys, state: oneOf(["open", "closed"]), q: query });
const said = (address: string) => read(Promise.resolve(Object.fromEntries(new URLSearchParams(address))));

describe("what an address asks a page for", () => {
  it("is read by its kind", async () => {
    expect(await said("word=yes&row=12&rows=3,14&state=open&q= Rana ")).toEqual({
      word: "yes",
      row: 12,
      rows: [3, 14],
      state: "open",
      q: { q: "Rana", typed: "Rana", fault: null },
    });
  });
  it("is nothing where nothing is said", async () => {
    const nothing = {
      word: null,
      row: null,
      rows: [],
      state: null,
      q: { q: null, typed: "", fault: null },
    };
    expect(await said("")).toEqual(nothing);
    expect(await said("word=&row=&rows=&state=&q=")).toEqual(nothing);
  });
  it("is passed over where it makes no sense", async () => {
    for (const row of ["0", "-1", "1.5", "1e3", "abc", "1 2", "9".repeat(16)])
      expect((await said(`row=${row}`)).row, row).toBeNull();
    for (const rows of ["3,", ",3", "3,x", "3;4", Array(501).fill("3").join(",")])
      expect((await said(`rows=${rows}`)).rows, rows).toEqual([]);
    expect((await said("state=lost")).state).toBeNull();
    expect((await said(`word=${"a".repeat(2000)}`)).word).toHaveLength(900);
    expect((await said("q=!")).q.fault).toBe("nothing");
  });
  it("is passed over where it is said twice", async () => {
    const twice = ["1", "2"];
    expect(
      await read(Promise.resolve({ word: twice, row: twice, rows: twice, state: twice, q: twice })),
    ).toMatchObject({ word: null, row: null, rows: [], state: null, q: { q: null } });
  });
});

describe("a key in an address", () => {
  it("is plain digits, and every other way to write a number is nobody's", () => {
    expect([keyIn("9"), keyIn("140")]).toEqual([9, 140]);
    for (const part of ["0x9", "014", "9.0", "1e1", " 9", "+9", "-9", "", "٩", undefined])
      expect(keyIn(part), String(part)).toBe(0);
  });
  it("is read by it alone, in every page and every file", () => {
    const addressed = ["app/[locale]", "app/api"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => /(^|[\\/])(page|layout)\.tsx$|(^|[\\/])route\.ts$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    expect(addressed.length).toBeGreaterThan(50);
    // What is put into a number there is none of the address's own parts.
    const others = /Number\((said\.saved|programme|request\.nextUrl|[ab]\.retiredAt)/;
    const found = addressed.flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => /\b(Number|parseInt)\(/.test(line) && !others.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});

describe("an address that is no text", () => {
  it("is not found where that is its path; what is asked beside a path is replaced part by part", () => {
    expect(readableAddress("/desk/courses?after=%E0%A4%A&state=open")).toBe(
      "/desk/courses?after=%EF%BF%BD&state=open",
    );
    expect(readableAddress("/desk?%E0%A4%A=1")).toBe("/desk?=%EF%BF%BD");
    expect(readableAddress("/%E0%A4%A?q=1")).toBe("/%EF%BF%BD");
    expect(readableAddress("/verify?q=%C3%A9%20")).toBe("/verify?q=%C3%A9%20");
  });
  it("is every box that somebody ticked, each under the same name", async () => {
    const boxes = asking({ of: ticked });
    const of = async (said?: string | string[]) => (await boxes(Promise.resolve({ of: said }))).of;
    expect(await of(["12", "13"])).toEqual([12, 13]);
    expect(await of("12")).toEqual([12]);
    for (const odd of [undefined, "", ["12", "x"], ["12", ""]]) expect(await of(odd)).toEqual([]);
  });
});
