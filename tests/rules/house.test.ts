import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { getTableName, is, Table } from "drizzle-orm";
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

const functions = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;

/** Every node of a file, from the outermost on. */
function nodesOf(path: string): Node[] {
  const found: Node[] = [];
  const visit = (node: Node) => {
    found.push(node);
    for (const value of Object.values(node))
      for (const child of [value].flat()) if (isNode(child)) visit(child);
  };
  visit(parseSync(path, readFileSync(path, "utf8")).program as unknown as Node);
  return found;
}

/** The domain that owns each table. */
const owners = JSON.parse(readFileSync("db/owners.json", "utf8")) as Record<string, string[]>;
const ownerOf = new Map<string, string>();
for (const [domain, owned] of Object.entries(owners))
  for (const file of owned)
    for (const made of Object.values(await import(pathToFileURL(`db/schema/${file}.ts`).href)))
      if (is(made, Table)) ownerOf.set(getTableName(made), domain);

/** What is written as text in a file, and whether it is a piece of SQL. Comments are none. */
const textsOf = (path: string): { text: string; sql: boolean }[] =>
  nodesOf(path).flatMap((node) => {
    if (node.type === "Literal" && typeof node.value === "string") return [{ text: node.value, sql: false }];
    const quasi = node.type === "TaggedTemplateExpression" ? (node.quasi as Node) : node;
    if (quasi.type !== "TemplateLiteral") return [];
    const words = (quasi.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw);
    const tag = quasi === node ? "" : readFileSync(path, "utf8").slice(node.start, quasi.start);
    return [{ text: words.join(" ? "), sql: /^sql\b/.test(tag) }];
  });

