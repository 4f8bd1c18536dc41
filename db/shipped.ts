import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "./client";
import { countries, holidays, modules, settings, tools, toolVersions } from "./schema";
import { shippedTools } from "./values/catalogue";
import { countryFacts } from "./values/countries";
import { knownHolidays, knownUntil } from "./values/holidays";
import type { Translated } from "./values/languages";

/** Remembers that the shipped tools were put in, so that what is changed or retired afterwards stays so. */
const put = { name: "tools", value: "1" };

const toolsWerePut = (db: Db) => Boolean(db.select().from(settings).where(eq(settings.name, put.name)).get());

/** The year after this one, for which courses are planned already; the last whose holidays are known, where that is earlier. */
const plannedUntil = (now: number): number => Math.min(new Date(now).getUTCFullYear() + 1, knownUntil);

/** True where nothing is left to put in: the usual start, which writes nothing. */
export function hasEverything(db: Db, now: number): boolean {
  const there = new Map(
    db
      .select({ code: countries.code, holidaysUntil: countries.holidaysUntil })
      .from(countries)
      .all()
      .map((country) => [country.code, country.holidaysUntil]),
  );
  const year = plannedUntil(now);
  return (
    toolsWerePut(db) &&
    Object.keys(countryFacts).every((code) => there.has(code)) &&
    [...there.values()].every((until) => until !== null && until >= year)
  );
}

/** Puts in the countries that are missing; those that are there stay as they were edited. */
export function putCountries(db: Db): void {
  db.insert(countries)
    .values(
      Object.entries(countryFacts).map(([code, { zone, weekend }]) => ({
        code,
        zone,
        weekend: [...weekend],
      })),
    )
    .onConflictDoNothing()
    .run();
}

/** Written in English, with all translations. */
const inEnglish = (text: Omit<Translated, "own">): Translated => ({ own: "en", ...text });

/** Puts the shipped tools into the catalogue, once in the life of a database. A tool that is there by its code stays. */
export function putTools(db: Db, now: number): void {
  if (toolsWerePut(db)) return;
  db.insert(settings).values(put).run();
  for (const { versions, modules: parts, title, description, audience, ...tool } of shippedTools) {
    const made = db
      .insert(tools)
      .values({
        ...tool,
        title: inEnglish(title),
        description: inEnglish(description),
        audience: inEnglish(audience),
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: tools.id })
      .get();
    if (!made) continue;
    for (const version of versions) {
      const { id: toolVersionId } = db
        .insert(toolVersions)
        .values({ toolId: made.id, ...version })
        .returning({ id: toolVersions.id })
        .get();
      db.insert(modules)
        .values(
          parts.map((part, i) => ({ ...part, title: inEnglish(part.title), toolVersionId, position: i + 1 })),
        )
        .run();
    }
  }
}

/** Years of which a country has holidays. */
const yearsEntered = (db: Db, code: string): Set<string> =>
  new Set(
    db
      .select({ day: holidays.day })
      .from(holidays)
      .where(and(eq(holidays.country, code), isNull(holidays.removedAt)))
      .all()
      .map(({ day }) => day.slice(0, 4)),
  );

/**
 * Puts in the public holidays of this year and the next, each year once in the life of a country: what somebody took out
 * or named otherwise stays so, and a year that an office entered by hand before is left to it.
 */
export function putHolidays(db: Db, now: number): void {
  const until = plannedUntil(now);
  const thisYear = new Date(now).getUTCFullYear();
  const known = knownHolidays();
  for (const { code, holidaysUntil } of db.select().from(countries).all()) {
    if (holidaysUntil !== null && holidaysUntil >= until) continue;
    const from = Math.max(thisYear, (holidaysUntil ?? 0) + 1);
    // At the first time an office may have entered a year by hand, as of the days that were announced.
    const entered = holidaysUntil === null ? yearsEntered(db, code) : new Set<string>();
    const rows = (known[code] ?? []).flatMap(({ name, byMoon, days }) =>
      days
        .filter((day) => day >= `${from}` && day < `${until + 1}` && !entered.has(day.slice(0, 4)))
        .map((day) => ({ country: code, day, name, byMoon })),
    );
    if (rows.length > 0) db.insert(holidays).values(rows).onConflictDoNothing().run();
    db.update(countries).set({ holidaysUntil: until }).where(eq(countries.code, code)).run();
  }
}
