import { describe, expect, it } from "vitest";
import { coursePdf } from "../../lib/documents/list";
import type { TimetablePaper } from "../../lib/documents/papers";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { type Locale, locales } from "../../lib/i18n/rules";
import { freshDatabase } from "../support/database";
import { misplaced, readPages, saidOn, timetableFor } from "../support/lists";
import { letters } from "../support/pages";
import { fontsOf } from "../support/pdf";
import { manySessions, tenDays } from "../support/timetableOnPaper";
import { world } from "../support/world";

freshDatabase();
const w = world();
const messages = { en, fr, ar };

const head = (language: Locale) => ({
  language,
  course: letters("Training of trainers on Think.Coop and Start.Coop in Irbid ", 160),
  lines: ["23 November 2026", letters("Centre for training of the north ", 120)],
  fictional: messages[language].paper.fictional,
});

/** What is wrong with a timetable as a PDF, in words. */
async function faultsOf(paper: TimetablePaper) {
  const pdf = coursePdf(paper);
  const { pages } = await readPages(pdf);
  const foreign = fontsOf(pdf).filter((font) => !/^(NotoSans|NotoSerif|Amiri)-/.test(font));
  return [...misplaced(pages, paper.upright), ...foreign.map((font) => `font ${font}`)];
}

describe("a timetable on paper upright", () => {
  for (const language of locales)
    it(`in ${language} fits its pages, however many groups meet at one time`, async () => {
      for (const sessions of [0, 1, 30]) {
        const faults = await faultsOf(manySessions(head(language), sessions, true));
        expect(faults.slice(0, 5)).toEqual([]);
      }
    });
});

it.each([5, 9, 13, 25])(
  "day by day keeps a day of %i lines on one page, the first beneath the title",
  async (lines) => {
    const slots = (day: number) =>
      Array.from({ length: lines }, (_, nth) =>
        nth % 2
          ? { pause: "Break", time: "10:30–10:45" }
          : {
              lanes: [[{ time: "09:00–10:30", title: `Day${day}Nr${nth}`, lines: ["Hall", "Ibrahim Issa"] }]],
            },
      );
    const days = [0, 1, 2, 3, 4];
    const weeks = [
      { title: "", days: days.map((day) => `Day${day}`), halves: [{ title: "", days: days.map(slots) }] },
    ];
    const { pages } = await readPages(coursePdf({ ...manySessions(head("en"), 0, true), weeks }));
    const on = (word: string) => pages.findIndex((page) => saidOn([page]).includes(word));
    expect(on("Day0Nr0")).toBe(0);
    // What has room beneath no title is divided.
    for (const day of lines > 20 ? days.slice(1) : days)
      expect(on(`Day${day}Nr${lines - 1}`)).toBe(on(`Day${day}Nr0`));
  },
);

it("begins beneath its title, however much there is in its first half a day", async () => {
  const paper = manySessions(head("en"), 14, false);
  const lines = Array.from({ length: 11 }, () => "Hall");
  const [half] = paper.weeks[0]!.halves;
  half!.days.fill([]);
  half!.days[0] = ["08:00–09:00", "09:00–10:00", "10:00–11:00"].map((time) => ({
    lanes: [[{ time, title: "Organisation", lines }]],
  }));
  const { pages } = await readPages(coursePdf(paper));
  expect(pages[0]!.words.map(({ text }) => text).join("")).toContain("08:00");
});

it("has groups that meet at one time on one page, also where they have no room beside each other", async () => {
  const lines = ["Hall of the north", "Leads: Ibrahim Issa", "Co-trainer: Nour Qasem"];
  const pair = (day: number, nth: number) => ({
    lanes: ["A", "B"].map((group) => [
      { time: "09:00–10:30", title: `Microentrepreneurship ${group}${day}x${nth}`, lines },
    ]),
  });
  const paper = manySessions(head("en"), 14, false);
  const half = (from: number) => ({
    title: "Morning",
    days: paper.weeks[0]!.days.map((_, day) => [0, 1, 2, 3, 4].map((nth) => pair(day, from + nth))),
  });
  const weeks = [{ ...paper.weeks[0]!, halves: [half(0), half(5)] }];
  const { pages } = await readPages(coursePdf({ ...paper, weeks }));
  const on = (word: string) => pages.findIndex((page) => saidOn([page]).includes(word));
  expect(pages.length).toBeGreaterThan(1);
  for (const [day] of paper.weeks[0]!.days.entries())
    for (let nth = 0; nth < 10; nth += 1) {
      expect(on(`A${day}x${nth}`)).toBeGreaterThanOrEqual(0);
      expect([nth, on(`B${day}x${nth}`)]).toEqual([nth, on(`A${day}x${nth}`)]);
    }
});

