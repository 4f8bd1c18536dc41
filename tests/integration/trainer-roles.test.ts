import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { moveCourse, swapSessions, undoTimetableChange } from "../../lib/timetable/commands";
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
    const foreign = fault(save(courseId, { ...at, apprenticeIds: [String(w.otherTrainer.personId)] }));
    expect(foreign.fields?.apprenticeIds?.code).toBe("choose");
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
});
