import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Where a number stands in a button or a menu, which says more than the number. */
const inAButton = [
  "app/_ui/ToTell.tsx",
  "app/[locale]/(desk)/desk/courses/[course]/participants/ParticipantLine.tsx",
  "app/[locale]/(desk)/desk/people/[person]/Head.tsx",
  "app/[locale]/(public)/contact/ProgrammeContacts.tsx",
];

it("a phone number is written by one part, as people read it and to be tapped", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".tsx"),
  );
  const found = files
    .map((name) => join("app", name))
    .flatMap((file) => {
      const text = readFileSync(file, "utf8");
      const calls = text.includes("tel:") && file !== "app/_ui/PhoneNumber.tsx" && !inAButton.includes(file);
      // As a child of an element, as it is kept: +962791234567.
      const bare = [...text.matchAll(/>\s*\{[^{}<]*\bphone\b[^{}<]*\}\s*</g)].some(
        ([what]) => !/displayPhone|null|\/\*/.test(what),
      );
      return calls || bare ? [file] : [];
    });
  expect(found).toEqual([]);
});
