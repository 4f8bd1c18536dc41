import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import * as stages from "../../lib/stages/commands";
import { addDays } from "../../lib/time/civil";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { runs } from "../support/runs";
import { world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const tot = await issued("tot");
const ways = tot.people.map(({ id }) => wayOf(id));
const words = "Said at some length, for it counts";

/** The keys of the last entries of somebody, of which each may be answered, approved, struck out or resumed. */
const entriesOf = (personId: number) =>
  sqlite()
    .prepare("SELECT id FROM stage_events WHERE person_id = ? ORDER BY id")
    .pluck()
    .all(personId) as number[];

type Step = { what: string; which: number; days: number };

/** All that somebody can do alone on somebody's way; what is refused is refused. */
const acts: Record<string, (by: Viewer, way: (typeof ways)[number], day: string, entry: number) => unknown> =
  {
    step: (by, way, day) =>
      stages.enterStep(as(by, tot.at(day, "12:00")), { ...way, step: "refresher", day, words }),
    examination: (by, way, day) =>
      stages.enterStep(as(by, tot.at(day, "12:00")), { ...way, step: "examination", day, words }),
    visit: (by, way, day) => stages.noteVisit(as(by, tot.at(day, "12:00")), { ...way, day, words }),
    masterStep: (by, way, day) =>
      stages.enterMasterStep(as(by, tot.at(day, "12:00")), { ...way, kind: "master_training", day, words }),
    recommend: (by, way, day) => stages.recommend(as(by, tot.at(day, "12:00")), { ...way, words }),
    recommendByException: (by, way, day) =>
      stages.recommendByException(as(by, tot.at(day, "12:00")), { ...way, words }),
    recommendRenewal: (by, way, day) =>
      stages.recommendRenewal(as(by, tot.at(day, "12:00")), { ...way, kind: "renewed", words }),
    recommendMaster: (by, way, day) =>
      stages.recommendRenewal(as(by, tot.at(day, "12:00")), { ...way, kind: "master_approved", words }),
    approve: (by, way, day, entry) =>
      stages.approve(as(by, tot.at(day, "12:00")), { recommendationId: entry, modules: way.modules, words }),
    // Whoever decides on nothing has no such page.
    approveAll: (by, _, day) =>
      (by.administrator || by.coordinates.length > 0) && approveAll(as(by, tot.at(day, "12:00"))),
    paper: (by, way, day) =>
      stages.enterCertifiedBefore(as(by, tot.at(day, "12:00")), {
        ...{ personId: way.personId, programmeId: way.programmeId, moduleIds: [...w.moduleIds] },
        ...{ day: addDays(day, -400), until: addDays(day, 90), words },
      }),
    renew: (by, way, day) => stages.renew(as(by, tot.at(day, "12:00")), { ...way, words, exception: true }),
    master: (by, way, day) =>
      stages.approveMaster(as(by, tot.at(day, "12:00")), { ...way, words, exception: true }),
    suspend: (by, way, day) => stages.suspend(as(by, tot.at(day, "12:00")), { ...way, words }),
    resume: (by, _, day, entry) => stages.resume(as(by, tot.at(day, "12:00")), { entryId: entry, words }),
    strike: (by, _, day, entry) => stages.strikeOut(as(by, tot.at(day, "12:00")), { entryId: entry, words }),
    superior: (by, way, day) =>
      stages.setSuperior(as(by, tot.at(day, "12:00")), { personId: way.personId, superiorId: null }),
  };

const decided = () =>
  sqlite()
    .prepare(
      "SELECT count(*) FROM stage_events WHERE kind IN ('approved', 'renewed', 'master_approved') UNION ALL SELECT count(*) FROM certificates WHERE kind = 'trainer_certification' UNION ALL SELECT count(*) FROM standings WHERE stage IN ('certified', 'renewed', 'master_candidate', 'master_trainer')",
    )
    .pluck()
    .all();

describe("one person alone", () => {
  it("certifies, renews and makes a master of nobody, whatever they do in whatever order and in whichever role", () => {
    const roles = [w.coordinator, { ...w.coordinator, administrator: true }, w.trainer, w.otherTrainer];
    const step = fc.record({
      what: fc.constantFrom(...Object.keys(acts)),
      which: fc.nat(40),
      days: fc.constantFrom(0, 1, 30),
    });
    let most = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.array(step, { minLength: 5, maxLength: 25 }),
        (by: Viewer, steps: Step[]) => {
          sqlite().exec("SAVEPOINT alone");
          try {
            let day = addDays(tot.endsOn, 1);
            for (const { what, which, days } of steps) {
              day = addDays(day, days);
              const way = ways[which % 2]!;
              const entries = entriesOf(way.personId);
              acts[what]!(by, way, day, entries[which % Math.max(1, entries.length)] ?? 1);
            }
            expect(decided()).toEqual([0, 0, 0]);
            most = Math.max(most, entriesOf(ways[0]!.personId).length);
          } finally {
            sqlite().exec("ROLLBACK TO alone; RELEASE alone");
          }
        },
      ),
      { numRuns: runs(12) },
    );
    // They did do something.
    expect(most).toBeGreaterThan(0);
  }, 60_000);
  it("though two of them do", () => {
    const way = ways[0]!;
    const day = addDays(tot.endsOn, 1);
    acts.recommendByException!(w.coordinator, way, day, 0);
    acts.approve!(anotherThan(w.coordinator, way.personId), way, day, entriesOf(way.personId).at(-1)!);
    expect(decided()).toEqual([1, 1, 1]);
  });
});
