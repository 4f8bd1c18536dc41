import { describe, expect, it } from "vitest";
import { pageAfter, peopleOnPage } from "../../app/_ui/pageAfter";
import { sqlite } from "../../db/client";
import { personProgrammes, programmeMembers } from "../../db/schema";
import { mostFound } from "../../lib/names/rules";

import { as } from "../support/as";
import { courseRegistrations } from "../support/asked";
import { freshDatabase } from "../support/database";
import { peopleSeen, trainersSeen } from "../support/seen";
import { transact } from "../support/transact";
import { now, opened, person, world } from "../support/world";

freshDatabase();
const w = world();
const course = opened(w, { capacity: "500" });

const given = ["Amina", "بشرى", "Zoé", "李", "Chidi"];
const many = mostFound + 60;
const people = Array.from({ length: many }, (_, i) => person(`${given[i % 5]} Otieno${i % 9} ${i}`));
transact((db) => {
  db.insert(personProgrammes)
    .values(people.map((personId) => ({ personId, programmeId: w.programmeId, since: now })))
    .run();
  db.insert(programmeMembers)
    .values(
      people.slice(0, 130).map((personId) => ({
        personId,
        programmeId: w.programmeId,
        role: "trainer" as const,
        since: now,
      })),
    )
    .run();
});
const states = ["applied", "waiting", "accepted", "to_confirm", "withdrawn"];
for (const [i, personId] of people.slice(0, 250).entries())
  sqlite()
    .prepare(
      "INSERT INTO registrations (token, number, course_id, person_id, state, waiting_sequence, source, answers, form_key, registered_at) VALUES (?, ?, ?, ?, ?, ?, 'coordinator', '{}', ?, 0)",
    )
    .run(`t${i}`, i + 1, course.courseId, personId, states[i % 5], i % 5 === 1 ? 300 - i : null, `k${i}`);

/** All rows of a list, page by page, with the number of pages. */
function leafed<Row>(page: (after: string | null) => { rows: readonly Row[]; next: string | null }) {
  const rows: Row[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages++) {
    const got = page(after);
    rows.push(...got.rows);
    after = got.next;
    if (after === null) return { rows, pages };
  }
}
const kept = (sql: string) => sqlite().prepare(sql).pluck().all() as number[];

describe("a list that comes by pages", () => {
  it("holds everybody of a programme once, in the order of names", () => {
    const { rows, pages } = leafed((after) => {
      const { people, next } = peopleSeen(as(w.coordinator), { q: null, programme: null, after });
      return { rows: people.map((p) => p.id), next };
    });
    expect(pages).toBeGreaterThan(20);
    expect(rows).toEqual(
      kept(
        `SELECT id FROM persons WHERE id IN (SELECT person_id FROM person_programmes WHERE programme_id = ${w.programmeId}) ORDER BY sort_name, id`,
      ),
    );
  });
  it("holds everybody once from the last name to the first, also of those that a search finds", () => {
    const pages = (q: string | null, backwards: boolean) =>
      leafed((after) => {
        const filter = { q, programme: w.programmeId, after, backwards };
        const { people, next } = peopleSeen(as(w.coordinator), filter);
        return { rows: people.map((p) => p.id), next };
      }).rows;
    for (const q of [null, "otieno3"]) expect(pages(q, true)).toEqual(pages(q, false).reverse());
  });
  it("holds every trainer once, and says how many there are", () => {
    const page = (after: string | null) => trainersSeen(as(w.coordinator), { q: null, after }, "2027-01-10");
    const { rows } = leafed((after) => {
      const { trainers, next } = page(after);
      return { rows: trainers.map((p) => p.id), next };
    });
    const all = kept(
      `SELECT p.id FROM persons p WHERE id IN (SELECT person_id FROM programme_members WHERE role = 'trainer' AND programme_id = ${w.programmeId}) ORDER BY sort_name, id`,
    );
    expect(rows).toEqual(all);
    expect(page(null).count).toBe(all.length);
    for (const order of ["courses", "last"] as const) {
      const { rows: ordered } = leafed((after) => {
        const { trainers, next } = trainersSeen(
          as(w.coordinator),
          { q: null, order, certification: "none", after },
          "2027-01-10",
        );
        return { rows: trainers.map((p) => p.id), next };
      });
      expect([ordered.length, new Set(ordered)]).toEqual([all.length, new Set(all)]);
    }
  });
  it("holds every registration once, those to decide first and those who wait by their turn", () => {
    const { rows, pages } = leafed((after) => {
      const { rows, next } = courseRegistrations(as(w.coordinator), course.courseId, {
        state: null,
        q: null,
        after,
      })!;
      return { rows, next };
    });
    expect([rows.length, new Set(rows.map((r) => r.id)).size, pages]).toEqual([250, 250, 3]);
    expect([...new Set(rows.map((r) => r.state).slice(0, 150))]).toEqual([
      "to_confirm",
      "applied",
      "waiting",
    ]);
    const turns = rows.flatMap((r) => r.waitingNumber ?? []);
    expect(turns).toEqual(turns.map((_, i) => i + 1));
  });
  it("begins after a key, and where there is none such, at the beginning", () => {
    const rows = Array.from({ length: peopleOnPage + 1 }, (_, id) => ({ id: id + 1 }));
    const keyOf = (row: { id: number }) => row.id;
    expect(pageAfter(rows, keyOf, null)).toMatchObject({ next: peopleOnPage });
    expect(pageAfter(rows, keyOf, peopleOnPage)).toEqual({ rows: rows.slice(-1), next: null });
    expect(pageAfter(rows, keyOf, 999_999).rows[0]).toEqual({ id: 1 });
    expect(pageAfter([], keyOf, 1)).toEqual({ rows: [], next: null });
  });
});

describe("a search that finds more than it looks at", () => {
  const found = (q: string) => peopleSeen(as(w.coordinator), { q, programme: null, after: null });
  it("says so, and not where it finds all", () => {
    expect(found("otieno").more).toBe(true);
    expect(found("otieno3").more).toBe(false);
  });
  it("finds a word by two letters that begin it, and a name by one sign", () => {
    expect(found("zo").people.every((p) => p.name.startsWith("Zoé"))).toBe(true);
    expect(found("zo").people.length).toBeGreaterThan(0);
    expect(found("李").people.length).toBeGreaterThan(0);
    expect(found("oé").people).toEqual([]);
  });
});
