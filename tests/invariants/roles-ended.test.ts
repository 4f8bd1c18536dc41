import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** What is asked of one role by its whole key: as it was given, ended or not. */
const asGiven = ["isRole"];

/** Parts of a file that begin where something is declared, each with its name. */
const declared = (text: string) =>
  text
    .split(/^(?=(?:export )?(?:async )?(?:const|function) )/m)
    .map((part) => ({ name: part.match(/(?:const|function) (\w+)/)?.[1] ?? "", part }));

it("whoever asks for a role asks for one that has not ended, but where a role is looked up as it was given", () => {
  const files = readdirSync("lib", { recursive: true }).map((name) => join("lib", String(name)));
  const asking = files
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) =>
      declared(readFileSync(path, "utf8")).filter(({ part }) => part.includes("eq(programmeMembers.role")),
    );
  expect(asking.length).toBeGreaterThan(5);
  const passedOver = asking.filter(({ part }) => !part.includes("hasNotEnded(cx)"));
  expect(passedOver.map(({ name }) => name)).toEqual(asGiven);
});
