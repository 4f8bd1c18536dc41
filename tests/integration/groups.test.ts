import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { visitor } from "../../lib/access/table";
import { publicCourse } from "../../lib/courses/queries";
import { publicEvents } from "../../lib/feeds/queries";
import { deleteGroup, groupPeople, saveGroup } from "../../lib/groups/commands";
import { deleteSession, undoTimetableChange } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { courseRecords, followRegistration, rollOf } from "../support/asked";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { rollsIn } from "../support/rolls";
import { fault, now, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const { running, mark, groupNamed, ofGroup, leave } = rollsIn(w);
const put = (courseId: number, groupId: number | null, ...registrationIds: number[]) =>
  groupPeople(as(w.coordinator, now), { courseId, groupId, registrationIds });
const remove = (courseId: number, groupId: number, people = 0) =>
  deleteGroup(as(w.coordinator, now), { courseId, groupId, people });

/** A running course of three people, two of them in groups of their own, whose first two sessions are at one time. */
async function twoGroups() {
  const made = await running(3);
  const { courseId, blocks, people } = made;
  const [a, b] = [groupNamed(courseId, "Group A"), groupNamed(courseId, "Group B")];
  value(put(courseId, a, people[0]!.id));
  value(put(courseId, b, people[1]!.id));
  const [first, second] = [blocks[0]!, blocks[1]!];
  value(ofGroup(first, a));
  value(ofGroup(second, b, first));
  return { ...made, a, b, first, second };
}

describe("groups of a course", () => {
  it("have sessions side by side, and rolls of their own people", async () => {
    const { courseId, blocks, people, first, second } = await twoGroups();
    const sessions = courseSessions(as(w.coordinator), courseId);
    expect(sessions.slice(0, 2).map((s) => [s.startsAt, s.group])).toEqual([
      [first.startsAt, "Group A"],
      [first.startsAt, "Group B"],
    ]);
    // By number: which of two names comes first differs with the files that ran before.
    const onRoll = (id: number) =>
      rollOf(as(w.trainer), id)!
        .people.map((p) => p.registrationId)
        .sort((a, b) => a - b);
    const [one, two, none] = people.map(({ id }) => id) as [number, number, number];
    expect(onRoll(first.id)).toEqual([one]);
    expect(onRoll(second.id)).toEqual([two]);
    expect(onRoll(blocks[2]!.id)).toEqual([one, two, none]);
    // Whoever sat with the others stands on their roll once somebody has marked them.
    value(mark(second, { [one]: "present" }));
    expect(onRoll(second.id)).toEqual([one, two]);
  });
  it("divide by the minutes that are planned for each, on every page", async () => {
    const { courseId, blocks, people, first, second } = await twoGroups();
    const everybody = blocks.slice(2).reduce((sum, { minutes }) => sum + minutes, 0);
    const records = courseRecords(as(w.coordinator), courseId)!;
    expect(records.people.map((p) => p.plannedMinutes)).toEqual([
      everybody + first.minutes,
      everybody + second.minutes,
      everybody,
    ]);
    for (const [nth, { token }] of people.entries())
      expect(followRegistration(as(visitor), token)!.plannedMinutes).toBe(
        records.people[nth]!.plannedMinutes,
      );
    expect(records.plannedMinutes).toBe(everybody + Math.max(first.minutes, second.minutes));
    // The next session of each is their own.
    const next = people.map(({ token }) => followRegistration(as(visitor, now), token)!.nextSession!);
    expect(next.map(({ startInstant }) => startInstant)).toEqual([
      first.startInstant,
      first.startInstant,
      blocks[2]!.startInstant,
    ]);
    // With when their day ends: as long as there are sessions of theirs.
    const ends = courseSessions(as(w.coordinator), courseId)
      .filter((s) => s.day === next[0]!.day && s.group !== "Group B")
      .map(({ endsAt }) => endsAt)
      .sort();
    expect(next[0]!.dayEndsAt).toBe(ends.at(-1));
  });
  it("fill the calendar of each with what is theirs", async () => {
    const { courseId, slug, first, second, a } = await twoGroups();
    const cx = as(visitor, now);
    const ids = (groupId?: number | null) =>
      publicEvents(cx, publicCourse(cx, slug)!, { groupId }).map(({ id }) => id);
    const all = courseSessions(as(w.coordinator), courseId).map(({ id }) => id);
    expect(ids()).toEqual(all);
    expect(ids(a)).toEqual(all.filter((id) => id !== second.id));
    expect(ids(null)).toEqual(all.filter((id) => id !== first.id && id !== second.id));
  });
  it("keep what somebody attended in the group that they left", async () => {
    const { courseId, people, first, b } = await twoGroups();
    const [one] = people;
    value(mark(first, { [one!.id]: "present" }));
    const before = courseRecords(as(w.coordinator), courseId)!.people[0]!;
    value(put(courseId, b, one!.id));
    const after = courseRecords(as(w.coordinator), courseId)!.people[0]!;
    expect(after).toMatchObject({ minutes: first.minutes, plannedMinutes: before.plannedMinutes });
  });

  it("take people of the course alone, who have a place", async () => {
    const { courseId, people, a } = await twoGroups();
    const other = await running(1);
    const foreign = groupNamed(other.courseId, "Group A");
    expect(fault(put(courseId, foreign, people[2]!.id)).fields).toEqual({ groupId: { code: "groupGone" } });
    expect(fault(put(courseId, a, people[2]!.id, other.people[0]!.id)).code).toBe("notFound");
    value(leave(people[1]!, now));
    expect(fault(put(courseId, a, people[2]!.id, people[1]!.id)).code).toBe("noPlace");
    // Nobody was put anywhere by what was refused.
    const groupOf = (id: number) =>
      (sqlite().prepare("SELECT group_id AS g FROM registrations WHERE id = ?").get(id) as { g: unknown }).g;
    expect(groupOf(people[2]!.id)).toBeNull();
    // The file itself refuses what no command would write.
    for (const table of ["registrations", "sessions"])
      expect(() =>
        sqlite().prepare(`UPDATE ${table} SET group_id = ? WHERE course_id = ?`).run(foreign, courseId),
      ).toThrow("group of another course");
  });
  it("have names that differ to whoever reads them, also in two tabs", async () => {
    const { courseId } = await running(0);
    const save = (groupId: number | null, version: number | null, name: string) =>
      saveGroup(as(w.coordinator, now), { courseId, groupId, version, name, language: null });
    const { groupId } = value(save(null, null, "المجموعة الأولى"));
    expect(fault(save(null, null, "المجموعه الاولى")).fields).toEqual({ name: { code: "groupNameTaken" } });
    value(save(groupId, 1, "Group A"));
    expect(fault(save(groupId, 1, "Group B")).code).toBe("stale");
  });
  it("are deleted once they have no sessions, as the page said whom it would leave in none", async () => {
    const { courseId, people, a, b, first, second } = await twoGroups();
    expect(fault(remove(courseId, a, 1))).toMatchObject({ code: "groupHasSessions", params: { count: 1 } });
    value(ofGroup(first, null));
    value(put(courseId, a, people[2]!.id));
    expect(fault(remove(courseId, a, 1)).code).toBe("groupChanged");
    value(remove(courseId, a, 2));
    expect(fault(ofGroup(first, a)).fields).toEqual({ groupId: { code: "groupGone" } });
    // A session that was deleted does not come back to a group that is no more.
    const { changeId } = value(deleteSession(as(w.coordinator, now), { courseId, sessionId: second.id }));
    value(remove(courseId, b, 1));
    expect(fault(undoTimetableChange(as(w.coordinator, now), { changeId: changeId! })).code).toBe(
      "undoGroupGone",
    );
  });
  it("stay as they are in a course that is over", async () => {
    const { courseId } = opened(w);
    value(await registered(opened(w).slug));
    sqlite()
      .prepare("UPDATE courses SET state = 'cancelled', state_reason = 'Snow' WHERE id = ?")
      .run(courseId);
    const made = saveGroup(as(w.coordinator, now), {
      courseId,
      groupId: null,
      version: null,
      name: "A",
      language: null,
    });
    expect(fault(made).code).toBe("courseStateForbids");
  });
});
