import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { coursesOnceIn, programmeList, programmeNumbers, withCourses } from "../../lib/programmes/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { rollsIn } from "../support/rolls";
import { now, planned, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { running, mark } = rollsIn(w);
const lead = w.coordinator;
const programme = (code: string) =>
  Number(
    sqlite()
      .prepare("INSERT INTO programmes (code, title, issuer, created_at) VALUES (?, ?, ?, ?)")
      .run(code, JSON.stringify({ own: "en", en: code }), JSON.stringify({ own: "en", en: "ILO" }), now)
      .lastInsertRowid,
  );

describe("numbers of programmes that share courses", () => {
  const administrator = viewer(w.participant.personId!, { administrator: true });
  const numbers = (programmeId: number) => {
    const cx = as(administrator);
    return programmeNumbers(cx, gate.programme(cx, "programmes.read", programmeId), "2027-03-01");
  };

  it("count every person of a programme once, and every course of all programmes once, whoever shares what", async () => {
    const made = [await running(2), await running(1), await running(2)];
    for (const { blocks, people } of made)
      value(mark(blocks[0]!, Object.fromEntries(people.map(({ id }) => [id, "present"]))));
    // Somebody who came to the first came to the others too.
    const somebody = made[0]!.people[0]!.personId;
    for (const { people } of made.slice(1))
      sqlite().prepare("UPDATE registrations SET person_id = ? WHERE id = ?").run(somebody, people[0]!.id);
    planned(w);
    planned({ ...w, coordinator: w.stranger, programmeId: w.otherId, trainerIds: [] }, { trainerIds: [] });
    const led = sqlite()
      .prepare("SELECT id, programme_id AS lead FROM courses WHERE approved_at IS NOT NULL")
      .all() as {
      id: number;
      lead: number;
    }[];
    const others = [w.otherId, programme("Second"), programme("Third")];
    const cameTo = (courseId: number) =>
      sqlite()
        .prepare(
          "SELECT DISTINCT r.person_id FROM registrations r JOIN attendance a ON a.registration_id = r.id WHERE r.course_id = ? AND a.state = 'present' AND r.state IN ('accepted', 'attended')",
        )
        .pluck()
        .all(courseId) as number[];
    const held = sqlite()
      .prepare("SELECT id FROM courses WHERE state IN ('running', 'closed')")
      .pluck()
      .all();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...led.map(({ id }) => id)), fc.constantFrom(...others)), {
          maxLength: 12,
        }),
        (shares) => {
          sqlite().exec("DELETE FROM course_shares");
          const paid = new Map(led.map(({ id, lead: first }) => [id, new Set([first])]));
          for (const [courseId, programmeId] of shares) {
            if (paid.get(courseId)!.has(programmeId)) continue;
            paid.get(courseId)!.add(programmeId);
            sqlite()
              .prepare("INSERT INTO course_shares (course_id, programme_id, since) VALUES (?, ?, 0)")
              .run(courseId, programmeId);
          }
          const of = (programmeId: number) =>
            [...paid].filter(([, who]) => who.has(programmeId)).map(([id]) => id);
          const cx = as(administrator);
          const reach = gate.reach(cx, "programmes.read");
          const rows = withCourses(cx, programmeList(cx, reach));
          for (const { id, courses } of rows) {
            expect(courses).toBe(of(id).length);
            const people = new Set(
              of(id)
                .filter((course) => held.includes(course))
                .flatMap(cameTo),
            );
            expect(numbers(id).people).toBe(people.size);
          }
          expect(coursesOnceIn(cx, reach)).toBe(led.length);
          const both = as(viewer(lead.personId!, { coordinates: [w.programmeId, w.otherId] }));
          expect(coursesOnceIn(both, gate.reach(both, "programmes.read"))).toBe(
            [...paid.values()].filter((who) => who.has(w.programmeId) || who.has(w.otherId)).length,
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});
