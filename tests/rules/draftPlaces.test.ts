import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { placeOfDraft } from "../../app/_ui/form/draftPlaces";

it("every form whose text is kept is named before signing out, with a link to the page it stands on", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" });
  const keys = pages
    .filter((name) => name.endsWith(".tsx") && !name.includes("[locale]/kit/"))
    .flatMap((name) => [
      ...readFileSync(join("app", name), "utf8").matchAll(/of: `\$\{(?:cx\.viewer\.)?accountId\} ([^`]+)`/g),
    ])
    .map(([, key]) => key!.replace(/\$\{course\.slug\}/g, "tot-irbid").replace(/\$\{[^}]+\}/g, "7"));
  expect(keys.length).toBeGreaterThan(12);
  for (const key of keys) {
    const place = placeOfDraft(key);
    expect(place, key).not.toBeNull();
    const path = place!.href.split("?")[0]!.slice(1);
    const found = pages.some((name) => {
      const page = /^\[locale\]\/\([a-z]+\)\/(.*)\/page\.tsx$/.exec(name)?.[1];
      return page && new RegExp(`^${page.replace(/\[\w+\]/g, "[^/]+")}$`).test(path);
    });
    expect(found, place!.href).toBe(true);
  }
  expect(placeOfDraft("something else")).toBeNull();
});

it("a list of people that is pasted is kept in no browser: contacts of many stand in it as one text", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("page.tsx"))
    .map((name) => readFileSync(join("app", name), "utf8"))
    .filter((page) => page.includes("<ListFields"));
  expect(pages).toHaveLength(2);
  for (const page of pages) expect(page).not.toMatch(/draft/);
  expect(placeOfDraft("list 7") ?? placeOfDraft("participants 7")).toBeNull();
});
