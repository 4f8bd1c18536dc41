import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { persons } from "../../db/schema";
import { namesOf } from "../../lib/names/rules";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { waitingCounts, wayWaits } from "../../lib/stages/queries/waits";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan } from "../support/certify";
import { freshDatabase } from "../support/database";
import { statementsOf } from "../support/statements";
import { transact } from "../support/transact";
import { now, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
const cx = (by = w.coordinator) => as(by, course.at("2027-03-05", "12:00"));
const colleague = anotherThan(w.coordinator, course.people[0]!.personId);
const words = "Two workshops in Irbid, and one in Zarqa";

/** Somebody whom the programme knows, by the name that they are called. */
const somebody = (name: string) => {
  const names = namesOf({ name, latinName: null }, null);
  const id = transact(
    (db) =>
      db
        .insert(persons)
        .values({ language: "en", ...names, createdAt: now })
        .returning({ id: persons.id })
        .get().id,
  );
  sqlite()
    .prepare("INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, 0)")
    .run(id, w.programmeId);
  return id;
};
const enter = (personId: number, kind: string, awaits: string | null, by: number | null) =>
  sqlite()
    .prepare(
      "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, modules, until, awaits, words, entered_at, entered_by) VALUES (?, ?, ?, ?, '2026-03-01', '[\"M1\"]', ?, ?, ?, 0, ?)",
    )
    .run(
      personId,
      toolId,
      w.programmeId,
      kind,
      kind === "recommended" ? null : "2027-05-01",
      awaits,
      words,
      by,
    );
/** So many more of each who wait: for a first certification, for a renewal, for somebody to confirm one from before. */
const waitingMore = (count: number) => {
  for (let i = 0; i < count; i += 1) {
    enter(somebody(`Recommended ${i}`), "recommended", null, colleague.personId);
    enter(somebody(`Before ${i}`), "certified_before", "confirmed", colleague.personId);
    const renewing = somebody(`Renewing ${i}`);
    enter(renewing, "certified_before", null, null);
    enter(renewing, "recommended", "renewed", colleague.personId);
  }
};

describe("what waits is read at once", () => {
  it("however much it is: the page of certifications, and Today of whoever decides and of whoever recommended", () => {
    const measured = () => ({
      page: statementsOf(() => certificationsPage(cx(), {})),
      preview: statementsOf(() => {
        const of = certificationsPage(cx(), {}).waiting.map(({ recommendationId }) => recommendationId);
        certificationsPage(cx(), { of, left: of });
      }),
      counts: statementsOf(() => waitingCounts(cx())),
      sent: statementsOf(() => wayWaits(cx(colleague))),
    });
    waitingMore(5);
    const few = measured();
    expect(certificationsPage(cx(), {}).waiting).toHaveLength(10);
    waitingMore(45);
    expect(certificationsPage(cx(), {}).waiting).toHaveLength(100);
    expect(certificationsPage(cx(), {}).renewals).toHaveLength(50);
    expect(measured()).toEqual(few);
  });
});

describe("whom a trainer may recommend", () => {
  it("is asked of all who wait, and then the first of them are named, not the other way round", () => {
    // Two hundred and fifty others of the programme have waited longer, whom this trainer neither trained nor shares a tool with.
    const stands = sqlite().prepare(
      "INSERT OR REPLACE INTO standings (person_id, tool_id, programme_id, stage, since, modules, next_step, next_missing, by_exception, judged_on, sort_name) VALUES (?, ?, ?, 'practising', ?, '[]', 'recommend', 0, 0, '2027-03-05', '')",
    );
    for (let i = 0; i < 250; i += 1)
      stands.run(somebody(`Another ${i}`), toolId, w.programmeId, "2020-01-01");
    const [trained] = course.people;
    stands.run(trained!.personId, toolId, w.programmeId, "2027-02-20");
    const lead = sqlite()
      .prepare(
        "SELECT t.person_id FROM session_trainers t JOIN sessions s ON s.id = t.session_id WHERE s.course_id = ? AND t.role = 'lead'",
      )
      .pluck()
      .get(course.courseId) as number;
    const trainer = { ...w.trainer, personId: lead };
    expect(wayWaits(cx(trainer)).toRecommend.map(({ person }) => person.id)).toEqual([trained!.personId]);
    // Who coordinates may recommend any of them, and twenty are named.
    expect(wayWaits(cx()).toRecommend).toHaveLength(20);
  });
});
