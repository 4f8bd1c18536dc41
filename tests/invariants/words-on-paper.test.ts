import { describe, expect, it } from "vitest";
import { heldOnPaper, trainingOnPaper } from "../../app/_words/certificate";
import { dayWithYear } from "../../app/_words/papers";
import { certificatePdf } from "../../lib/documents/certificate";
import { coursePdf } from "../../lib/documents/list";
import { rangeOnPaper, shortDayOnPaper } from "../../lib/i18n/format";
import { type Locale, locales } from "../../lib/i18n/rules";
import { addDays } from "../../lib/time/civil";
import { readPages } from "../support/lists";
import { narrowPapers } from "../support/narrowPapers";
import { extremes, letters, pageOf } from "../support/pages";

const months = Array.from({ length: 12 }, (_, nth) => String(nth + 1).padStart(2, "0"));
/** Days of courses: within each month, from each to the one after it, and from each to the year after. */
const ranges = months.flatMap((month, nth): [string, string][] => {
  const next = `${nth === 11 ? 2027 : 2026}-${months[(nth + 1) % 12]}-01`;
  return [
    [`2026-${month}-21`, `2026-${month}-27`],
    [addDays(next, -1), next],
    [`2026-${month}-28`, `2027-${month}-05`],
  ];
});

/** The words of a text, without digits and the signs between them. */
const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .split(/[^\p{L}\p{M}.’]+/u)
    .filter((word) => /\p{L}/u.test(word));

type Pages = Awaited<ReturnType<typeof readPages>>["pages"];

/** Words of what was said that stand less often in a file than it says them: in two lines, or with their letters apart. */
function broken(pages: Pages, said: readonly string[]): string[] {
  const source = said.flatMap(wordsOf);
  // What stands apart is a piece of its own to the reader of the file, which takes some gaps between letters for spaces.
  const pieces = pages.flatMap(({ words }) => words.map(({ text }) => wordsOf(text).join("")));
  const found = (word: string) => pieces.reduce((sum, piece) => sum + piece.split(word).length - 1, 0);
  return [...new Set(source)].filter((word) => found(word) < source.filter((one) => one === word).length);
}

/** Right of the labels of a certificate's facts, in Arabic left of them, in mm. */
const afterLabels = { en: 60, fr: 70, ar: 160 };

/** Where the lines of a certificate's facts begin, each place once, in half mm; from the row with this label on. */
function edgesOf([page]: Pages, label: string, language: Locale): number[] {
  const first = page!.words.find(({ text }) => text === label)!.base;
  const lines = new Map<number, number>();
  for (const { base, left, right } of page!.words) {
    const start = language === "ar" ? -right : left;
    if (base < first - 1 || base > 240 || start < (language === "ar" ? -1 : 1) * afterLabels[language])
      continue;
    lines.set(Math.round(base), Math.min(lines.get(Math.round(base)) ?? Number.POSITIVE_INFINITY, start));
  }
  return [...new Set([...lines.values()].map((start) => Math.round(start * 2) / 2))];
}

/** A certificate of a course on such days, its title longer each time so that lines end elsewhere. */
function certificateOf(language: Locale, kind: string, [startsOn, endsOn]: [string, string], nth: number) {
  const set = extremes.find((one) => one.language === language && one.kind === kind && one.course === 40)!;
  const page = pageOf(set, nth);
  const title = language === "ar" ? "تدريب على إدارة المشاريع الصغيرة " : "Training on small enterprises ";
  const facts = {
    course: letters(title, 24 + nth).trim(),
    startsOn,
    endsOn,
    year: null,
    place: language === "ar" ? "إربد" : "Irbid",
    online: false,
    country: "JO",
  };
  const value = kind === "participation" ? heldOnPaper(facts, language)! : trainingOnPaper(facts, language);
  const row = { ...page.details[1]!, value };
  return { page: { ...page, details: page.details.map((one, i) => (i === 1 ? row : one)) }, facts };
}

describe("words of dates", () => {
  for (const language of locales)
    for (const kind of ["participation", "trainer_certification"])
      it(`stay whole on a certificate of ${kind} in ${language}, and no line begins with a space`, async () => {
        const faults: string[] = [];
        for (const [nth, range] of ranges.entries()) {
          const { page } = certificateOf(language, kind, range, nth);
          const { pages } = await readPages(await certificatePdf(page));
          const says = `${range.join(" ")}: `;
          faults.push(...broken(pages, [rangeOnPaper(...range, language)]).map((word) => says + word));
          const edges = kind === "participation" ? [] : edgesOf(pages, page.details[0]!.label, language);
          if (edges.length > 1) faults.push(`${says}lines begin at ${edges.join(", ")} mm`);
        }
        expect(faults).toEqual([]);
      });
  for (const language of locales)
    it(`stay whole on every list in ${language}`, async () => {
      const faults: string[] = [];
      for (const [startsOn, endsOn] of ranges.filter((_, nth) => nth % 3 !== 0)) {
        const course = rangeOnPaper(startsOn, endsOn, language);
        const short = (nth: number) => shortDayOnPaper(addDays(startsOn, nth), language);
        const whole = (nth: number) => dayWithYear(addDays(startsOn, nth), language);
        for (const paper of narrowPapers(language, { course, short, whole })) {
          const { pages } = await readPages(coursePdf(paper));
          const said =
            paper.kind === "attendance"
              ? [course, ...paper.sessions.map(({ day }) => day)]
              : [
                  course,
                  ...Array.from({ length: paper.kind === "timetable" ? 7 : 2 }, (_, nth) => whole(nth)),
                ];
          faults.push(...broken(pages, said).map((word) => `${paper.kind} of ${startsOn}: ${word}`));
        }
      }
      expect(faults).toEqual([]);
    });
});
