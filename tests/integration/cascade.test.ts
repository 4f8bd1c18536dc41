import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { cascadeList, cascadeOf } from "../../lib/cascade/queries";
import { ever, type Period } from "../../lib/cascade/rules/period";
import type { CascadeFilter } from "../../lib/courses/store/cascade";
import { toolOfEachModule } from "../../lib/curriculum/store";
import { programmeNumbers } from "../../lib/programmes/queries";
import { dayAt } from "../../lib/time/zone";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { recordedWorkshop } from "../support/recordedWorkshop";
import { now, viewer, world } from "../support/world";

freshDatabase();
const w = { ...world() };
const { issued } = coursesToCertify(w);

/** From now on whoever completed a training trains the courses that are made. */
function teach(personId: number) {
  sqlite()
    .prepare(
      "INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, 'trainer', ?)",
    )
    .run(w.programmeId, personId, now);
  w.trainerIds = [personId];
  w.trainer = viewer(personId, { trains: [w.programmeId] });
}

const first = await issued("tot");
const [amal, badr, chadi] = first.people.map(({ personId }) => personId) as [number, number, number];
teach(amal);
const workshop = await issued("user");
teach(badr);
const second = await issued("tot");
teach(second.people[0]!.personId);
const below = await issued("user");
// Somebody who came to both workshops, and a cooperative that two of them are of.
sqlite()
  .prepare("UPDATE registrations SET person_id = ? WHERE id = ?")
  .run(workshop.people[0]!.personId, below.people[0]!.id);
const cooperative = Number(
  sqlite()
    .prepare(
      "INSERT INTO organisations (name, kind, name_key, sort_name) VALUES ('Weavers', 'cooperative', 'weavers', 'weavers')",
    )
    .run().lastInsertRowid,
);
for (const { personId } of workshop.people.slice(0, 2))
  sqlite().prepare("UPDATE persons SET organisation_id = ? WHERE id = ?").run(cooperative, personId);
// A workshop of Chadi's that is known by numbers alone.
const recorded = recordedWorkshop(w, chadi);

/** A tool that nobody was trained in. */
const anotherTool = (code: string) =>
  Number(
    sqlite()
      .prepare(
        `INSERT INTO tools (code, title, description, audience, created_at) VALUES (?, '{}', '{}', '{}', ?)`,
      )
      .run(code, now).lastInsertRowid,
  );
/** The tool of the trainings. */
const toolOf = () => toolOfEachModule(as(w.coordinator, now)).get(w.moduleIds[0]!)!;

/** What the programme's own page says. */
const onProgrammePage = () => {
  const cx = as(w.coordinator, below.evening);
  const programme = gate.programme(cx, "programmes.read", w.programmeId);
  return programmeNumbers(cx, programme, dayAt(below.evening, "UTC"));
};

const any: CascadeFilter = { programme: null, country: null, toolId: null, year: null };
const listFor = (by: Viewer, filter: Partial<CascadeFilter> = {}, period: Period = ever) => {
  const cx = as(by, below.evening);
  return cascadeList(cx, gate.reach(cx, "cascade.read"), { ...any, ...filter }, period, null);
};
const cascadeFor = (by: Viewer, courseId: number, period: Period = ever) => {
  const cx = as(by, below.evening);
  return cascadeOf(cx, gate.course(cx, "cascade.read", courseId), { toolId: null, period }, 0);
};

