import { statfsSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { closeDatabase, sqlite, transact } from "@/db/client";
import { migrate, migrationsCurrent } from "@/db/migrate";
import { contactKeys, courses, organisations, persons, settings } from "@/db/schema";
import { hasEverything, putCountries, putHolidays, putTools } from "@/db/start";
import { system } from "../access/rules";
import { type Context, contextOf } from "../acts/context";
import { addContactKeys } from "../contacts/commands";
import { searchAgain } from "../courses/commands/search";
import { keyedHash } from "../crypto/tokens";
import { nameFormVersion, namesOf, organisationKey, sortKey } from "../names/rules";

/**
 * Opens the database of this process and brings it up to date: migrations, the countries that are missing, the public
 * holidays of this year and the next, at the first start the shipped tools, and what is kept of names where an older
 * version made it.
 * @returns how many migrations were applied.
 */
export function openStore(now: number): number {
  const applied = migrate(sqlite(), now);
  const cx = contextOf(system, now);
  const { db } = cx;
  if (!hasEverything(db, now))
    transact(db, () => {
      putCountries(db);
      putTools(db, now);
      putHolidays(db, now);
    });
  fillNames(cx);
  return applied;
}

/** By which form and with which key what is kept of names and contacts was made. */
const formNow = (cx: Context) => `${nameFormVersion}:${keyedHash(cx.settings.key, "names").slice(0, 8)}`;

const isCurrent = (cx: Context) =>
  cx.db.select().from(settings).where(eq(settings.name, "names")).get()?.value === formNow(cx);

/**
 * Makes anew what is kept of names and contacts (normal form, order, what a contact is found by), where an older form or
 * another key made it: after an upgrade, once. All of it or nothing; of processes that start together one does it.
 * @returns how many people were gone through: none at a usual start, which reads one row.
 */
function fillNames(cx: Context): number {
  if (isCurrent(cx)) return 0;
  return transact(cx.db, () => {
    if (isCurrent(cx)) return 0;
    const count = fillAll(cx);
    const value = formNow(cx);
    cx.db
      .insert(settings)
      .values({ name: "names", value })
      .onConflictDoUpdate({ target: settings.name, set: { value } })
      .run();
    return count;
  });
}

function fillAll(cx: Context): number {
  const { db } = cx;
  for (const { id, name } of db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .all())
    db.update(organisations)
      .set({ nameKey: organisationKey(name), sortName: sortKey(name) })
      .where(eq(organisations.id, id))
      .run();
  for (const { id } of db.select({ id: courses.id }).from(courses).all()) searchAgain(cx, id);
  db.delete(contactKeys).run();
  const setNames = db
    .update(persons)
    .set({ search: sql`${sql.placeholder("search")}`, sortName: sql`${sql.placeholder("sortName")}` })
    .where(eq(persons.id, sql.placeholder("id")))
    .prepare();
  const { key } = cx.settings;
  const all = db
    .select({
      id: persons.id,
      name: persons.name,
      latinName: persons.latinName,
      organisation: organisations.name,
      email: persons.email,
      phone: persons.phone,
    })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .all();
  for (const person of all) {
    const { search, sortName } = namesOf(person, person.organisation);
    setNames.run({ id: person.id, search, sortName });
    addContactKeys(cx, key, person.id, person);
  }
  return all.length;
}

/** Rows of an index that SQLite looks at to know how it is spread: enough to choose by, and the same in a big file. */
const lookedAt = 1_000;

/**
 * Has SQLite look again at how the data are spread, where that has changed much: by it, it chooses among indexes. Once a
 * day, and when a process ends; where nothing has changed it does nothing.
 */
export function optimizeStore(): void {
  sqlite().pragma(`analysis_limit = ${lookedAt}`);
  sqlite().pragma("optimize");
}

/** Closes the database of this process, at its end. */
export function closeStore(): void {
  // A full disk, or another process that writes: the next end or day does it.
  holds(() => {
    sqlite().pragma("busy_timeout = 500");
    optimizeStore();
    return true;
  });
  closeDatabase();
}

/** Free space, in bytes, below which the store no longer counts as able to take what people send. */
const leastFreeBytes = 16 * 1024 * 1024;
/** How long an answer about the health holds, in ms: asking often must cost nothing. */
const healthLifetimeMs = 5_000;

/** Whether the store can do its work. `databaseWritable`: a write has just gone to the disk. */
export type Health = { databaseWritable: boolean; migrationsCurrent: boolean; diskFree: boolean };

let checked: { health: Health; at: number } | null = null;

/** What the store answers when it is put to work, at most every five seconds. */
export function storeHealth({ db, now, settings: { dataDir } }: Context): Health {
  if (checked && now - checked.at >= 0 && now - checked.at < healthLifetimeMs) return checked.health;
  const health = {
    databaseWritable: holds(() => {
      const value = String(now);
      transact(db, () =>
        db
          .insert(settings)
          .values({ name: "healthCheckedAt", value })
          .onConflictDoUpdate({ target: settings.name, set: { value } })
          .run(),
      );
      return true;
    }),
    migrationsCurrent: holds(() => migrationsCurrent(sqlite())),
    diskFree: holds(() => {
      const { bavail, bsize } = statfsSync(dataDir);
      return bavail * bsize >= leastFreeBytes;
    }),
  };
  checked = { health, at: now };
  return health;
}

/** What a check answers; no, where it throws. */
function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
