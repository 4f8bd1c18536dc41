import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { parseSync, Visitor } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { faultParams } from "../../lib/faultParams";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { dotBetween } from "../../lib/i18n/rules";

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const catalogues = { en: new Map(flat(en)), fr: new Map(flat(fr)), ar: new Map(flat(ar)) };

/** What a message needs, and the plural forms it has. */
function shape(elements: MessageFormatElement[]): { needs: Set<string>; plurals: Map<string, Set<string>> } {
  const needs = new Set<string>();
  const plurals = new Map<string, Set<string>>();
  const walk = (list: MessageFormatElement[]) => {
    for (const e of list) {
      if (e.type === TYPE.literal || e.type === TYPE.pound) continue;
      needs.add(e.value);
      if (e.type === TYPE.plural || e.type === TYPE.select) {
        if (e.type === TYPE.plural) plurals.set(e.value, new Set(Object.keys(e.options)));
        for (const option of Object.values(e.options)) walk(option.value);
      }
    }
  };
  walk(elements);
  return { needs, plurals };
}

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory()
      ? files(path)
      : /\.tsx?$/.test(name) && !name.endsWith(".d.ts")
        ? [path]
        : [];
  });
const sources = [...files("app")].map((path) => ({ path, text: readFileSync(path, "utf8") }));

