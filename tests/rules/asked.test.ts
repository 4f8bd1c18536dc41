import { describe, expect, it } from "vitest";
import { asking, key, keys, oneOf, query, text } from "../../app/_server/asked";

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
