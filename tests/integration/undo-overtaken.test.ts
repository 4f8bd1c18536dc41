import { expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { deleteSession, undoTimetableChange } from "../../lib/timetable/commands";
import { whyNotUndone } from "../../lib/timetable/queries";
import { everyAction } from "../support/actions";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { timetables } from "../support/timetables";
import { fault, now, value, world } from "../support/world";

vi.mock("@/app/_actions/action", async () => ({
  action: (await import("../support/takenApart")).takenApart,
}));
vi.mock("@/app/_server/auth", () => ({
  startSession: vi.fn(),
  endSession: vi.fn(),
  chooseLanguage: vi.fn(),
}));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn(), refresh: vi.fn() }));

const actions = await everyAction();
freshDatabase();
const w = world();
const { sessionsOf, timetable, save } = timetables(w);
const desk = as(w.coordinator, now);
const own = as(w.trainer, now);
const undo = (changeId: number) => undoTimetableChange(desk, { changeId });
/** Where the page goes that is refused, and what it says there. */
function refused(courseId: number, changeId: number) {
  const found = fault(undo(changeId));
  const to = actions.get("undoTimetableChange")!.options?.toAfterFault?.(found, {
    courseId: String(courseId),
    changeId: String(changeId),
  });
  const why = whyNotUndone(desk, gate.course(desk, "timetable.edit", courseId), changeId);
  return { found, to, why };
}
const workshop = () => {
  const courseId = timetable();
  sqlite().prepare("UPDATE courses SET scheduled_by = ? WHERE id = ?").run(w.trainer.personId, courseId);
  return courseId;
};
/** Somebody puts a session at another hour of its day. */
const put = (cx: typeof desk, courseId: number, nth: number, startsAt: string, endsAt: string) => {
  const { id, day, version } = sessionsOf(courseId)[nth]!;
  const form = { sessionId: String(id), version: String(version), day, startsAt, endsAt };
  return value(save(courseId, { ...form, kind: "other", title: "Put elsewhere" }, cx.viewer)).changeId!;
};

it("an undo that somebody was before leads to the sheet as it is now, which says why in place of what had been done", () => {
  const courseId = workshop();
  const changeId = put(desk, courseId, 0, "20:00", "21:00");
  expect(whyNotUndone(desk, gate.course(desk, "timetable.edit", courseId), changeId)).toBeNull();
  const { id } = sessionsOf(courseId).find(({ title }) => title !== null)!;
  value(deleteSession(own, { courseId, sessionId: id }));
  const { found, to, why } = refused(courseId, changeId);
  expect(found.code).toBe("undoGone");
  expect(to).toBe(`/desk/courses/${courseId}/timetable?change=${changeId}&refused=yes#change`);
  // The same words, from what is true now: also once the page is loaded again.
  expect(why).toEqual(found);
});
it("says nothing of a change that is undone, or another one's", () => {
  const courseId = workshop();
  const changeId = put(desk, courseId, 0, "20:00", "21:00");
  const theirs = whyNotUndone(own, gate.course(own, "timetable.edit", courseId), changeId);
  expect(theirs).toBeNull();
  value(undo(changeId));
  const { found, to, why } = refused(courseId, changeId);
  expect([found.code, why]).toEqual(["undoneAlready", null]);
  expect(to).toContain(`change=${changeId}`);
});
it("stays where it is for what the form itself can still say", () => {
  const led = actions.get("undoTimetableChange")!.options?.toAfterFault;
  expect(led?.({ code: "busy" }, { courseId: "1", changeId: "1" })).toBeNull();
  // A page from before said no course: there is nowhere to lead it.
  expect(led?.({ code: "undoGone" }, { changeId: "1" })).toBeNull();
});
