import { eq } from "drizzle-orm";
import type { Translated } from "../lib/i18n/rules";
import type { Db } from "./client";
import { countries, modules, settings, tools, toolVersions } from "./schema";
import { shippedTools } from "./values/catalogue";
import { countryFacts } from "./values/countries";

/** Remembers that the shipped tools were put in, so that what is changed or retired afterwards stays so. */
const put = { name: "tools", value: "1" };

const toolsWerePut = (db: Db) => Boolean(db.select().from(settings).where(eq(settings.name, put.name)).get());

/** True where nothing is left to put in: the usual start, which writes nothing. */
export function hasEverything(db: Db): boolean {
  const codes = new Set(
    db
      .select({ code: countries.code })
      .from(countries)
      .all()
      .map((country) => country.code),
  );
  return toolsWerePut(db) && Object.keys(countryFacts).every((code) => codes.has(code));
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
