import { describe, expect, it } from "vitest";
import { coursePdf } from "../../lib/documents/list";
import type { AttendanceMatrix, CoursePaper, Listed } from "../../lib/documents/papers";
import { type Locale, locales } from "../../lib/i18n/rules";
import { misplaced, readPages } from "../support/lists";

const tools = ["Think.Coop", "Start.Coop", "Entrepreneurship", "Apprentissage", "Micro-enseignement"];
/** As they stand in a sentence of either direction. */
const isolated = tools.map((name) => `\u2068${name}\u2069`);
const tool = (nth: number) => isolated[nth % isolated.length]!;
/** What a reader of the file may have in one piece: what a hyphen ends goes on in a line of its own. */
const pieces = tools.flatMap((name) => name.split(/(?<=-)/));

const people: Listed[] = ["Laila Al-Khatib", "Marie-Émilienne Nkoulou Mbarga"].map((name) => ({
  name,
  other: null,
  organisation: "Cooperative of bee keepers",
  apart: "",
}));
const head = (language: Locale) => ({
  language,
  title: "List",
  course: "Training of trainers",
  lines: ["2027"],
  fictional: null,
});
const session = (nth: number) => ({ time: "09:00–10:30", title: `${tool(nth)} M1`, lines: ["Hall"] });
const count = 15;
const attendance = (language: Locale): AttendanceMatrix => ({
  kind: "attendance",
  ...head(language),
  heads: { number: "No.", name: "Name", share: "Share", sum: "Present" },
  signs: { present: "Present", late: "Late", excused: "Excused", absent: "Absent" },
  sessions: Array.from({ length: count }, (_, nth) => ({
    day: `Wed ${Math.floor(nth / 2) + 1} Sept`,
    from: "09:00",
    code: nth % 3 ? tool(nth) : "M12",
    sum: "18/20",
  })),
  people: people.map((one) => ({
    ...one,
    marks: Array.from({ length: count }, () => "l15"),
    share: "76%",
    below: false,
  })),
  below: "Less",
  none: "Nobody",
});

const papers = (language: Locale): CoursePaper[] => [
  attendance(language),
  {
    kind: "sign-in",
    ...head(language),
    heads: { number: "No.", name: "Name", organisation: "Organisation" },
    days: [0, 1].map((day) => ({
      day: `Day ${day}`,
      lines: [],
      signatures: [0, 1, 2, 3].map((n) => session(day + n)),
      list: 0,
    })),
    lists: [{ people, emptyRows: 2 }],
  },
  {
    kind: "timetable",
    ...head(language),
    upright: false,
    heads: { time: "Time", session: "Session" },
    // Seven days on which three groups meet at one time.
    weeks: [
      {
        title: "Week 1",
        days: Array.from({ length: 7 }, (_, day) => `Day ${day}`),
        halves: [
          {
            title: "Morning",
            days: Array.from({ length: 7 }, (_, day) => [
              { lanes: [0, 1, 2].map((n) => [session(day + n)]) },
            ]),
          },
        ],
      },
    ],
    none: "Nothing",
  },
];

describe("names of tools and modules", () => {
  for (const language of locales)
    it(`stay whole on every list in ${language}`, async () => {
      for (const paper of papers(language)) {
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
