import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { setGates } from "../../lib/stages/commands";
import { ownGates } from "../../lib/stages/rules/gates";
import { gatesSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { firstSteps } from "../support/desk";
import { now, opened, person, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const steps = () => firstSteps(as(w.stranger)).map(({ kind, done }) => `${kind} ${done}`);

it("of whoever coordinates a programme without a course: its conditions, a trainer, a course, until one was opened", () => {
  expect(steps()).toEqual(["gates false", "trainer false", "course false"]);
  expect(firstSteps(as(w.stranger))[0]).toMatchObject({ programmeId: w.otherId });
  // Another programme's conditions, trainers and courses are nothing to it, and who only trains has none of this to do.
  opened(w, { kind: "user", startsOn: "2027-09-05", endsOn: "2027-09-09" });
  expect(steps()).toHaveLength(3);
  expect(firstSteps(as(viewer(person("Trains"), { trains: [w.otherId] })))).toEqual([]);
  const numbers = Object.entries(ownGates).map(([name, one]) => [
    name,
    typeof one === "boolean" ? "no" : "1",
  ]);
  const form = { programmeId: String(w.otherId), seen: "0", preset: "own", inForceFrom: "2027-02-01" };
  const asked = { validMonths: "36", masterValidMonths: "36" };
  value(
    setGates(
      as(w.stranger),
      gatesSchema.parse({ ...Object.fromEntries(numbers), ...asked, countOneIn: "1", ...form }),
    ),
  );
  sqlite()
    .prepare(
      "INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, 'trainer', ?)",
    )
    .run(w.otherId, person("Trainer of the other"), now);
  expect(steps()).toEqual(["gates true", "trainer true", "course false"]);
  // A role that has ended leaves nobody: the step is to be done again.
  const ends = sqlite().prepare(
    "UPDATE programme_members SET ends_on = ? WHERE programme_id = ? AND role = ?",
  );
  ends.run("2027-01-01", w.otherId, "trainer");
  expect(steps()).toEqual(["gates true", "trainer false", "course false"]);
  ends.run(null, w.otherId, "trainer");
  const admin = as(viewer(person("Administrator"), { administrator: true }));
  const coordinator = () => firstSteps(admin).find(({ kind }) => kind === "coordinator")?.done;
  sqlite().prepare("UPDATE courses SET state = 'draft'").run();
  expect(coordinator()).toBeUndefined();
  ends.run("2027-01-01", w.programmeId, "coordinator");
  expect(coordinator()).toBe(false);
  ends.run(null, w.programmeId, "coordinator");
  const course = opened(w, { kind: "user", startsOn: "2027-09-05", endsOn: "2027-09-09" });
  sqlite()
    .prepare("UPDATE courses SET programme_id = ?, state = 'draft' WHERE id = ?")
    .run(w.otherId, course.courseId);
  expect(steps()).toEqual([]);
});
