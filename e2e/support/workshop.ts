import { spawnSync } from "node:child_process";
import { join } from "node:path";
import Database from "better-sqlite3";
import { roles } from "./world";

/** Addresses of the workshops that the trainer scheduled themselves: one with 40 people, and one with nobody yet. */
export const ownWorkshop = "own-workshop";
export const emptyWorkshop = "own-workshop-empty";
/** Somebody whom the trainer registered there. */
export const atTheDoor = "Written At The Door";

/** Makes both of them after a course of the demonstration that is under way, where they are not there yet. */
export function makeOwnWorkshops(): void {
  const db = new Database(join(process.env.E2E_DATA!, "cascade.db"));
  const columns = (table: string) =>
    (db.pragma(`table_info(${table})`) as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => name !== "id");
  /** A row again with other values; the new key. */
  const again = (table: string, row: Record<string, unknown>, more: Record<string, unknown>): number => {
    const names = columns(table);
    const values = names.map((name) => (name in more ? more[name] : row[name]));
    return Number(
      db
        .prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`)
        .run(...values).lastInsertRowid,
    );
  };
  const all = (statement: string, ...values: unknown[]) =>
    db.prepare(statement).all(...values) as Record<string, unknown>[];
  db.transaction(() => {
    const [like] = all("SELECT * FROM courses WHERE slug = 'tot-ramallah-demo'");
    const trainer = db
      .prepare("SELECT person_id FROM accounts WHERE email = ?")
      .pluck()
      .get(roles.trainer) as number;
    const title = { own: "en", en: "Own workshop", fr: "Atelier à soi", ar: "ورشة خاصة" };
    for (const slug of [ownWorkshop, emptyWorkshop]) {
      if (all("SELECT id FROM courses WHERE slug = ?", slug).length > 0) continue;
      const id = again("courses", like!, {
        slug,
        kind: "user",
        title: JSON.stringify(title),
        title_generated: 0,
        admission: "first_come",
        capacity: 60,
        scheduled_by: trainer,
        approved_at: null,
      });
      for (const table of ["course_modules", "sessions"])
        for (const row of all(`SELECT * FROM ${table} WHERE course_id = ?`, like!.id))
          again(table, row, { course_id: id });
      db.prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)").run(id, trainer);
      if (slug === emptyWorkshop) continue;
      const token = () => db.prepare("SELECT lower(hex(randomblob(11)))").pluck().get() as string;
      const people = all("SELECT * FROM registrations WHERE course_id = ?", like!.id);
      for (const row of people) {
        const key = again("registrations", row, { course_id: id, token: token(), address_key: null });
        db.prepare(
          "INSERT INTO registration_changes (registration_id, to_state, cause, at) VALUES (?, ?, 'registered', 0)",
        ).run(key, row.state);
      }
      const person = again("persons", all("SELECT * FROM persons WHERE id = ?", people[0]!.person_id)[0]!, {
        name: atTheDoor,
        latin_name: null,
        phone: "+970599000111",
        email: null,
      });
      db.prepare(
        "INSERT INTO person_programmes (person_id, programme_id, since, by_person_id) VALUES (?, ?, 0, ?)",
      ).run(person, like!.programme_id, trainer);
      const key = again("registrations", people[0]!, {
        course_id: id,
        person_id: person,
        token: token(),
        form_key: token(),
        number: 500,
        state: "accepted",
        needs: null,
        address_key: null,
        source: "coordinator",
      });
      db.prepare(
        "INSERT INTO registration_changes (registration_id, to_state, cause, by_person_id, at) VALUES (?, 'accepted', 'registered', ?, 0)",
      ).run(key, trainer);
    }
    // What people and courses are found and sorted by is made anew where a start finds this row missing.
    db.prepare("DELETE FROM settings WHERE name = 'names'").run();
  }).immediate();
  db.close();
  const filled = spawnSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "-e",
      "import('./lib/store/commands.ts').then((store) => store.openStore(Date.now()))",
    ],
    { env: { ...process.env, DATA_DIR: process.env.E2E_DATA }, encoding: "utf8" },
  );
  if (filled.status !== 0) throw new Error(filled.stderr);
}
