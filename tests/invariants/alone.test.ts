import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import * as stages from "../../lib/stages/commands";
import { ownGates } from "../../lib/stages/rules/gates";
import { insertGateVersion } from "../../lib/stages/store/gates";
import { addDays } from "../../lib/time/civil";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { runs } from "../support/runs";
import { transact } from "../support/transact";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const asked = {
  ...{ validMonths: 12, graceMonths: 6, masterValidMonths: 36 },
  // All of it can be entered by one person, so that nothing but the rule of two keeps them from deciding by it.
  ...{ renewalWorkshopsPerYear: 0, renewalRefresher: true, renewalExamination: true },
  ...{ masterTots: 0, masterTraining: true, masterExamination: true },
};
transact(() =>
  insertGateVersion(as(w.coordinator), {
    ...{ programmeId: w.programmeId, number: 1, preset: "own", inForceFrom: "2026-01-01" },
    gates: { ...ownGates, ...asked },
  }),
);
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
    masterAssessment: (by, way, day) =>
      stages.enterMasterStep(as(by, tot.at(day, "12:00")), {
        ...way,
        kind: "master_examination",
        day,
        words,
      }),
    recommend: (by, way, day) => stages.recommend(as(by, tot.at(day, "12:00")), { ...way, words }),
    recommendByException: (by, way, day) =>
      stages.recommendByException(as(by, tot.at(day, "12:00")), { ...way, words }),
    recommendRenewal: (by, way, day) =>
      stages.recommendRenewal(as(by, tot.at(day, "12:00")), { ...way, kind: "renewed", words }),
    recommendMaster: (by, way, day) =>
      stages.recommendRenewal(as(by, tot.at(day, "12:00")), { ...way, kind: "master_approved", words }),
    approve: (by, way, day, entry) =>
      stages.approve(as(by, tot.at(day, "12:00")), { recommendationId: entry, modules: way.modules, words }),
    returnIt: (by, _, day, entry) =>
      stages.returnRecommendation(as(by, tot.at(day, "12:00")), { recommendationId: entry, words }),
    refuseIt: (by, _, day, entry) =>
      stages.refuseRecommendation(as(by, tot.at(day, "12:00")), { recommendationId: entry, words }),
    // Whoever decides on nothing has no such page.
    approveAll: (by, _, day) =>
      (by.administrator || by.coordinates.length > 0) && approveAll(as(by, tot.at(day, "12:00"))),
    paper: (by, way, day) =>
      stages.enterCertifiedBefore(as(by, tot.at(day, "12:00")), {
        ...{ personId: way.personId, programmeId: way.programmeId, moduleIds: [...w.moduleIds] },
        ...{ day: addDays(day, -400), until: addDays(day, 90), words },
      }),
    renew: (by, way, day) => stages.renew(as(by, tot.at(day, "12:00")), { ...way, words, exception: true }),
    renewWithout: (by, way, day) =>
      stages.renew(as(by, tot.at(day, "12:00")), { ...way, words, exception: false }),
    master: (by, way, day) =>
      stages.approveMaster(as(by, tot.at(day, "12:00")), { ...way, words, exception: true }),
    masterWithout: (by, way, day) =>
      stages.approveMaster(as(by, tot.at(day, "12:00")), { ...way, words, exception: false }),
    suspend: (by, way, day) => stages.suspend(as(by, tot.at(day, "12:00")), { ...way, words }),
    resume: (by, _, day, entry) => stages.resume(as(by, tot.at(day, "12:00")), { entryId: entry, words }),
    strike: (by, _, day, entry) => stages.strikeOut(as(by, tot.at(day, "12:00")), { entryId: entry, words }),
    superior: (by, way, day) =>
      stages.setSuperior(as(by, tot.at(day, "12:00")), { personId: way.personId, superiorId: null }),
  };

const count = (query: string) => sqlite().prepare(query).pluck().get() as number;

/** What only two can bring about: decisions, documents, and how many stand where a decision alone leads. */
const decided = () => ({
  decisions: count(
    "SELECT count(*) FROM stage_events WHERE kind IN ('approved', 'renewed', 'master_approved')",
  ),
  documents: count("SELECT count(*) FROM certificates WHERE kind = 'trainer_certification'"),
  longer: count("SELECT count(*) FROM standings WHERE stage IN ('renewed', 'master_trainer')"),
});
const certified = () =>
  count(
    "SELECT count(*) FROM standings WHERE stage IN ('certified', 'renewed', 'master_candidate', 'master_trainer')",
  );

/** Two others who decide, of whom nobody below is one. */
const [one, other] = (
  sqlite()
    .prepare("SELECT id FROM persons WHERE id NOT IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 2")
    .pluck()
    .all(
      JSON.stringify([
        ...[w.coordinator, w.trainer, w.otherTrainer].map(({ personId }) => personId),
        ...ways.map(({ personId }) => personId),
      ]),
    ) as number[]
).map((personId): Viewer => ({ ...w.coordinator, administrator: true, personId }));
const first = addDays(tot.endsOn, 1);

