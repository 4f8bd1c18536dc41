import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
const lib = files("lib");

/** Data, which nobody reads from top to bottom: the city of each time zone. */
const longFiles = ["lib/i18n/zoneNames.ts"];

type Node = { type: string; start: number; end: number; [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Every function of a file that is longer than so many lines, by its first line. */
function longFunctions(path: string, most: number): string[] {
  const text = readFileSync(path, "utf8");
  const lineOf = (at: number) => text.slice(0, at).split("\n").length;
  const found: string[] = [];
  const visit = (node: Node) => {
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) {
      const [from, to] = [lineOf(node.start), lineOf(node.end)];
      if (to - from + 1 > most) found.push(`${path}:${from} (${to - from + 1} lines)`);
    }
    for (const value of Object.values(node))
      for (const child of [value].flat()) if (isNode(child)) visit(child);
  };
  visit(parseSync(path, text).program as unknown as Node);
  return found;
}

describe("the house", () => {
  it("has one owner for each table, whose store alone imports it", () => {
    execFileSync("node", ["scripts/owners.mjs", "--check"]);
    const owners = JSON.parse(readFileSync("db/owners.json", "utf8")) as Record<string, string[]>;
    const tables = readdirSync("db/schema")
      .map((name) => name.replace(/\.ts$/, ""))
      .filter((name) => !["columns", "index"].includes(name));
    expect(Object.values(owners).flat().sort()).toEqual(tables.sort());
  });
  it("has one file that makes what a gate hands out", () => {
    const makers = [...lib, ...files("app")].filter((path) =>
      /\bas Granted\b/.test(readFileSync(path, "utf8")),
    );
    expect(makers).toEqual(["lib/access/gate.ts"]);
  });
  it("has no file in lib over 300 lines and no function over 60", () => {
    const long = lib.filter((path) => readFileSync(path, "utf8").split("\n").length > 301);
    expect(long.filter((path) => !longFiles.includes(path))).toEqual([]);
    expect(lib.flatMap((path) => longFunctions(path, 60))).toEqual([]);
  });
});
