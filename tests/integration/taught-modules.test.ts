import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { waysToJudge } from "../../lib/stages/judge";
import { wayAt } from "../../lib/stages/queries/deciding";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, trainedBy, workshopOf } = await onTheWay(w);
const [amal, badr] = tot.people.map(({ personId }) => personId) as [number, number];
const held = await workshopOf(amal, badr);
held.end();
const at = held.evening + 86_400_000;
const db = sqlite();
const cx = as(w.coordinator, at);
const of = (personId: number) =>
  waysToJudge(cx, [personId]).find((way) => way.toolId === toolId && way.programmeId === w.programmeId)!;
const piece = (personId: number, kind: string) => of(personId).history.find((one) => one.kind === kind);
/** Takes somebody off the sessions of a course that are of a module. */
const off = (courseId: number, personId: number, code: string) =>
  db
    .prepare(
      "DELETE FROM session_trainers WHERE person_id = ? AND session_id IN (SELECT s.id FROM sessions s JOIN modules m ON m.id = s.module_id WHERE s.course_id = ? AND m.code = ?)",
    )
    .run(personId, courseId, code);

it("a workshop says which modules somebody taught in it, and the way which they never taught", () => {
  expect(piece(amal, "workshop")).toMatchObject({ modules: ["M1", "M2"], trainers: 2, roll: true });
  expect(wayAt(cx, { personId: amal, programmeId: w.programmeId, toolId })!.neverTaught).toEqual([]);
  off(held.courseId, amal, "M2");
  expect(piece(amal, "workshop")).toMatchObject({ modules: ["M1"] });
  const page = wayAt(cx, { personId: amal, programmeId: w.programmeId, toolId })!;
  expect(page.neverTaught).toEqual(["M2"]);
  expect(page.evidence.find(({ kind }) => kind === "workshop")).toMatchObject({ modules: ["M1"], off: null });
});

it("a pair is two who taught the tool in it as lead or co-trainer, and no name beside", () => {
  db.prepare(
    "UPDATE session_trainers SET role = 'apprentice' WHERE person_id = ? AND session_id IN (SELECT id FROM sessions WHERE course_id = ?)",
  ).run(badr, held.courseId);
  expect(piece(amal, "workshop")).toMatchObject({ trainers: 1 });
  expect(piece(badr, "workshop")).toMatchObject({ role: "apprentice" });
});

it("counts by its roll, also where nobody confirms", () => {
  const workshops = () =>
    wayAt(cx, { personId: amal, programmeId: w.programmeId, toolId })!.conditions.find(
      ({ gate }) => gate === "workshops",
    )!.have;
  expect(workshops()).toBe(1);
  db.prepare("DELETE FROM attendance WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ?)").run(
    held.courseId,
  );
  db.prepare("UPDATE courses SET counted_by = 'numbers' WHERE id = ?").run(held.courseId);
  expect(workshops()).toBe(0);
});

it("a workshop that ended on the same day in the same place is said to be recorded twice, perhaps", async () => {
  const twice = () =>
    wayAt(cx, { personId: amal, programmeId: w.programmeId, toolId })!
      .evidence.filter(({ kind }) => kind === "workshop")
      .map((one) => one.twice);
  expect(twice()).toEqual([false]);
  const other = await workshopOf(amal);
  other.end();
  expect(twice()).toEqual([false, false]);
  db.prepare("UPDATE courses SET ends_on = ? WHERE id = ?").run(other.endsOn, held.courseId);
  expect(twice()).toEqual([true, true]);
});

it("a training of trainers is delivered in full by whoever taught every module of the tool in it", () => {
  trainedBy(tot.courseId, [amal, badr]);
  expect(piece(amal, "tot_taught")).toMatchObject({ partly: false });
  off(tot.courseId, badr, "M2");
  expect(piece(badr, "tot_taught")).toMatchObject({ modules: ["M1"], partly: true });
  expect(piece(amal, "tot_taught")).toMatchObject({ modules: ["M1", "M2"], partly: false });
});
