import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dayNear, shortNear, weekdayNear } from "../../app/_words/nearDays";
import { countryFacts } from "../../db/values/countries";
import {
  breakable,
  clockTime,
  countryName,
  dateRange,
  dayOnPaper,
  fullDay,
  hours,
  list,
  moment,
  percent,
  rangeOnPaper,
  saidAsCountry,
  shortDay,
  shortRange,
  timeRange,
  weekdayDay,
} from "../../lib/i18n/format";
import { type Locale, locales } from "../../lib/i18n/rules";
import { zoneCity, zoneOfCourse } from "../../lib/i18n/zoneNames";

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });

/** Where a day of UTC is meant, and why. */
const daysOfUtc: Record<string, string> = {
  "lib/time/civil.ts": "reckons with civil days, of no zone",
  "scripts/admin.ts": "what an operator's command says, as logs do",
  "scripts/keys.ts": "the same",
  "scripts/demo/load.ts": "the demonstration is laid around one day for everybody",
};

/** How somebody comes by the day of UTC. */
const dayOfUtc =
  /dayAt\((?:[^()]|\([^()]*\))*"UTC"\)|toISOString\(\)\s*\.(?:slice|substring|substr)\(0,\s*10\)|toISOString\(\)\s*\.split\("T"\)|plainDateISO|getUTCDate\(/;

describe("today", () => {
  it("is that of the course, the programme or the reader, and of UTC nowhere but where that is meant", () => {
    const found = ["app", "lib", "scripts"]
      .flatMap(files)
      .filter((path) => dayOfUtc.test(readFileSync(path, "utf8")));
    expect(found.sort()).toEqual(Object.keys(daysOfUtc).sort());
  });
});

/** Where a day is said without its year, and what says that. */
const withoutYear: Record<string, string> = {
  "app/[locale]/(desk)/_away/AwayTimes.tsx": "the days away that are said above it have their year",
  "app/[locale]/(desk)/desk/courses/[course]/": "the head of the course says its days with their year",
  "app/[locale]/(desk)/desk/courses/_plan/CourseCalendar.tsx": "the head of the month says it",
  "app/[locale]/(desk)/my/calendar/Day.tsx": "the heading of the day says it",
  "app/[locale]/(desk)/my/requests/": "the days of the course stand above",
  "app/[locale]/(desk)/today/OfToday.tsx": "it is today",
  "app/[locale]/(desk)/today/SevenWeeks.tsx": "the heads of weeks around today",
  "app/[locale]/(desk)/today/page.tsx": "it is today",
  "app/[locale]/(public)/courses/[slug]/CourseFacts.tsx": "the days of the course stand above",
  "app/[locale]/(public)/courses/[slug]/SessionList.tsx": "the days of the course stand above",
  "app/_words/attendanceMatrix.ts": "the head of the paper says the days of the course",
  "app/_words/fault.ts": "a fault of a session, under the head of its course",
  "app/_words/nearDays.ts": "it says when",
  "app/_words/papers.ts": "the year is put after it",
  "app/_words/timesByClocks.ts": "the day of the session stands above",
};

describe("a day", () => {
  it("says its year where that is not the one of whoever reads", () => {
    for (const locale of locales)
      for (const near of [shortNear, weekdayNear, dayNear]) {
        expect(near("2026-12-31", "2026-01-01", locale)).not.toContain("2026");
        expect(near("2027-01-01", "2026-12-31", locale)).toContain("2027");
        expect(near("2025-12-31", "2026-01-01", locale)).toContain("2025");
      }
  });
  it("is without its year only where something else says that", () => {
    const found = files("app").filter((path) =>
      /\b(weekdayDay|shortDay|dayAndMonth|weekdayOnPaper|shortDayOnPaper)\b/.test(readFileSync(path, "utf8")),
    );
    const allowed = Object.keys(withoutYear);
    const known = (path: string) => allowed.find((start) => path.startsWith(start));
    expect(found.filter((path) => !known(path))).toEqual([]);
    expect(allowed.filter((start) => !found.some((path) => path.startsWith(start)))).toEqual([]);
  });
});

describe("what somebody wrote that is a country", () => {
  it("is said in the reader's language, and anything else as it was written", () => {
    expect(saidAsCountry("Netherlands", "fr")).toBe(countryName("NL", "fr"));
    expect(saidAsCountry("Pays-Bas", "ar")).toBe(countryName("NL", "ar"));
    expect(saidAsCountry("Netherlands Enterprise Agency", "fr")).toBe("Netherlands Enterprise Agency");
  });
});

describe("dates, times and numbers", () => {
  it("are British, French, and of the Levant with Latin digits", () => {
    const spoken = (locale: Locale) => [
      fullDay("2026-12-28", locale),
      weekdayDay("2026-11-25", locale),
      moment(Date.UTC(2026, 10, 25, 6, 5), "UTC", locale),
      clockTime(Date.UTC(2026, 10, 25, 15, 5), locale, "UTC"),
    ];
    expect(spoken("en")).toEqual([
      "28 December 2026",
      "Wednesday 25 November",
      "25 Nov 2026, 06:05",
      "15:05",
    ]);
    expect(spoken("fr")).toEqual([
      "28 décembre 2026",
      "mercredi 25 novembre",
      "25 nov. 2026, 06:05",
      "15:05",
    ]);
    expect(spoken("ar")).toEqual([
      "28 كانون الأول 2026",
      "الأربعاء، 25 تشرين الثاني",
      "25 تشرين الثاني 2026، 06:05",
      "15:05",
    ]);
    expect(dayOnPaper("2026-12-28", "ar")).toBe("28 كانون الأول/ديسمبر 2026");
    expect(rangeOnPaper("2026-12-28", "2027-01-07", "ar")).toBe(
      "من 28 كانون الأول/ديسمبر 2026 إلى 7 كانون الثاني/يناير 2027",
    );
    const months = Array.from({ length: 12 }, (_, i) =>
      fullDay(`2027-${String(i + 1).padStart(2, "0")}-10`, "ar").replace(/[\d ]+$|^[\d ]+/g, ""),
    );
    expect(months.slice(0, 4)).toEqual(["كانون الثاني", "شباط", "آذار", "نيسان"]);
    expect(months.join()).not.toMatch(
      /يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر/,
    );
  });
  it("run with the text as ranges, and break between two dates only, after the dash", () => {
    expect(timeRange("09:00", "15:30", "ar")).toBe("\u206709:00\u2060–\u206015:30\u2069");
    expect(timeRange("09:00", "15:30", "fr")).toBe("09:00\u2060–\u206015:30");
    expect(breakable(timeRange("09:00", "15:30", "en"))).toBe("09:00–15:30");
    expect(shortRange("2026-12-05", "2026-12-08", "ar")).toContain("\u20675\u2060–\u20608\u2069");
    // A sentence says a range of days in words; one day is no range.
    const inWords = (from: string, to: string) => dateRange(from, to, "ar").replaceAll("\u00a0", " ");
    expect(inWords("2026-12-15", "2026-12-20")).toBe("من 15 إلى 20 كانون الأول 2026");
    expect(inWords("2026-11-28", "2026-12-05")).toBe("من 28 تشرين الثاني إلى 5 كانون الأول 2026");
    expect(inWords("2026-12-15", "2026-12-15")).toBe("15 كانون الأول 2026");
    for (const locale of locales) {
      const [first, last, ...more] = shortRange("2026-12-28", "2027-01-07", locale).split(" ");
      expect(first).toMatch(/\S\u00a0–$/);
      expect(last).not.toContain("–");
      expect(more).toEqual([]);
      // In full, the year may stand below.
      expect(dateRange("2026-12-05", "2026-12-08", locale)).not.toMatch(/ (?!\d{4}$|إلى)/);
    }
  });
  it("have the first of a month as an ordinal in French, and no other 1", () => {
    const plain = (text: string) => breakable(text).replaceAll("\u00a0", " ");
    expect(fullDay("2023-02-01", "fr")).toBe("1er février 2023");
    expect(weekdayDay("2026-05-01", "fr")).toBe("vendredi 1er mai");
    expect(shortDay("2026-05-01", "fr")).toContain(" 1er mai");
    expect(moment(Date.UTC(2021, 0, 1, 1, 1), "UTC", "fr")).toBe("1er janv. 2021, 01:01");
    expect(plain(dateRange("2027-05-01", "2027-05-05", "fr"))).toBe("1er–5 mai 2027");
    expect(plain(shortRange("2026-12-28", "2027-01-01", "fr"))).toBe("28 déc. 2026 – 1er janv. 2027");
    expect(plain(rangeOnPaper("2026-12-01", "2027-01-01", "fr"))).toBe(
      "1er décembre 2026 – 1er janvier 2027",
    );
    expect(fullDay("2021-11-11", "fr")).toBe("11 novembre 2021");
    expect(fullDay("2026-05-01", "en")).toBe("1 May 2026");
  });
  it("say hours and minutes, per cent, zones by their city, and things with the reader's own and", () => {
    expect(locales.map((l) => hours(2928, l))).toEqual([
      "48\u00a0h 48\u00a0min",
      "48\u00a0h\u00a048",
      "48 ساعة و48 دقيقة",
    ]);
    expect(locales.map((l) => hours(2220, l))).toEqual(["37 hours", "37\u00a0heures", "37 ساعة"]);
    expect(locales.map((l) => percent(80, l).replace(/[\u200e\u200f]/g, ""))).toEqual([
      "80%",
      "80\u202f%",
      "80%",
    ]);
    expect(locales.map((l) => zoneCity("Asia/Amman", l))).toEqual(["Amman", "Amman", "عمّان"]);
    expect(zoneCity("Africa/Addis_Ababa", "en")).toBe("Addis Ababa");
    const ramallah = {
      zone: "Asia/Hebron",
      place: { own: "en", en: "Ramallah", ar: "رام الله" },
      mode: "venue",
    } as const;
    expect(zoneOfCourse(ramallah, "ar")).toBe("رام الله");
    expect(zoneOfCourse(ramallah, "fr")).toBe("Hébron");
    expect(zoneOfCourse({ ...ramallah, mode: "online" }, "en")).toBe("Hebron");
    for (const { zone } of Object.values(countryFacts))
      expect(zoneCity(zone, "ar"), zone).toMatch(/^[\p{Script=Arabic}\p{M} .،-]+$/u);
    expect(locales.map((l) => list(["Think.Coop", "Start.Coop", "My.Coop"], l))).toEqual([
      "Think.Coop, Start.Coop and My.Coop",
      "Think.Coop, Start.Coop et My.Coop",
      "Think.Coop وStart.Coop وMy.Coop",
    ]);
    expect(countryName("PS", "fr")).toBe("Territoire palestinien occupé");
  });
  it("are formatted in one file alone", () => {
    const elsewhere = ["app", "lib", "db"]
      .flatMap(files)
      // What is typed is read beside every schema, to which the formatter would be a weight: it knows names of months alone. What the
      // clocks of a zone show is compared, and said by nobody.
      .filter(
        (path) =>
          ![
            join("lib", "i18n", "format.ts"),
            join("lib", "time", "typed.ts"),
            join("lib", "time", "clockIn.ts"),
          ].includes(path),
      )
      .flatMap((path) =>
        readFileSync(path, "utf8")
          .split("\n")
          // A zone that does not exist is told by making a format with it, the browser's by asking one; letters are no words of a language.
          .filter(
            (line) =>
              !/new Intl\.DateTimeFormat\("en", \{ timeZone: \w+ \}\)|Intl\.Segmenter|resolvedOptions\(\)/.test(
                line,
              ),
          )
          .filter((line) => /\bIntl\.|\.toLocale(?:Date|Time)?String\(/.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(elsewhere).toEqual([]);
  });
});