/** Tables of other domains that the text of a file names, which lint does not see: in SQL by a word, else where SQL begins. */
const foreignTables = (path: string): string[] =>
  textsOf(path).flatMap(({ text, sql }) =>
    [...text.matchAll(/(?:\b(as|from|join|into|update)\s+)?"?\b(\w+)\b(?!\s*\()/gi)].flatMap(
      ([, before, word]) => {
        const owner = ownerOf.get(word!.replace(/_search$/, ""));
        const names = before ? before.toLowerCase() !== "as" : sql;
        return names && owner && owner !== path.split("/")[1] ? [`${path} names ${word} of ${owner}`] : [];
      },
    ),
  );

/** What the process has once for everybody, by the file of lib that may reach for it; a command is given it by its context. */
const globals: Record<string, readonly string[]> = {
  "lib/acts/context.ts": ["read", "processSettings", "machineClock"],
  "lib/time/clock.ts": ["Date.now", "processSettings", "process.versions"],
  "lib/env/child.ts": ["process.env"],
  "lib/env/settings.ts": ["process.env", "process.cwd", "process.umask"],
  // Folders and files as they are on this system, made under a name that is this process's alone.
  "lib/env/folders.ts": ["process.platform", "process.pid"],
  "lib/store/check.ts": ["process.platform"],
  "lib/crypto/keyFiles.ts": ["process.platform", "process.pid"],
  // The templates and the fonts lie beside the application.
  "lib/documents/typst.ts": ["process.cwd"],
  // A process of its own, and what starts it.
  "lib/documents/paperFile.ts": ["process.cwd", "process.execPath"],
  "lib/documents/typesetPapers.ts": ["process.stdin", "process.stdout", "process.argv"],
  "lib/documents/fonts.ts": ["process.cwd"],
  // Below every context: it says what breaks where one is made.
  "lib/log/log.ts": ["processSettings"],
  // Opens, looks after and closes the file itself.
  "lib/store/commands.ts": ["sqlite", "processSettings"],
  // Before the settings are read, which makes what is missing: where the commands look, and whose the files are there.
  "lib/store/present.ts": ["process.env"],
  "lib/store/trouble.ts": ["process.getuid"],
};

/** What a file takes that is the process's own, whoever asks: its time, its settings, its file. */
const globalsIn = (path: string): string[] =>
  nodesOf(path).flatMap((node) => {
    if (node.type === "ImportDeclaration" && node.importKind !== "type") {
      if (
        !/(time\/clock|env\/settings|db\/client)$/.test((node.source as unknown as { value: string }).value)
      )
        return [];
      const names = (node.specifiers as { imported?: { name: string }; importKind?: string }[]).flatMap(
        ({ imported, importKind }) => (importKind === "type" ? [] : (imported?.name ?? "*")),
      );
      return names.filter((name) => /^(clock|machineClock|processSettings|read|sqlite|\*)$/.test(name));
    }
    if (node.type === "NewExpression")
      return (node.callee as { name?: string }).name === "Date" && (node.arguments as unknown[]).length === 0
        ? ["new Date"]
        : [];
    if (node.type !== "MemberExpression") return [];
    const [of, what] = [node.object as { name?: string }, node.property as { name?: string }];
    return of.name === "process" || (of.name === "Date" && what.name === "now") || of.name === "globalThis"
      ? [`${of.name}.${what.name}`]
      : [];
  });

/** What the functions of a file do, without the spaces between; of those of a few words nothing is said. */
function bodiesIn(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return nodesOf(path)
    .filter(({ type }) => functions.test(type))
    .map(({ body }) => text.slice((body as Node).start, (body as Node).end).replace(/\s+/g, " "))
    .filter((body) => body.length > 60);
}

/** Every function of a file that is longer than so many lines, by its first line. */
function longFunctions(path: string, most: number): string[] {
  const text = readFileSync(path, "utf8");
  const lineOf = (at: number) => text.slice(0, at).split("\n").length;
  return nodesOf(path)
    .filter(({ type }) => functions.test(type))
    .map((node) => ({ from: lineOf(node.start), lines: lineOf(node.end) - lineOf(node.start) + 1 }))
    .filter(({ lines }) => lines > most)
    .map(({ from, lines }) => `${path}:${from} (${lines} lines)`);
}

describe("the house", () => {
  it("has one owner for each table, whose store alone imports it", () => {
    execFileSync("node", ["scripts/owners.mjs", "--check"]);
    const tables = readdirSync("db/schema")
      .map((name) => name.replace(/\.ts$/, ""))
      .filter((name) => !["columns", "index"].includes(name));
    expect(Object.values(owners).flat().sort()).toEqual(tables.sort());
  });
  it("names no table of another domain in the text of its SQL", () => {
    expect(lib.flatMap(foreignTables)).toEqual([]);
  });
  it("has a gate alone that makes what it hands out, and beside it those of trainers and threads", () => {
    const makers = [...lib, ...files("app")].filter((path) =>
      /\bas (\w+\.)?(Granted\w*|System\w*)\b/.test(readFileSync(path, "utf8")),
    );
    expect(makers).toEqual([
      "lib/access/gate.ts",
      "lib/access/stageGate.ts",
      "lib/access/threadGate.ts",
      "lib/access/trainerGate.ts",
    ]);
  });
  it("has one file that adds people, who are new to it alone", () => {
    const makers = [...lib, ...files("app")].filter((path) =>
      /\bas NewPerson\b/.test(readFileSync(path, "utf8")),
    );
    expect(makers).toEqual(["lib/people/store.ts"]);
  });
  it("ends what people do, and what puts somebody on a list, with an event", () => {
    const silent = lib.filter((path) => {
      const text = readFileSync(path, "utf8");
      const acts =
        /= (command|commandOnceRead|reckonedCommand|addressedCommand|slowCommand)\(|\b(queueMail|addNotice)\(/.test(
          text,
        );
      return acts && !/\bhappened(ToAdded)?\(/.test(text);
    });
    // Whose steps say it: a session that started, a link or code that was handed over; and what follows from an event itself.
    expect(silent).toEqual([
      "lib/accounts/commands/signIn.ts",
      "lib/accounts/commands/useCode.ts",
      "lib/accounts/commands/useLink.ts",
      "lib/messages/tell.ts",
      "lib/participants/commands/makeCode.ts",
      "lib/people/commands/giveAccess.ts",
      "lib/people/commands/makeCode.ts",
      // Each of several is approved by the step that says so.
      "lib/requests/commands/answer.ts",
      "lib/stages/commands/approveMany.ts",
    ]);
  });
  it("asks the table of permissions about a thing at the gate alone", () => {
    const askers = [...lib, ...files("app")].filter((path) =>
      /import [^;]*\bmay\b[^;]*access\/table"/.test(readFileSync(path, "utf8")),
    );
    expect(askers).toEqual([]);
  });
  it("reads what the viewer may at the gate, which hands out a reach", () => {
    const readers = [...lib, ...files("app")].filter(
      (path) =>
        !path.startsWith("lib/access/") &&
        /\bviewer\.(administrator|coordinates|trains)\b|\bcoordinatedProgrammes\b/.test(
          readFileSync(path, "utf8"),
        ),
    );
    expect(readers).toEqual([]);
  });
  it("knows of actions and of what reads a post the types alone, in components", () => {
    const values = files("app/_ui").filter((path) =>
      /^import (?!type\b)[^;]*"@\/app\/_actions\//m.test(readFileSync(path, "utf8")),
    );
    expect(values).toEqual([]);
  });
  it("reaches for the process's own time, settings and file where a context is made, and nowhere else", () => {
    const reached = lib.flatMap((path) =>
      globalsIn(path)
        .filter((what) => !globals[path]?.includes(what))
        .map((what) => `${path}: ${what}`),
    );
    expect(reached).toEqual([]);
  });
  it("makes public pages anew by events alone", () => {
    const thrown = files("app").filter((path) =>
      /\b(revalidatePath|revalidateTag|updateTag|unstable_expire\w*)\b/.test(readFileSync(path, "utf8")),
    );
    expect(thrown).toEqual([]);
  });
  it("has no file over 300 lines, and no function over 60 in lib", () => {
    const written = ["app", "db", "e2e", "lib", "scripts", "tests"].flatMap((folder) =>
      readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
    );
    const kept = written.filter(
      (path) => /\.(tsx?|mjs|js|css|typ)$/.test(path) && !path.startsWith(join("db", "migrations")),
    );
    const long = kept.filter((path) => readFileSync(path, "utf8").split("\n").length > 301);
    expect(long.filter((path) => !longFiles.includes(path))).toEqual([]);
    expect(lib.flatMap((path) => longFunctions(path, 60))).toEqual([]);
  });
  it("has no function twice in lib, whatever its name", () => {
    const written = new Map<string, string[]>();
    for (const path of lib)
      for (const text of bodiesIn(path)) written.set(text, [...(written.get(text) ?? []), path]);
    expect(
      [...written].filter(([, paths]) => paths.length > 1).map(([text, paths]) => `${paths}: ${text}`),
    ).toEqual([]);
  });
  it("runs every folder of tests with npm test", () => {
    const run = readFileSync("scripts/test.mjs", "utf8");
    const folders = readdirSync("tests").filter((name) =>
      readdirSync(join("tests", name), { recursive: true }).some((file) => String(file).endsWith(".test.ts")),
    );
    expect(folders.filter((name) => !run.includes(`"tests/${name}"`))).toEqual([]);
  });
});