/** Two full weeks: from first to last session six blocks and two breaks a day, each with a room and three people. */
const fullWeeks = (language: Locale): TimetablePaper => {
  const paper = manySessions(
    { ...head(language), course: "Training of trainers on Think.Coop in Irbid" },
    28,
    false,
  );
  const { morning, afternoon, pause, roles } = messages[language].paper;
  const names = ["Espérance Kalala", "Abdulrahman Al-Khatib", "Marie-Claire Nshimirimana"];
  const block = (time: string, nth: number) => ({
    time,
    title:
      nth % 3 === 0
        ? "Think.Coop M2: Reasons for a cooperative"
        : "My.Coop M1: Basics of agricultural cooperatives",
    lines: [
      "Hall",
      ...[roles.lead, roles.co_trainer, roles.apprentice].map((role, i) =>
        role.replace("{names}", names[i]!),
      ),
    ],
  });
  const half = (title: string, times: string[], rest: string) => ({
    title,
    days: Array.from({ length: 5 }, () => [
      ...times.slice(0, 2).map((time, nth) => ({ lanes: [[block(time, nth)]] })),
      { pause, time: rest },
      ...times.slice(2).map((time, nth) => ({ lanes: [[block(time, nth + 2)]] })),
    ]),
  });
  const week = {
    days: paper.weeks[0]!.days.slice(0, 5),
    halves: [
      half(morning, ["08:00–09:15", "09:15–10:30", "10:45–12:00"], "10:30–10:45"),
      half(afternoon, ["13:00–14:15", "14:15–15:30", "15:45–17:30"], "15:30–15:45"),
    ],
  };
  return { ...paper, weeks: ["1", "2"].map((nth) => ({ title: `Week ${nth}`, ...week })) };
};

it.each(locales)(
  "a full week across stays on one page, from its first to its last session, in %s",
  async (language) => {
    const paper = fullWeeks(language);
    expect((await faultsOf(paper)).slice(0, 5)).toEqual([]);
    const { pages } = await readPages(coursePdf(paper));
    expect(pages.length).toBe(2);
    for (const page of pages) {
      const said = saidOn([page]);
      for (const hour of ["08:00", "17:30"]) expect(said).toContain(hour);
    }
  },
);

describe("a timetable on paper, of ten days with two groups", () => {
  const { courseId, groups } = tenDays(w);
  for (const upright of [false, true])
    for (const language of locales)
      it(`${upright ? "upright" : "across"} in ${language} says roles, breaks and rooms, groups beside each other`, async () => {
        const paper = timetableFor(w.coordinator, courseId, language, upright);
        expect((await faultsOf(paper)).slice(0, 5)).toEqual([]);
        const { pages } = await readPages(coursePdf(paper));
        // Across a week has a page of its own at most; day by day two days have room on one.
        expect(pages.length).toBeLessThanOrEqual(upright ? 5 : 2);
        const words = pages.flatMap((page) => page.words);
        const heights = (name: string) =>
          words.filter(({ text }) => text.includes(name)).map(({ base }) => base);
        const [first, second] = groups.map(heights);
        // What they do at one time begins at one height.
        expect(first!.length).toBeGreaterThan(0);
        expect(second!.some((base) => first!.some((other) => Math.abs(other - base) < 0.2))).toBe(true);
        const { pause, roles } = messages[language].paper;
        const said = saidOn(pages);
        if (language !== "ar")
          for (const word of [
            pause,
            "Hall",
            ...Object.values(roles).map((role) => role.replace(/\s?:.*/, "")),
          ])
            expect(said).toContain(word.replace(/\s/g, ""));
        // No sign is missing: each would be a box.
        expect(said).not.toMatch(/[\uFFFD\u25A1]/);
      });
});