describe("messages", () => {
  it("are the same keys in every language, none empty", () => {
    for (const locale of ["fr", "ar"] as const)
      expect([...catalogues[locale].keys()].sort()).toEqual([...catalogues.en.keys()].sort());
    for (const [locale, messages] of Object.entries(catalogues))
      for (const [key, text] of messages) expect(text.trim(), `${locale} ${key}`).not.toBe("");
  });
  it("put no French word before a name that would lose its vowel there", () => {
    // "de Oscar", "que Amina", "heure de Amman": who or what it will be is not known where the message is written.
    for (const [key, text] of catalogues.fr)
      expect(text, key).not.toMatch(
        /(?<!\p{L})(?:de|que|le|la|se|ne|je|jusque|lorsque|puisque)[ \u00a0]\{(?:name|trainer|by|byName|asker|called|person|city|zone|place|group|session|programme)\}/iu,
      );
  });
  it("have no dot between two things that could begin a line, and no page writes its own", () => {
    expect(dotBetween).toBe("\u00a0· ");
    for (const [locale, messages] of Object.entries(catalogues))
      for (const [key, text] of messages) expect(text, `${locale} ${key}`).not.toMatch(/[^\u00a0]·/);
    // The title of a page stands in no line of it; what is sent and printed has lines of its own.
    const written = sources
      .filter(({ path }) => !/^app.(_words|api)|_states/.test(path))
      .flatMap(({ path, text }) =>
        text
          .split("\n")
          .filter((line) => / ·( |$)/.test(line) && !/title|\s\*|\/\//.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(written).toEqual([]);
  });
  it("have the spaces of French before what is of two parts, and no page puts a label together without", () => {
    for (const [key, text] of catalogues.fr)
      expect(text.replace(/https?:|\d:\d|otpauth:/g, ""), key).not.toMatch(/[\p{L}\d)}][;?!:»]|«\S/u);
    const joined = sources
      .filter(({ path }) => !/_states|^app.(_words|api)/.test(path))
      .flatMap(({ path, text }) =>
        text
          .split("\n")
          .filter((line) => /\$\{[^{}]+\}: \$\{|(?:^\s*|>)\{[^{}]+\}: ?[<{]|\{": "\}/.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(joined).toEqual([]);
  });
  it("ask for the same values and have every plural form of their language", () => {
    for (const [key, text] of catalogues.en) {
      const own = shape(parse(text));
      for (const locale of ["en", "fr", "ar"] as const) {
        const other = shape(parse(catalogues[locale].get(key)!));
        expect([...other.needs].sort(), `${locale} ${key}`).toEqual([...own.needs].sort());
        expect([...other.plurals.keys()].sort(), `${locale} ${key}`).toEqual([...own.plurals.keys()].sort());
        const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
        for (const [value, have] of other.plurals)
          for (const form of forms)
            expect(have.has(form), `${locale} ${key} {${value}} lacks "${form}"`).toBe(true);
      }
    }
  });
  it("are each used somewhere, and every namespace asked for exists", () => {
    const everything = [
      ...sources.map((s) => s.text),
      ...["lib", "db/values"].flatMap(files).map((path) => readFileSync(path, "utf8")),
      ...["scripts/server.mjs", "scripts/said.mjs"].map((path) => readFileSync(path, "utf8")),
    ].join("\n");
    const unused = [...catalogues.en.keys()].filter((key) => {
      const namespace = key.split(".")[0]!;
      const last = key.split(".").at(-1)!;
      const named = everything.includes(`"${namespace}"`);
      // The last part stands in the code as a word of its own: in a call, an enumeration or an error code.
      return (
        !(named && new RegExp(`(?<![\\w])${last}(?![\\w])`).test(everything)) &&
        namespace !== "errors" &&
        namespace !== "mail"
      );
    });
    expect(unused).toEqual([]);
    const codes = [...catalogues.en.keys()]
      .filter((key) => key.startsWith("errors."))
      .map((key) => key.slice(7));
    expect(codes.filter((code) => !everything.includes(code.replace(/^serial_.*/, "serial_")))).toEqual([]);
    for (const { path, text } of sources)
      for (const [, namespace] of text.matchAll(/(?:useTranslations|getTranslations)\("(\w+)"\)/g))
        expect(Object.keys(en), path).toContain(namespace);
  });
  it("hold every error code that the rules and commands answer with", () => {
    const found = new Set<string>();
    for (const path of files("lib")) {
      const text = readFileSync(path, "utf8");
      for (const [, code] of text.matchAll(/(?:refuse|fail)\("(\w+)"/g)) found.add(code!);
      for (const [, code] of text.matchAll(/(?:error|code): "(\w+)[?"]/g)) found.add(code!);
      for (const [, code] of text.matchAll(/fields: \{ \[?\w+\]?: [`"](\w+)[?`"]/g)) found.add(code!);
    }
    expect(found.size).toBeGreaterThan(50);
    const known = new Set(
      [...catalogues.en.keys()].filter((k) => k.startsWith("errors.")).map((k) => k.slice(7)),
    );
    expect([...found].filter((code) => !known.has(code) && code !== "custom")).toEqual([]);
  });
  it("name in the sentence of a fault exactly what the fault carries", () => {
    const needs = (code: string) => [...shape(parse(catalogues.en.get(`errors.${code}`)!)).needs].sort();
    for (const [code, params] of Object.entries(faultParams))
      expect(needs(code), code).toEqual(Object.keys(params).sort());
    // What else is in that catalogue and names something is said by a page itself, of what went well.
    const others = [...catalogues.en.keys()]
      .filter((key) => key.startsWith("errors."))
      .map((key) => key.slice(7))
      .filter((code) => !(code in faultParams) && needs(code).length > 0);
    expect(others.filter((code) => !sources.some((s) => s.text.includes(`t("${code}"`)))).toEqual([]);
  });
  it("are where all visible text comes from: no component holds text of its own", () => {
    const visible = new Set([
      "label",
      "hint",
      "title",
      "placeholder",
      "alt",
      "aria-label",
      "busy",
      "done",
      "empty",
      "under",
    ]);
    const found: string[] = [];
    // The kit shows its parts with words of nobody's, to whoever builds.
    const shown = sources.filter(({ path }) => path.endsWith(".tsx") && !path.includes("[locale]/kit/"));
    for (const { path, text } of shown) {
      const { program } = parseSync(path, text);
      new Visitor({
        JSXText(node) {
          if (/\p{L}{2,}/u.test(node.value)) found.push(`${path}: ${node.value.trim()}`);
        },
        JSXAttribute(node) {
          const name = node.name.type === "JSXIdentifier" ? node.name.name : "";
          if (
            visible.has(name) &&
            node.value?.type === "Literal" &&
            /\p{L}{2,}/u.test(String(node.value.value))
          )
            found.push(`${path}: ${name}="${node.value.value}"`);
        },
      }).visit(program);
    }
    expect(found).toEqual([]);
  });
});
