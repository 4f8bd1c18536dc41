import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const languages = {
  ar: { all: ar, course: /دورة/, workshop: /ورشة/ },
  fr: { all: fr, course: /\bformations?\b/i, workshop: /\bateliers?\b/i },
  en: { all: en, course: /\bcourses?\b/i, workshop: /\bworkshops?\b/i },
} as const;
const own = new Map(flat(en.ofWorkshop));
const values = (text: string) => new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name));

describe("what pages of a course say of a trainer's workshop", () => {
  it.each(["ar", "fr", "en"] as const)(
    "says workshop where they say course, with the same in it (%s)",
    (locale) => {
      const { all, course, workshop } = languages[locale];
      const said = new Map(flat(all));
      for (const [key, text] of flat(all.ofWorkshop)) {
        const of = said.get(key) ?? "";
        expect(of, key).toMatch(course);
        expect(text, key).toMatch(workshop);
        // The programme of a training is not the workshop.
        expect(text.replace("programme de formation", ""), key).not.toMatch(course);
        expect(values(text), key).toEqual(values(of));
      }
    },
  );

  it("has words of its own for all that moving, the list of changes and what was just done call a course", () => {
    const said = flat({ move: en.move, courseDone: en.courseDone, timetable: { did: en.timetable.did } });
    const lacking = said.flatMap(([key, text]) => (/\bcourse\b/i.test(text) && !own.has(key) ? key : []));
    expect(lacking).toEqual([]);
  });

  it("is what every page asks for that has one of these words", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    // A function has its own words, whatever another of its file calls them.
    const parts = files.flatMap((name) =>
      readFileSync(`app/${name}`, "utf8")
        .split(/^(?:export )?(?:default )?(?:async )?function /m)
        .map((text) => ({ name, text })),
    );
    const plain = parts.flatMap(({ name, text }) => {
      const named = text.matchAll(/const (\w+) = (?:await get|use)Translations\("([\w.]+)"\)/g);
      return [...named].flatMap(([, word, namespace]) =>
        [...own.keys()].flatMap((key) => {
          const mine = key.startsWith(`${namespace}.`) ? key.slice(namespace!.length + 1) : null;
          return mine && text.includes(`${word}("${mine}"`) ? `${name}: ${key}` : [];
        }),
      );
    });
    expect(plain).toEqual([]);
  });
});
