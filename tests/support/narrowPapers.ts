import type { AttendanceMatrix, CoursePaper, Listed } from "../../lib/documents/papers";
import type { Locale } from "../../lib/i18n/rules";

/** Names of tools that a narrow column has little room for. */
export const tools = ["Think.Coop", "Start.Coop", "Entrepreneurship", "Apprentissage", "Micro-enseignement"];
/** As they stand in a sentence of either direction. */
const isolated = tools.map((name) => `\u2068${name}\u2069`);
const tool = (nth: number) => isolated[nth % isolated.length]!;
const people: Listed[] = ["Laila Al-Khatib", "Marie-Émilienne Nkoulou Mbarga"].map((name) => ({
  name,
  other: null,
  organisation: "Cooperative of bee keepers",
  apart: "",
}));
/** What is said of days: those of the course, and each as a column, a sheet and a week call it. */
export type DaysSaid = {
  course: string;
  short: (nth: number) => string;
  whole: (nth: number) => string;
};
const head = (language: Locale, days: DaysSaid) => ({
  language,
  title: "List",
  course: "Training of trainers",
  lines: [days.course],
  fictional: null,
});
const session = (nth: number) => ({ time: "09:00–10:30", title: `${tool(nth)} M1`, lines: ["Hall"] });
const count = 15;
const attendance = (language: Locale, days: DaysSaid): AttendanceMatrix => ({
  kind: "attendance",
  ...head(language, days),
  heads: { number: "No.", name: "Name", share: "Share", sum: "Present" },
  signs: { present: "Present", late: "Late", excused: "Excused", absent: "Absent" },
  sessions: Array.from({ length: count }, (_, nth) => ({
    day: days.short(nth),
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

/** The lists of a course whose columns are as narrow as they may be. */
export const narrowPapers = (language: Locale, days: DaysSaid): CoursePaper[] => [
  attendance(language, days),
  {
    kind: "sign-in",
    ...head(language, days),
    heads: { number: "No.", name: "Name", organisation: "Organisation" },
    days: [0, 1].map((day) => ({
      day: days.whole(day),
      lines: [],
      signatures: [0, 1, 2, 3].map((n) => session(day + n)),
      list: 0,
    })),
    lists: [{ people, emptyRows: 2 }],
  },
  {
    kind: "timetable",
    ...head(language, days),
    upright: false,
    heads: { time: "Time", session: "Session" },
    // Seven days on which three groups meet at one time.
    weeks: [
      {
        title: days.course,
        days: Array.from({ length: 7 }, (_, day) => days.whole(day)),
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
