import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { personLedger } from "../../lib/stages/queries";
import { moveCourse, swapSessions, undoTimetableChange } from "../../lib/timetable/commands";
import { planIssues } from "../../lib/timetable/queries";
import { onlyApprentices } from "../../lib/timetable/rules/roles";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { personSeen, trainersSeen } from "../support/seen";
import { timetables, year } from "../support/timetables";
import { fault, now, opened, value, world } from "../support/world";

freshDatabase();
const w = world();
const { sessionsOf, timetable, save } = timetables(w);
const [rami, nour] = w.trainerIds as [number, number];
const rolesAt = (courseId: number, sessionId: number) =>
  Object.fromEntries(
    sessionsOf(courseId)
      .find(({ id }) => id === sessionId)!
      .trainers.map(({ id, role }) => [id, role]),
  );

describe("the roles of trainers at a session", () => {
  it("are those that were chosen, and stay when it is swapped, moved and undone", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    // Nobody said who leads what was proposed: the course's first trainer does.
    expect(rolesAt(courseId, first!.id)).toEqual({ [rami]: "lead", [nour]: "co_trainer" });
    const at = { day: first!.day, startsAt: "17:00", endsAt: "17:30" };
    const chosen = { trainerIds: [String(nour)], apprenticeIds: [String(rami)] };
    const { sessionId } = value(save(courseId, { ...at, ...chosen }));
    const said = { [nour]: "lead", [rami]: "apprentice" };
    expect(rolesAt(courseId, sessionId)).toEqual(said);
    const cx = as(w.coordinator, now);
    const swapped = value(swapSessions(cx, { courseId, sessionId, otherId: first!.id }));
    expect(rolesAt(courseId, sessionId)).toEqual(said);
    value(undoTimetableChange(cx, { changeId: swapped.changeId! }));
    const moved = value(moveCourse(cx, { courseId, startsOn: `${year}-03-02` }));
    expect(rolesAt(courseId, sessionId)).toEqual(said);
    value(undoTimetableChange(cx, { changeId: moved.changeId! }));
    // Another role is another session to undo, though its people are the same.
    const again = value(
      save(courseId, {
        ...at,
        sessionId: String(sessionId),
        trainerIds: [String(rami)],
        coTrainerIds: [String(nour)],
      }),
    );
    expect(rolesAt(courseId, sessionId)).toEqual({ [rami]: "lead", [nour]: "co_trainer" });
    value(undoTimetableChange(cx, { changeId: again.changeId! }));
    expect(rolesAt(courseId, sessionId)).toEqual(said);
  });

  it("are one for each person, of the course's own trainers, and told where apprentices are alone", () => {
    const courseId = timetable();
    const at = { day: sessionsOf(courseId)[0]!.day, startsAt: "17:00", endsAt: "18:00" };
    const twice = { trainerIds: [String(rami)], coTrainerIds: [String(rami)] };
    const read = sessionSchema.safeParse({
      courseId: String(courseId),
      kind: "other",
      title: "x",
      ...at,
      ...twice,
    });
    expect(JSON.stringify(read.error?.issues)).toContain("trainerOnce");
    // Beside the role in which they stand the second time.
    expect(read.error?.issues.map(({ path }) => path.join())).toEqual(["coTrainerIds"]);
    value(save(courseId, { ...at, coTrainerIds: [String(nour)] }));
    const busy = fault(save(courseId, { ...at, apprenticeIds: [String(nour)] }));
    expect(Object.keys(busy.fields ?? {})).toEqual(["apprenticeIds"]);
    at.startsAt = "18:00";
    at.endsAt = "19:00";
    const foreign = fault(save(courseId, { ...at, apprenticeIds: [String(w.otherTrainer.personId)] }));
    expect(foreign.fields?.apprenticeIds?.code).toBe("trainerLeft");
    const { sessionId } = value(save(courseId, { ...at, apprenticeIds: [String(rami)] }));
    const alone = sessionsOf(courseId).find(({ id }) => id === sessionId)!;
    expect(onlyApprentices(alone.trainers)).toBe(true);
    expect(sessionsOf(courseId).filter((s) => onlyApprentices(s.trainers))).toHaveLength(1);
  });

  it("are counted apart in what was taught, on the person's page and in the register", () => {
    const { courseId } = opened(w, { startsOn: "2027-01-03", endsOn: "2027-01-05" });
    const all = sessionsOf(courseId);
    expect(personSeen(as(w.coordinator, now), nour)?.taughtAs).toBeNull();
    sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(courseId);
    sqlite()
      .prepare("UPDATE session_trainers SET role = 'apprentice' WHERE session_id = ? AND person_id = ?")
      .run(all[0]!.id, nour);
    const taught = { lead: 0, co_trainer: all.length - 1, apprentice: 1 };
    expect(personSeen(as(w.coordinator, now), nour)?.taughtAs).toEqual(taught);
    const register = trainersSeen(as(w.coordinator, now), { q: null }, "2027-01-10").trainers;
    expect(register.find(({ id }) => id === nour)?.taughtAs).toEqual(taught);
    expect(register.find(({ id }) => id === rami)?.taughtAs).toEqual({
      lead: all.length,
      co_trainer: 0,
      apprentice: 0,
    });
  });

  it("teach a module by sessions of it that were held, and register and person's page say the same; a plan asks for more than that", () => {
    sqlite().exec("UPDATE courses SET state = 'cancelled' WHERE state = 'running'");
    const { courseId } = opened(w, { startsOn: "2027-06-06", endsOn: "2027-06-10" });
    const other = opened(w, { startsOn: "2027-08-01", endsOn: "2027-08-05" }).courseId;
    sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(courseId);
    const modules = sessionsOf(courseId).filter(({ moduleId }) => moduleId !== null);
    const first = modules[0]!;
    const own = (moduleId: number) => modules.filter((s) => s.moduleId === moduleId);
    const last = own(first.moduleId!).at(-1)!;
    const said = (at: number) => {
      const cx = as(w.coordinator, at);
      const codes = (tools: readonly { modules: readonly { code: string; taught: boolean }[] }[]) =>
        tools.flatMap((tool) => tool.modules.filter(({ taught }) => taught).map(({ code }) => code));
      const page = personLedger(cx, gate.person(cx, "people.read", rami)).map((tool) => ({
        modules: tool.modules.map(({ code, taught }) => ({ code, taught: taught.length > 0 })),
      }));
      const row = trainersSeen(cx, { q: null }).trainers.find(({ id }) => id === rami)!;
      const register = row.tools.map((tool) => ({
        modules: tool.modules.map(({ code, stand }) => ({ code, taught: stand === "taught" })),
      }));
      const lacks = planIssues(cx, gate.course(cx, "timetable.edit", other)).open.flatMap((issue) =>
        issue.kind === "not_qualified" && issue.trainerId === rami ? [issue.sessionId] : [],
      );
      const unknown = sessionsOf(other).flatMap(({ id, moduleId, moduleCode }) =>
        moduleId !== null && lacks.includes(id) ? [moduleCode!] : [],
      );
      return { page: codes(page), register: codes(register), unknown: new Set(unknown) };
    };
    const all = [...new Set(modules.map((s) => s.moduleCode!))];
    expect(all.length).toBeGreaterThan(1);
    expect(said(first.startInstant - 1)).toEqual({ page: [], register: [], unknown: new Set(all) });
    const held = [
      ...new Set(modules.filter((s) => s.endInstant <= last.endInstant).map((s) => s.moduleCode!)),
    ];
    expect(held.length).toBeLessThan(all.length);
    const now = said(last.endInstant);
    expect([now.page.toSorted(), now.register.toSorted()]).toEqual([held.toSorted(), held.toSorted()]);
    // Whoever taught it once without being qualified is no more so by that.
    expect(now.unknown).toEqual(new Set(all));
    // Taken out of the session, it was somebody else's.
    for (const { id } of own(first.moduleId!))
      sqlite().prepare("DELETE FROM session_trainers WHERE session_id = ? AND person_id = ?").run(id, rami);
    expect(said(last.endInstant).page).not.toContain(first.moduleCode);
    // Closed without a timetable, a course says that its trainers taught all of it.
    sqlite().prepare("DELETE FROM sessions WHERE course_id = ?").run(courseId);
    expect(said(last.endInstant).page).toEqual([]);
    sqlite().prepare("UPDATE courses SET state = 'closed' WHERE id = ?").run(courseId);
    expect(said(last.endInstant).page.toSorted()).toEqual(all.toSorted());
  });
});
