import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/security.md", "utf8");

/** Cells of the tables, a row each. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map((cells) => cells.slice(1, -1));

/** A title as it stands in a test: what changes from case to case (`${…}` or `%s`) is … on the page. */
const asOnPage = (source: string) => source.replace(/\$\{[^}]*\}|%s/g, "…");

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

describe("docs/accessibility.md", () => {
  it("names tests and files that are there", () => {
    const text = readFileSync("docs/accessibility.md", "utf8");
    const named = [
      ...text.matchAll(/`((?:app|docs|e2e|lib|scripts|tests)\/[^`\s]+\.(?:tsx?|mjs|md|css))`/g),
    ].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(10);
    const isThere = (path: string) =>
      path.includes("*")
        ? filesBelow(dirname(path)).some((one) =>
            new RegExp(`^${path.replaceAll(".", "\\.").replace("*", "[^/]+")}$`).test(one),
          )
        : existsSync(path);
    expect([...new Set(named)].filter((path) => !isThere(path))).toEqual([]);
  });
});

describe("docs/security.md", () => {
  it("names files that are there", () => {
    const named = [
      ...page.matchAll(/`((?:app|db|docs|e2e|lib|scripts|tests)\/[^`\s]+|[\w.]+\.(?:js|json|md))`/g),
    ];
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named.map(([, path]) => path!))].filter((path) => !existsSync(path))).toEqual([]);
  });

  it("names tests that are there, by file and title", () => {
    const named = [...page.matchAll(/`((?:tests|e2e)\/[^`]+\.ts)`((?: \*[^*]+\*)+)/g)].flatMap(
      ([, path, titles]) =>
        [...titles!.matchAll(/\*([^*]+)\*/g)].map(([, title]) => ({ path: path!, title: title! })),
    );
    expect(named.length).toBeGreaterThan(50);
    const missing = named.filter(({ path, title }) => {
      const source = existsSync(path) ? asOnPage(readFileSync(path, "utf8")) : "";
      return !["'", '"', "`"].some((quote) => source.includes(quote + title + quote));
    });
    expect(missing).toEqual([]);
  });

  it("sends an operator to what the README has, and leaves nothing open", () => {
    const readme = readFileSync("README.md", "utf8");
    const [, asked = ""] = /### What an operator must do\n([\s\S]*?)\n## /.exec(page) ?? [];
    const named = [...asked.matchAll(/\*([A-Z][^*]+)\*/g)].map(([, title]) => title!);
    expect(named.length).toBeGreaterThan(5);
    expect(
      named.filter((title) => ![`**${title}.**`, `## ${title}\n`].some((is) => readme.includes(is))),
    ).toEqual([]);
    expect(page).not.toContain("(?)");
  });

  it("has every requirement once, with a state, and sums that are those of the tables", () => {
    const requirements = rows.filter(([no]) => /^\d+\.\d+\.\d+$/.test(no!));
    expect(requirements).toHaveLength(253);
    expect(new Set(requirements.map(([no]) => no)).size).toBe(253);
    const states = ["met", "**not met**", "n.a.", "*operator*"];
    const countIn = (chapter: RegExp) =>
      states.map((state) => requirements.filter(([no, , , is]) => chapter.test(no!) && is === state).length);
    const sums = rows.filter(([name]) => /^(V\d+ |All$)/.test(name!));
    expect(sums).toHaveLength(18);
    for (const [name, ...said] of sums) {
      const chapter = /^V(\d+) /.exec(name!)?.[1];
      expect(said.map(Number), name).toEqual(countIn(chapter ? new RegExp(`^${chapter}\\.`) : /./));
    }
    expect(countIn(/./).reduce((sum, count) => sum + count)).toBe(253);
  });
});

describe("the application", () => {
  it("nothing draws text as HTML or runs it as code", () => {
    const dangerous =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\b|node:vm\b/;
    const found = ["app", "lib", "db"]
      .flatMap(filesBelow)
      .filter((path) => /\.(tsx?|mjs)$/.test(path) && dangerous.test(readFileSync(path, "utf8")));
    expect(found).toEqual([]);
  });
});
