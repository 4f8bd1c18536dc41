import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";

/** A file of app by what stands in it at the top: what each part declares, and from where each name of others comes. */
type Module = {
  client: boolean;
  server: boolean;
  parts: { text: string; words: Set<string>; names: string[] }[];
  from: Map<string, { at: string; name: string }>;
};

function resolved(path: string, name: string): string | null {
  const at = name.startsWith("@/") ? name.slice(2) : name.startsWith(".") ? join(dirname(path), name) : null;
  const found = ["", ".tsx", ".ts"]
    .map((end) => normalize(`${at}${end}`))
    .find((file) => /\.tsx?$/.test(file) && existsSync(file));
  return at && found?.startsWith("app") ? found : null;
}

type Named = { name?: string; value?: unknown };
const called = (node: Named) => node.name ?? String(node.value);

function read(path: string): Module {
  const source = readFileSync(path, "utf8");
  const module: Module = {
    client: /^"use client"/.test(source),
    server: /^"use server"/.test(source),
    parts: [],
    from: new Map(),
  };
  for (const node of parseSync(path, source).program.body) {
    const text = source.slice(node.start, node.end);
    const other = "source" in node && node.source ? resolved(path, node.source.value) : null;
    if (node.type === "ImportDeclaration") {
      for (const one of other ? node.specifiers : [])
        module.from.set(one.local.name, {
          at: other!,
          name: one.type === "ImportSpecifier" ? called(one.imported) : "default",
        });
      continue;
    }
    if (node.type === "ExportNamedDeclaration" && node.source) {
      for (const one of other ? node.specifiers : [])
        module.from.set(called(one.exported), { at: other!, name: called(one.local) });
      continue;
    }
    const inner = "declaration" in node && node.declaration ? node.declaration : node;
    const names = [...(node.type === "ExportDefaultDeclaration" ? ["default"] : [])];
    if ("id" in inner && inner.id && "name" in inner.id) names.push(inner.id.name);
    if (inner.type === "VariableDeclaration")
      names.push(...inner.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : [])));
    module.parts.push({ text, names, words: new Set(text.match(/[\w$]+/g)) });
  }
  return module;
}

const modules = new Map<string, Module>();
const moduleAt = (path: string) => modules.get(path) ?? modules.set(path, read(path)).get(path)!;

const lists = readFileSync("app/_ui/BrowserMessages.tsx", "utf8");
const quoted = (text: string) => [...text.matchAll(/"(\w+)"/g)].map(([, word]) => word!);
const formMessages = quoted(/formMessages = \[(.*?)\]/s.exec(lists)![1]!);
const deskMessages = [...formMessages, ...quoted(/deskMessages = \[(.*?)\]/s.exec(lists)![1]!)];

/** The namespaces that a part hands to the browser. */
const handedBy = (text: string) =>
  [...text.matchAll(/<(?:Browser|More)Messages of=\{(.*?)\}>/gs)].flatMap(([, of]) => [
    ...quoted(of!),
    ...(of!.includes("formMessages") ? formMessages : []),
    ...(of!.includes("deskMessages") ? deskMessages : []),
  ]);

/** What is said in the browser by what these files use, part by part, and what is handed to it there. */
function said(files: readonly string[]) {
  const seen = new Set<string>();
  const handed = new Set<string>();
  const says = new Map<string, string>();
  const go = (path: string, name: string | null, above: boolean) => {
    const module = moduleAt(path);
    const client = above || module.client;
    const key = `${path} ${name} ${client}`;
    if (seen.has(key) || module.server) return;
    seen.add(key);
    const others = name === null ? null : module.from.get(name);
    if (others) return go(others.at, others.name, client);
    for (const part of module.parts) {
      if (name !== null && !part.names.includes(name)) continue;
      for (const namespace of handedBy(part.text)) handed.add(namespace);
      if (client)
        for (const [, namespace] of part.text.matchAll(/useTranslations\("(\w+)/g))
          says.set(namespace!, path);
      for (const [, later] of part.text.matchAll(/import\("([^"]+)"\)/g)) {
        const at = resolved(path, later!);
        if (at) go(at, null, client);
      }
      const here = module.parts.flatMap(({ names }) => names);
      for (const word of part.words) {
        const of = module.from.get(word);
        if (of) go(of.at, of.name, client);
        else if (word !== name && here.includes(word)) go(path, word, client);
      }
    }
  };
  for (const file of files) go(file, null, false);
  return { handed, says };
}

/** The layouts that a page stands in. */
function layoutsOf(page: string): string[] {
  const folders: string[] = [];
  for (let at = dirname(page); at !== "app"; at = dirname(at)) folders.push(at);
  return folders.map((folder) => join(folder, "layout.tsx")).filter((path) => existsSync(path));
}

describe("messages in the browser", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|\/)(page|error|not-found)\.tsx$/.test(name))
    .map((name) => join("app", name));
  it("are handed to every page on which a client component says them", () => {
    expect(pages.length).toBeGreaterThan(60);
    const lacking = pages.flatMap((page) => {
      const { handed, says } = said([page, ...layoutsOf(page)]);
      return [...says]
        .filter(([namespace]) => !handed.has(namespace))
        .map(([namespace, path]) => `${page} lacks "${namespace}" of ${path}`);
    });
    expect(lacking).toEqual([]);
  });
});
