import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { createCourse, editCourse } from "../../lib/courses/commands";
import { courseEditSchema, courseSchema } from "../../lib/courses/schema";
import { teamKnown, trainersToPlan, whoCanTeach } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseForm, fault, now, planned, value, world } from "../support/world";

freshDatabase();
const w = world();
const cx = as(w.coordinator, now);
const [first, second] = w.trainerIds as [number, number];
sqlite()
  .prepare("INSERT INTO accounts (person_id, email, created_at) VALUES (?, 'second@example.org', 1)")
  .run(second);
const disable = (at: number | null) =>
  sqlite().prepare("UPDATE accounts SET disabled_at = ? WHERE person_id = ?").run(at, second);
const create = (more: Record<string, unknown>) =>
  createCourse(cx, courseSchema.parse(courseForm(w, { trainerIds: [String(second)], ...more })));
const of = (courseId: number) => gate.course(cx, "timetable.edit", courseId);

it("a trainer who can no longer sign in is put into no plan of a course to come, and named where they trained what is over", () => {
  disable(1);
  expect(fault(create({})).fields).toMatchObject({ trainerIds: { code: "trainerDisabled" } });
  // Without days it is to come.
  expect(fault(create({ startsOn: "", endsOn: "" })).fields).toHaveProperty("trainerIds");
  value(create({ startsOn: "2026-09-06", endsOn: "2026-09-10" }));
});

it("one who trains a course already stays in its plan, and is said to be gone wherever they are chosen", () => {
  disable(null);
  const { courseId } = planned(w, { trainerIds: [String(second)] });
  disable(1);
  const { version } = sqlite().prepare("SELECT version FROM courses WHERE id = ?").get(courseId) as {
    version: number;
  };
  const edit = { ...courseForm(w), courseId: String(courseId), version: String(version) };
  value(editCourse(cx, courseEditSchema.parse({ ...edit, trainerIds: [String(second), String(first)] })));
  const offered = trainersToPlan(cx, gate.planningIn(cx, [w.programmeId]), [], null);
  expect(offered.flatMap((one) => (one.disabled ? one.id : []))).toEqual([second]);
  const known = teamKnown(cx, of(courseId), [first, second]);
  expect([first, second].map((id) => known.get(id)!.disabled)).toEqual([false, true]);
});

it("nobody is offered them who asks trainers for a course, or looks for somebody in the place of another", () => {
  const { courseId } = planned(w, { trainerIds: [String(first)] });
  const course = gate.course(cx, "trainers.ask", courseId);
  for (const replaced of [undefined, first]) {
    const names = () => whoCanTeach(cx, course, { sessionId: null, replaced }).map(({ id }) => id);
    disable(null);
    expect(names()).toContain(second);
    disable(1);
    expect(names()).not.toContain(second);
  }
});
