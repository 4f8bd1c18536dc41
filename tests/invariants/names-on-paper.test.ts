import { describe, expect, it } from "vitest";
import { coursePdf } from "../../lib/documents/list";
import { locales } from "../../lib/i18n/rules";
import { misplaced, readPages } from "../support/lists";
import { narrowPapers, tools } from "../support/narrowPapers";

/** What a reader of the file may have in one piece: what a hyphen ends goes on in a line of its own. */
const pieces = tools.flatMap((name) => name.split(/(?<=-)/));

/** Days that are no names of anything. */
const days = {
  course: "2027",
  short: (nth: number) => `Wed ${Math.floor(nth / 2) + 1} Sept`,
  whole: (nth: number) => `Day ${nth}`,
};

describe("names of tools and modules", () => {
  for (const language of locales)
    it(`stay whole on every list in ${language}`, async () => {
      for (const paper of narrowPapers(language, days)) {
        const { pages } = await readPages(coursePdf(paper));
        const read = pages
          .flatMap(({ words }) => words.flatMap(({ text }) => text.normalize("NFKC").split(" ")))
          .map((word) => word.replace(/\p{Default_Ignorable_Code_Point}/gu, ""));
        for (const piece of pieces)
          expect(
            read.filter((word) => word.includes(piece)).length,
            `${paper.kind}: ${piece}`,
          ).toBeGreaterThan(0);
        // Nothing is a part of a name that has no name whole in it.
        const parts = read.filter(
          (word) =>
            word.length > 3 &&
            tools.some((name) => name.includes(word)) &&
            !pieces.includes(word) &&
            !tools.includes(word),
        );
        expect(parts, paper.kind).toEqual([]);
        expect(misplaced(pages), paper.kind).toEqual([]);
      }
    });
});
