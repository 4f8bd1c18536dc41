import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

/** What says of nobody that they are certified: choices to narrow by, how many are at each, the stages that a path is drawn of. */
const ofNobody: readonly string[] = [
  "app/[locale]/(desk)/desk/trainers/Narrowing.tsx",
  "app/[locale]/(desk)/desk/trainers/ByStage.tsx",
  // Nobody here is certified yet.
  "app/_words/waysTogether.ts",
  // Only what halts a way.
  "app/_words/canTeach.ts",
];

/** True of what says where a person stands on the way, or until when somebody is certified. */
const saysStanding = (source: string) =>
  /"(?:stages|publicTrainers)"/.test(source) &&
  /`stage\.\$\{(?:[\w.]+\.)?stage\}`|trainer\.certified\.map/.test(source);

describe("that somebody was certified by an exception, or by a certification from before", () => {
  const saying = filesIn("app").filter(
    (file) => !ofNobody.includes(file) && saysStanding(readFileSync(file, "utf8")),
  );
  it("stands on every page and in every file that says that somebody is certified", () => {
    // The register, its file, that of a day, a person's renewal, the ways of a person's page and one's own, the public register.
    expect(saying.length).toBeGreaterThanOrEqual(6);
    for (const file of saying) {
      const source = readFileSync(file, "utf8");
      const marks =
        /<CertifiedMarks\s+before=\{[^}]*before\b[^}]*\}\s+byException=\{[^}]*byException\}/.test(source) ||
        /<WayMarks\s+way=\{(\w+|\{[^}]*\bbefore\b[^}]*\bbyException\b[^}]*\})\}/.test(source);
      const columns = /=> yes\(before\)\)( \?\? yes\(\w+\.before\))?,\s+yes\(\w+\.byException\)/.test(source);
      expect(marks || columns, file).toBe(true);
    }
  });
});
