import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("several keys of one name are a list of a form: fields of one name would send the last alone", () => {
  const pages = readdirSync("app", { recursive: true })
    .map((name) => join("app", String(name)))
    .filter((path) => path.endsWith(".tsx"));
  const wrong = pages.filter((path) =>
    /=>\s*\(?\s*<Hidden\s+key=\{[^}]*\}\s+name="/.test(readFileSync(path, "utf8")),
  );
  expect(pages.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
