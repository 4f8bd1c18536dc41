import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { reissueCertificate, revokeCertificate } from "../../lib/certificates/commands";
import {
  approveMaster,
  enterCertifiedBefore,
  enterMasterStep,
  judgeAnew,
  makePlanFor,
  recommendRenewal,
  remindOfEnds,
  renew,
  setGates,
} from "../../lib/stages/commands";
import { ownGates } from "../../lib/stages/rules/gates";
import { gatesSchema } from "../../lib/stages/schema";
import { addDays } from "../../lib/time/civil";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll } from "../support/certify";
import { freshDatabase } from "../support/database";
import { runs } from "../support/runs";
import { keptAndReplayed } from "../support/standings";
import { world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const tot = await issued("tot");
const pool = [...tot.people.map(({ personId }) => personId), ...w.trainerIds];
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
/** Where the clock stands; it goes on from one run to the next. */
let today = addDays(tot.endsOn, 1);

const kinds = [
  "paper",
  "renew",
  "step",
  "master",
  "plan",
  "take back",
  "reissue",
  "gates",
  "workshop",
] as const;
const step = fc.record({
  what: fc.constantFrom(...kinds),
  which: fc.nat(20),
  days: fc.constantFrom(0, 1, 40, 400),
});

/** Does one thing on a day; whether it is refused is not looked at. */
function take(what: (typeof kinds)[number], which: number, day: string) {
  const cx = as(w.coordinator, tot.at(day, "12:00"));
  const personId = pool[which % pool.length]!;
  // Whatever certifies is decided by two.
  const other = { ...cx, viewer: anotherThan(w.coordinator, personId) };
  const way = {
    personId,
    programmeId: w.programmeId,
    toolId,
    words: "Said, and at some length",
    exception: true,
  };
  const person = tot.people[which % tot.people.length]!;
  if (what === "paper") {
    enterCertifiedBefore(cx, {
      ...way,
      moduleIds: [...w.moduleIds],
      day: addDays(day, -30 * which),
      until: addDays(day, 200 - 20 * which),
    });
    approveAll(other);
  } else if (what === "renew") {
    recommendRenewal(other, { ...way, kind: "renewed" });
    renew(cx, way);
  } else if (what === "step")
    enterMasterStep(cx, { ...way, kind: "master_training", day: addDays(day, -which) });
  else if (what === "master") {
    recommendRenewal(other, { ...way, kind: "master_approved" });
    approveMaster(cx, way);
  } else if (what === "plan") {
    const workshop = { index: 0, toolId, day: addDays(day, 9), place: "Irbid", audience: null };
    makePlanFor(cx, { registrationId: person.id, workshops: [workshop] });
  } else if (what === "take back" || what === "reissue") {
    const theirs = tot.all().findLast(({ registrationId }) => registrationId === person.id)!;
    const said = { certificateId: theirs.id, reason: "Said" };
    if (what === "take back") revokeCertificate(cx, said);
    else reissueCertificate(cx, said);
  } else {
    const seen = sqlite().prepare("SELECT count(*) FROM gate_versions").pluck().get();
    const gates = { ...ownGates, countOneIn: 1, workshops: which % 4, actionPlan: which % 2 === 0 };
    const form = { programmeId: w.programmeId, seen, preset: "own", inForceFrom: day, ...gates };
    const read = gatesSchema.safeParse(form);
    if (read.success) setGates(cx, read.data);
  }
}

const same = () => {
  const { kept, replayed } = keptAndReplayed();
  expect(kept).toEqual(replayed);
  return kept;
};

describe("where people are on their way", () => {
  it("follows the workshops that they trained", async () => {
    for (const which of [3, 4]) take("paper", which, today);
    const { evening, endsOn } = await issued("user");
    const trainers = same().filter(({ personId }) => w.trainerIds.includes(personId));
    expect(trainers.map(({ judgedOn }) => judgedOn)).toEqual([endsOn, endsOn]);
    while (judgeAnew(as(system, evening)));
    today = addDays(endsOn, 1);
  });
  it("is kept, after whatever happens in whatever order, as their history says of that day", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 9 }), (steps) => {
        for (const { what, which, days } of steps) {
          today = addDays(today, days);
          const at = as(system, tot.at(today, "11:00"));
          for (const part of [judgeAnew, remindOfEnds]) while (part(at));
          take(what, which, today);
          same();
        }
      }),
      { numRuns: runs(8) },
    );
  });
});
