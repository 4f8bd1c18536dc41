import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { waysToJudge } from "../../lib/stages/judge";
import { wayAt } from "../../lib/stages/queries/deciding";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { toolOf } from "../support/ofProgramme";
import { onTheWay } from "../support/onTheWay";
import { world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, workshopOf } = await onTheWay(w);
const [amal, badr] = tot.people.map(({ personId }) => personId) as [number, number];
setFirstGates(w, { refresher: "yes" });
/** A course in which Amal has a place and Badr none; its first session is the refresher. */
const course = await workshopOf(badr);
const db = sqlite();
const registered = course.people[0]!;
db.prepare("UPDATE registrations SET person_id = ? WHERE id = ?").run(amal, registered.id);
const session = db
  .prepare("SELECT id, end_instant AS ended FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1")
  .get(course.courseId) as { id: number; ended: number };
db.prepare("UPDATE sessions SET kind = 'refresher', module_id = NULL WHERE id = ?").run(session.id);
const of = (personId: number, at: number) =>
  waysToJudge(as(w.coordinator, at), [personId]).find(
    (way) => way.toolId === toolId && way.programmeId === w.programmeId,
  )!;
const refreshers = (personId: number, at = session.ended + 60_000) =>
  of(personId, at).history.filter(({ kind }) => kind === "refresher");

it("counts for whoever was present once it is over, and says in which course that was", () => {
  expect(refreshers(amal, session.ended - 60_000)).toEqual([]);
  expect(refreshers(amal)).toHaveLength(1);
  expect(refreshers(badr)).toEqual([]);
  const page = wayAt(as(w.coordinator, course.evening + 86_400_000), {
    ...{ personId: amal, programmeId: w.programmeId, toolId },
  })!;
  const condition = page.conditions.find(({ gate }) => gate === "refresher")!;
  expect(condition).toMatchObject({ need: 1, have: 1, missing: 0 });
  const shown = page.evidence.filter(({ key }) => condition.by.has(key));
  expect(shown.map(({ kind, courseId }) => [kind, courseId])).toEqual([["refresher", course.courseId]]);
});

it("counts for nobody who was absent, of another tool for none of this, and once beside what was entered", () => {
  const at = course.evening + 86_400_000;
  const entered = db.prepare(
    "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, words, entered_at) VALUES (?, ?, ?, 'refresher', '2027-02-20', 'Seen there', 0)",
  );
  entered.run(amal, toolId, w.programmeId);
  const page = wayAt(as(w.coordinator, at), { personId: amal, programmeId: w.programmeId, toolId })!;
  expect(page.conditions.find(({ gate }) => gate === "refresher")).toMatchObject({ have: 1 });
  const other = toolOf(w.programmeId).moduleId;
  db.prepare("UPDATE sessions SET module_id = ? WHERE id = ?").run(other, session.id);
  expect(refreshers(amal, at)).toHaveLength(1);
  db.prepare("UPDATE sessions SET module_id = NULL WHERE id = ?").run(session.id);
  expect(refreshers(amal, at)).toHaveLength(2);
  db.prepare(
    "UPDATE attendance SET state = 'absent', minutes = 0 WHERE session_id = ? AND registration_id = ?",
  ).run(session.id, registered.id);
  expect(refreshers(amal, at)).toHaveLength(1);
});
