import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

it("whatever seals values of a table hands them out for a change of the key", () => {
  const seals = readdirSync("lib", { recursive: true })
    .map((name) => join("lib", String(name)))
    .filter((path) => path.endsWith(".ts") && !/^lib\/(keys|crypto)\//.test(path))
    .filter((path) =>
      /import \{[^}]*\bseal\b[^}]*\} from "[^"]*crypto\/seal"/.test(readFileSync(path, "utf8")),
    );
  const gone = readFileSync("lib/keys/sealed.ts", "utf8");
  expect(seals).not.toEqual([]);
  for (const path of seals)
    expect(gone, `${path} has no SealedRows in lib/keys/sealed.ts`).toContain(
      `from "${path.replace(/^lib/, "..").replace(/\.ts$/, "")}"`,
    );
});
