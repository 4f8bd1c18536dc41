import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { paperHead } from "../../app/_words/papers";

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

/** A programme's short name put into a page: as text, as what is chosen from, or as what a sentence names. */
const short = [
  /<(bdi|Written)>\{(\w+\.)*programme\}<\/\1>/,
  /\{ value: String\((\w+\.)?id\), label: (\w+\.)?code \}/,
  /\bprogramme: (isolate\()?(\w+\.)*(?<!params\.)code\b/,
  /\bprogramme: (isolate\()?(?!notice\.)\w+\.programme\b/,
];

describe("a programme's short name, which is in one language for all", () => {
  it("stands in no page, file or choice in place of what the programme is called in the reader's language", () => {
    const found = filesIn("app").flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && short.some((pattern) => pattern.test(line)))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it("does not stand on a list on paper: its programme is called as in the list's language", () => {
    const course = {
      title: { own: "en" as const, en: "Training" },
      ...{ startsOn: null, endsOn: null, venue: null, place: { own: "en" as const }, country: "JO" },
      programmeTitle: {
        own: "en" as const,
        en: "Land and Rights – Paths to Social Economy",
        ar: "الأرض والحقوق – مسارات نحو الاقتصاد الاجتماعي",
      },
      ...{ fictional: false, state: "running" as const, decideBy: null, confirmedAt: null },
    };
    expect(paperHead(course, "ar", "").lines.join(" ")).toContain("الأرض والحقوق");
    expect(paperHead(course, "en", "").lines.join(" ")).toContain("Land and Rights");
    expect(paperHead(course, "en", "").lines.join(" ")).not.toContain("Paths");
  });
});