/** How those whom one person tries to decide on stand as they begin, and from which day on they try. */
const starts: Record<string, () => string> = {
  nobody: () => first,
  first: () => {
    twoCertify();
    return addDays(first, 250);
  },
  lapsed: () => {
    twoCertify();
    return addDays(first, 400);
  },
  before: () => {
    const at = tot.at(first, "12:00");
    for (const { personId, programmeId } of ways)
      value(
        stages.enterCertifiedBefore(as(one!, at), {
          ...{ personId, programmeId, moduleIds: [...w.moduleIds], words },
          ...{ day: addDays(first, -300), until: addDays(first, 90) },
        }),
      );
    expect(approveAll(as(other!, at))).toEqual({ approved: ways.length, faults: [] });
    return first;
  },
};

/** Two others certify all of them. */
function twoCertify() {
  const at = tot.at(first, "12:00");
  for (const way of ways) {
    value(stages.recommendByException(as(one!, at), { ...way, words }));
    const recommendationId = entriesOf(way.personId).at(-1)!;
    value(stages.approve(as(other!, at), { recommendationId, modules: way.modules, words }));
  }
}

/** Does something and leaves everything as it was. */
function undone(work: () => void) {
  sqlite().exec("SAVEPOINT alone");
  try {
    work();
  } finally {
    sqlite().exec("ROLLBACK TO alone; RELEASE alone");
  }
}

describe("one person alone", () => {
  it.each(Object.keys(starts))(
    "certifies, renews and makes a master of nobody, whatever they do in whatever order and in whichever role: %s",
    (start) => {
      const roles = [w.coordinator, { ...w.coordinator, administrator: true }, w.trainer, w.otherTrainer];
      // What decides is tried most.
      const often = ["renew", "renewWithout", "master", "masterWithout", "step", "examination"];
      const step = fc.record({
        what: fc.constantFrom(...Object.keys(acts), ...often, ...often),
        which: fc.nat(40),
        days: fc.constantFrom(0, 1, 20),
      });
      let most = 0;
      fc.assert(
        fc.property(
          fc.constantFrom(...roles),
          fc.array(step, { minLength: 8, maxLength: 30 }),
          (by: Viewer, steps: Step[]) =>
            undone(() => {
              let day = starts[start]!();
              const [was, were] = [decided(), certified()];
              const before = entriesOf(ways[0]!.personId).length;
              for (const { what, which, days } of steps) {
                day = addDays(day, days);
                const way = ways[which % 2]!;
                const entries = entriesOf(way.personId);
                acts[what]!(by, way, day, entries[which % Math.max(1, entries.length)] ?? 1);
              }
              expect(decided()).toEqual(was);
              expect(certified()).toBeLessThanOrEqual(were);
              most = Math.max(most, entriesOf(ways[0]!.personId).length - before);
            }),
        ),
        { numRuns: runs(12) },
      );
      // They did do something.
      expect(most).toBeGreaterThan(0);
    },
    60_000,
  );
  it("though two of them do", () =>
    undone(() => {
      const way = ways[0]!;
      acts.recommendByException!(w.coordinator, way, first, 0);
      acts.approve!(anotherThan(w.coordinator, way.personId), way, first, entriesOf(way.personId).at(-1)!);
      expect(decided()).toEqual({ decisions: 1, documents: 1, longer: 0 });
      expect(certified()).toBe(1);
    }));
});

describe("whoever entered what a decision rests on", () => {
  it.each([
    ["renewed", ["step", "examination"], "renewWithout"],
    ["master_trainer", ["masterStep", "masterAssessment"], "masterWithout"],
  ] as const)("does not take it, with all or with one of them: %s", (becomes, evidence, decision) =>
    undone(() => {
      const day = starts.before!();
      const way = ways[0]!;
      const decides = (by: Viewer) =>
        acts[decision]!(by, way, addDays(day, 1), 0) as ReturnType<typeof stages.renew>;
      const stage = () =>
        sqlite().prepare("SELECT stage FROM standings WHERE person_id = ?").pluck().get(way.personId);
      const [mine, second] = evidence;
      acts[mine]!(w.coordinator, way, addDays(day, 1), 0);
      expect(fault(decides(w.coordinator)).code).toBe("conditionsMissing");
      // One of the two is another's word, and still what one entered oneself is needed.
      acts[second]!(one!, way, addDays(day, 1), 0);
      expect(fault(decides(w.coordinator)).code).toBe("ownSteps");
      expect(fault(decides(one!)).code).toBe("ownSteps");
      value(decides(other!));
      expect(stage()).toBe(becomes);
    }),
  );
});