describe("the cascade", () => {
  it("begins with what came of nothing else, and counts everybody once over the generations", () => {
    const { first: tots, sum } = listFor(w.coordinator);
    expect(tots.map(({ id, generations }) => [id, generations])).toEqual([[first.courseId, 2]]);
    expect(tots[0]!.numbers).toEqual(sum);
    expect(sum).toMatchObject({
      ...{ trainings: 2, trainers: 6, practising: 4, certified: 0, workshops: 3 },
      ...{ people: 5, attendances: 6, organisations: 1, cooperatives: 1 },
      ...{ recordedWorkshops: 1, recordedPeople: { women: 30, men: 10, unknown: 0 }, withoutNumber: 0 },
    });
  });
  it("counts the cooperative that a workshop was held for, also where none of its people is known", () => {
    const sum = () => listFor(w.coordinator).sum;
    const { country } = sqlite().prepare("SELECT country FROM courses WHERE id = ?").get(below.courseId) as {
      country: string;
    };
    const { lastInsertRowid: potters } = sqlite()
      .prepare(
        "INSERT INTO organisations (name, kind, name_key, sort_name, country) VALUES ('Potters', 'cooperative', 'potters', 'potters', ?)",
      )
      .run(country);
    const isFor = (audience: string | null) =>
      sqlite()
        .prepare("UPDATE courses SET audience = ?, scheduled_by = ? WHERE id = ?")
        .run(audience, audience && w.trainer.personId, below.courseId);
    isFor("Potters");
    expect(sum()).toMatchObject({ workshops: 3, people: 5, organisations: 2, cooperatives: 2 });
    // Words that no organisation is called by are none.
    isFor("Somebody else");
    expect(sum()).toMatchObject({ organisations: 1, cooperatives: 1 });
    isFor(null);
    sqlite().prepare("DELETE FROM organisations WHERE id = ?").run(potters);
  });
  it("shows each trainer with what they held, who has not taught yet, and the generations apart", () => {
    const cascade = cascadeFor(w.coordinator, first.courseId);
    expect(
      cascade.trainers.map((one) => [one.personId, one.reach.people, one.workshops.length, one.tots.length]),
    ).toEqual([
      [chadi, 0, 1, 0],
      [amal, 3, 1, 0],
      [badr, 0, 0, 1],
    ]);
    expect(cascade.notPractised).toBe(0);
    expect(cascade.generations.map(({ numbers: n }) => [n.trainers, n.workshops, n.people])).toEqual([
      [3, 2, 3],
      [3, 1, 3],
    ]);
    expect(cascade.trainings.map(({ id, generation }) => [id, generation])).toEqual([
      [first.courseId, 1],
      [second.courseId, 2],
    ]);
    expect(cascadeFor(w.coordinator, second.courseId).notPractised).toBe(2);
    expect(cascade.trainers.map(({ namesake }) => namesake)).toEqual([false, false, false]);
    const called = (name: string) =>
      sqlite().prepare("UPDATE persons SET name = ? WHERE id = ?").run(name, badr);
    called("Amal");
    expect(cascadeFor(w.coordinator, first.courseId).trainers.map(({ namesake }) => namesake)).toEqual([
      false,
      true,
      true,
    ]);
    called("Badr");
  });
  it("has the same figures of a training below its trainer and in the table, and names what was held together", () => {
    const cascade = () => cascadeFor(w.coordinator, first.courseId);
    const trainer = (personId: number) => cascade().trainers.find((one) => one.personId === personId)!;
    // A third generation, known by numbers alone, and Chadi beside Badr.
    const third = Number(
      sqlite()
        .prepare(
          "INSERT INTO courses (slug, programme_id, kind, title, search, country, place, mode, zone, year, languages, capacity, counted_by, state, min_attendance, micro_teaching, signatories, created_at, approved_at) SELECT 'third', programme_id, 'tot', title, search, country, place, mode, zone, 2029, languages, capacity, counted_by, state, min_attendance, micro_teaching, signatories, created_at, approved_at FROM courses WHERE slug = 'recorded'",
        )
        .run().lastInsertRowid,
    );
    sqlite()
      .prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)")
      .run(third, second.people[1]!.personId);
    sqlite()
      .prepare("INSERT INTO course_modules (course_id, module_id, position) VALUES (?, ?, 1)")
      .run(third, w.moduleIds[0]);
    sqlite()
      .prepare(
        "INSERT INTO session_trainers (session_id, person_id, start_instant, role) SELECT id, ?, start_instant, 'co_trainer' FROM sessions WHERE course_id = ?",
      )
      .run(chadi, second.courseId);
    expect(cascade().trainings.map(({ id }) => id)).toContain(third);
    expect(trainer(badr).tots[0]!.numbers).toEqual(cascade().trainings[1]!.numbers);
    expect(trainer(chadi).totsTogether).toBe(1);
    expect(trainer(badr).totsTogether).toBe(0);
    sqlite().prepare("DELETE FROM session_trainers WHERE person_id = ?").run(chadi);
    for (const table of ["course_trainers", "course_modules"])
      sqlite().prepare(`DELETE FROM ${table} WHERE course_id = ?`).run(third);
    sqlite().prepare("DELETE FROM courses WHERE id = ?").run(third);
  });
  it("has as certified who is so for a tool of the training, and nobody for another tool", () => {
    const certify = (personId: number, toolId: number) =>
      sqlite()
        .prepare(
          `INSERT INTO standings (person_id, tool_id, programme_id, stage, since, modules, valid_until, next_step, next_missing, by_exception, judged_on)
           VALUES (?, ?, ?, 'certified', '2026-01-01', '[]', '2099-01-01', 'none', 0, 0, '2026-01-01')
           ON CONFLICT DO UPDATE SET stage = excluded.stage, valid_until = excluded.valid_until`,
        )
        .run(personId, toolId, w.programmeId);
    certify(amal, toolOf());
    certify(badr, anotherTool("unrelated"));
    const cascade = cascadeFor(w.coordinator, first.courseId);
    expect(cascade.trainers.flatMap((one) => (one.certified ? one.personId : []))).toEqual([amal]);
    expect(cascade.sum.certified).toBe(1);
    expect(listFor(w.coordinator).sum.certified).toBe(1);
    // The page of the programme counts whoever is certified there, for whichever tool and with whichever role.
    expect(onProgrammePage()).toMatchObject({ trainers: 5, certifiedToday: 2 });
    sqlite().prepare("DELETE FROM programme_members WHERE person_id IN (?, ?)").run(amal, badr);
    expect(onProgrammePage()).toMatchObject({ trainers: 3, certifiedToday: 2 });
  });
  it("names each workshop that other pages count and it does not, with why, until it does", () => {
    expect(listFor(w.coordinator).leftOut).toEqual({ courses: [], count: 0 });
    const trainer = sqlite().prepare("UPDATE course_trainers SET person_id = ? WHERE course_id = ?");
    // Somebody who completed no training of trainers led it: of no trainer of the cascade it says anything.
    const nobody = workshop.people[2]!.personId;
    const by = (personId: number) => {
      trainer.run(personId, recorded);
      const { leftOut, sum } = listFor(w.coordinator);
      return [leftOut.courses.map(({ id, why }) => [id, why]), sum.workshops];
    };
    expect(by(nobody)).toEqual([[[recorded, "noTot"]], 2]);
    expect(cascadeFor(w.coordinator, first.courseId).leftOut.count).toBe(0);
    expect(by(chadi)).toEqual([[], 3]);
    // One that a trainer of it taught and nobody came to.
    const rolls = "WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ?)";
    const kept = sqlite().prepare(`SELECT * FROM attendance ${rolls}`).all(workshop.courseId) as Record<
      string,
      unknown
    >[];
    sqlite().prepare(`DELETE FROM attendance ${rolls}`).run(workshop.courseId);
    for (const { leftOut } of [listFor(w.coordinator), cascadeFor(w.coordinator, first.courseId)])
      expect(leftOut).toMatchObject({ count: 1, courses: [{ id: workshop.courseId, why: "noRoll" }] });
    const columns = Object.keys(kept[0]!);
    const back = sqlite().prepare(
      `INSERT INTO attendance (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})`,
    );
    for (const row of kept) back.run(row);
    // Of a country, a year or a tool alone not all is looked for.
    trainer.run(nobody, recorded);
    expect(listFor(w.coordinator, { year: 2027 }).leftOut.count).toBe(0);
    trainer.run(chadi, recorded);
  });
  it("is narrowed by where and when it began, and by the tool that leads on", () => {
    expect(listFor(w.coordinator, { year: 2027 }).first).toHaveLength(1);
    expect(listFor(w.coordinator, { year: 2026 }).first).toEqual([]);
    expect(listFor(w.coordinator, { country: "LB" }).first).toEqual([]);
    expect(listFor(w.coordinator, { toolId: anotherTool("other") }).first).toEqual([]);
  });
  it("counts of a period the workshops that began in it, each person once, and names what only has a year that it cuts", () => {
    const counted = (from: string | null, to: string | null) => {
      const { sum, leftOut } = listFor(w.coordinator, {}, { from, to });
      expect(cascadeFor(w.coordinator, first.courseId, { from, to }).sum).toEqual(sum);
      const { trainings, trainers, practising } = sum;
      expect({ trainings, trainers, practising }).toEqual({ trainings: 2, trainers: 6, practising: 4 });
      return [
        ...[sum.workshops, sum.people, sum.attendances, sum.recordedWorkshops],
        leftOut.courses.map(({ id, why }) => [id, why]),
      ];
    };
    expect(counted("2027-02-14", "2027-02-14")).toEqual([1, 3, 3, 0, []]);
    expect(counted("2027-02-15", "2027-02-28")).toEqual([1, 3, 3, 0, []]);
    expect(counted("2027-02-14", "2027-02-28")).toEqual([2, 5, 6, 0, []]);
    expect(counted("2027-02-14", "2028-06-30")).toEqual([2, 5, 6, 0, [[recorded, "partly"]]]);
    expect(counted("2028-01-01", "2028-12-31")).toEqual([1, 0, 0, 1, []]);
    expect(counted(null, "2027-01-31")).toEqual([0, 0, 0, 0, []]);
    const drawn = cascadeFor(w.coordinator, first.courseId, { from: "2028-01-01", to: null });
    expect(drawn.trainers.map((one) => [one.personId, one.workshops.length, one.practised])).toEqual([
      [chadi, 1, true],
      [amal, 0, true],
      [badr, 0, true],
    ]);
  });
  it("draws the trainers of the next generation below the training that made them, with their workshops and for whom these were", () => {
    sqlite()
      .prepare("UPDATE courses SET audience = 'Weavers', scheduled_by = ? WHERE id = ?")
      .run(w.trainer.personId, below.courseId);
    sqlite()
      .prepare("INSERT INTO course_shares (course_id, programme_id, since) VALUES (?, ?, ?)")
      .run(second.courseId, w.otherId, now);
    const { trainers, trainings } = cascadeFor(w.coordinator, first.courseId);
    const [tot] = trainers.find(({ personId }) => personId === badr)!.tots;
    const next = tot!.trainers!;
    expect(next.map((one) => [one.workshops.map(({ id }) => id), one.practised])).toEqual([
      [[below.courseId], true],
      [[], false],
      [[], false],
    ]);
    expect([next[0]!.personId, next[0]!.name?.name]).toEqual([second.people[0]!.personId, "Amal"]);
    expect(next[0]!.workshops[0]!.heldFor).toEqual([{ id: cooperative, name: "Weavers" }]);
    expect(next[0]!.reach).toMatchObject({ people: 3, attendances: 3, cooperatives: 1 });
    // With whom the training of the next generation is shared, in the picture and in its row.
    for (const one of [tot!, trainings[1]!])
      expect(one.sharedWith.map(({ code }) => code)).toEqual(["Other"]);
    expect(trainings.map((one) => one.trainers?.length)).toEqual([3, 3]);
    sqlite().exec("DELETE FROM course_shares; UPDATE courses SET audience = NULL, scheduled_by = NULL");
  });
  it("is read by a programme that shares the training, without what it does not share and without names", () => {
    expect(listFor(w.stranger).first).toEqual([]);
    sqlite()
      .prepare("INSERT INTO course_shares (course_id, programme_id, since) VALUES (?, ?, ?)")
      .run(first.courseId, w.otherId, now);
    const { first: tots, sum } = listFor(w.stranger);
    expect(tots.map(({ sharedWith }) => sharedWith.map(({ code }) => code))).toEqual([["Other"]]);
    expect(sum).toMatchObject({ trainers: 3, workshops: 0, people: 0 });
    expect(cascadeFor(w.stranger, first.courseId).trainers.map(({ name }) => name)).toEqual([
      null,
      null,
      null,
    ]);
    expect(() => cascadeFor(w.stranger, second.courseId)).toThrow();
  });
});
