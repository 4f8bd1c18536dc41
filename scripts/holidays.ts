// npm run holidays: computes db/values/holidays.json, the public holidays of each country in the years below, from the
// library date-holidays and rules of our own. The service reads that file; the library is for this command alone.
import { readFileSync, writeFileSync } from "node:fs";
import Holidays from "date-holidays";
import { sharedNames } from "../db/values/holidayNames";
import { type HolidayRule, otherNames, ownRules } from "../db/values/holidayRules";
import { knownUntil } from "../db/values/holidays";
import { addDays } from "../lib/time/civil";

const years = [2026, knownUntil] as const;
const languages = ["en", "fr", "ar"] as const;
type Name = { own: "en" | "fr" | "ar" } & Partial<Record<(typeof languages)[number], string>>;
type Day = { day: string; name: Name; byMoon: boolean };

/** Months of the Islamic calendar: computed, while the new moon is seen a day earlier or later. */
const byMoon = /Muharram|Safar|Rabi al|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu al/;
const shared = new Map(sharedNames.map((name) => [name.en, name]));

const library = JSON.parse(readFileSync("node_modules/date-holidays/data/holidays.json", "utf8"));

/** All texts of the library in a language, to tell a name in it from one that fell back to another. */
const textsIn = Object.fromEntries(languages.map((language) => [language, new Set<string>()]));
(function collect(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value))
    if (typeof inner === "string") textsIn[key]?.add(inner);
    else collect(inner);
})(library);

/** The name without what the library says of substitute days, which it says in brackets. */
const bare = (text: string) => text.replace(/ \((substitute day|jour substitut)\)$/, "");

/** A name in the languages that it is known in; null where it is in another alone. */
function nameOf(code: string, texts: Partial<Record<(typeof languages)[number], string>>): Name | null {
  const en = texts.en && bare(texts.en).replaceAll("’", "'");
  const known =
    otherNames[code]?.[bare(texts.fr ?? "")] ?? otherNames[code]?.[en ?? ""] ?? shared.get(en ?? "");
  if (known) return { own: "en", ...known };
  const said = languages.flatMap((language) => {
    const text = texts[language] && bare(texts[language]);
    return text && textsIn[language]!.has(text) ? [[language, text] as const] : [];
  });
  return said[0] ? { own: said[0][0], ...Object.fromEntries(said) } : null;
}

type Computed = ReturnType<Holidays["getHolidays"]>[number];

/** The civil days of a holiday. Those that begin at sunset are given by the day that follows. */
const daysOf = ({ date, start, end }: Computed): string[] =>
  Array.from({ length: Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000)) }, (_, i) =>
    addDays(date.slice(0, 10), i),
  );

function fromLibrary(code: string): Day[] {
  const inLanguage = languages.map((language) => {
    const rules = new Holidays(code, { types: ["public"], languages: [language, "en"] });
    return new Map(
      eachYear((year) => rules.getHolidays(year, language)).map((h) => [`${h.date} ${h.rule}`, h]),
    );
  });
  return [...inLanguage[0]!].flatMap(([key, holiday]) => {
    const name = nameOf(
      code,
      Object.fromEntries(languages.map((language, i) => [language, inLanguage[i]!.get(key)?.name])),
    ) ?? { own: "en", ...shared.get("Public Holiday")! };
    return daysOf(holiday).map((day) => ({ day, name, byMoon: byMoon.test(holiday.rule) }));
  });
}

const eachYear = (of: (year: number) => Computed[]): Computed[] =>
  Array.from({ length: years[1] - years[0] + 1 }, (_, i) => of(years[0] + i)).flat();

function fromRules(rules: readonly HolidayRule[]): Day[] {
  return rules.flatMap(({ rule, name }) => {
    const one = new Holidays();
    one.setHoliday(rule, { name: { en: name.en }, type: "public" });
    return eachYear((year) => one.getHolidays(year)).flatMap((holiday) =>
      daysOf(holiday).map((day) => ({
        day,
        name: { own: "en" as const, ...name },
        byMoon: byMoon.test(rule),
      })),
    );
  });
}

/** One holiday a day, as an office reads it: two that meet are named together. */
function together(days: Day[]): Day[] {
  const byDay = new Map<string, Day>();
  for (const { day, name, byMoon } of days.sort((a, b) => a.day.localeCompare(b.day))) {
    const there = byDay.get(day);
    if (!there) byDay.set(day, { day, name, byMoon });
    else if (there.name.en !== name.en || there.name.own !== name.own) {
      const both: Name = { own: there.name.own };
      for (const language of languages) {
        const first = there.name[language] ?? there.name[there.name.own];
        const second = name[language] ?? name[name.own];
        if (there.name[language] || name[language]) both[language] = `${first} · ${second}`;
      }
      byDay.set(day, { day, name: both, byMoon: there.byMoon || byMoon });
    }
  }
  return [...byDay.values()].filter(({ day }) => day >= `${years[0]}` && day < `${years[1] + 1}`);
}

const lines: string[] = [];
const codes = [...new Set([...Object.keys(new Holidays().getCountries()), ...Object.keys(ownRules)])].sort();
for (const code of codes) {
  const rules = ownRules[code];
  const days = together(rules ? fromRules(rules) : fromLibrary(code));
  const named = new Map<string, { name: Name; byMoon: boolean; days: string[] }>();
  for (const { day, name, byMoon } of days) {
    const key = `${JSON.stringify(name)} ${byMoon}`;
    if (!named.has(key)) named.set(key, { name, byMoon, days: [] });
    named.get(key)!.days.push(day);
  }
  if (named.size === 0) continue;
  const rows = [...named.values()].map((row) => `    ${JSON.stringify(row)}`);
  lines.push(`  "${code}": [\n${rows.join(",\n")}\n  ]`);
}
writeFileSync("db/values/holidays.json", `{\n${lines.join(",\n")}\n}\n`);
