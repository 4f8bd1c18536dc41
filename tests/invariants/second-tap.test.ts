import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const sources = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => join("app", file));

/** Blocks of a source that lay out what is in them in a row. */
const rowsIn = (source: string) =>
  [...source.matchAll(/^( *)<div className="(?:[^"]* )?flex(?: [^"]*)?">\n[\s\S]*?^\1<\/div>/gm)].map(
    ([row]) => row,
  );

it("no way to another decision stands in a row with a button that sends: the button is shorter meanwhile, and a second tap would fall on it", () => {
  const rows = sources.flatMap((file) => rowsIn(readFileSync(file, "utf8")).map((row) => ({ file, row })));
  expect(rows.length).toBeGreaterThan(20);
  const beside = rows.filter(({ row }) => /<Submit\b/.test(row) && /\?ask=/.test(row));
  expect(beside.map(({ file }) => file)).toEqual([]);
});
