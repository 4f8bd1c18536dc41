import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmes } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { rollOf as rollQuery } from "../../lib/attendance/queries";
import { editCourse } from "../../lib/courses/commands";
import { courseTable, publicCourse } from "../../lib/courses/queries";
import { courseEditSchema } from "../../lib/courses/schema";
import { faultsOf } from "../../lib/faults";
import { tagsOfCourse } from "../../lib/pages/rules";
import { listedPeople } from "../../lib/participants/queries";
import { registeredByName } from "../../lib/registrations/queries";
import { ifGranted } from "../../lib/result";
import { endSharing, leaveSharing, setPercents, shareCourse } from "../../lib/sharing/commands";
import { payersOf, programmesToShareWith } from "../../lib/sharing/queries";
import { percentsSchema, shareSchema } from "../../lib/sharing/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { rollsIn } from "../support/rolls";
import { transact } from "../support/transact";
import { courseForm, fault, now, opened, planned, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { running } = rollsIn(w);
const lead = w.coordinator;
/** Coordinates the other programme. */
const other = w.stranger;
sqlite()
  .prepare(
    "INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, 'coordinator', ?)",
  )
  .run(w.otherId, other.personId, now);

let many = 0;
const programme = (endsOn: string | null = null) =>
  transact((db) => {
    many += 1;
    const text = { own: "en" as const, en: `Programme ${many}` };
    return db
      .insert(programmes)
      .values({ code: `P${many}`, title: text, issuer: text, endsOn, createdAt: now })
      .returning({ id: programmes.id })
      .get();
  }).id;

const share = (courseId: number, programmeId = w.otherId, percent: number | null = null, by = lead) =>
  shareCourse(as(by, now), { courseId, programmeId, percent });
const payers = (courseId: number, by: Viewer = lead) =>
  payersOf(as(by), gate.course(as(by), "sharing.read", courseId));
const percents = (
  courseId: number,
  leadPercent: number | null,
  shares: [number, number | null][],
  seen?: string,
) =>
  setPercents(as(lead, now), {
    courseId,
    seen: seen ?? payers(courseId).seen,
    leadPercent,
    shares: shares.map(([id, percent], index) => ({ id, percent, index })),
  });
const table = (by: Viewer, more: object = {}) => {
  const cx = as(by);
  const all = { state: null, q: null, before: null, kind: null, programme: null, country: null, tool: null };
  return courseTable(cx, gate.reach(cx, "course.read"), { ...all, due: false, ...more });
};
const reads = (
  by: Viewer,
  permission: "course.read" | "roll.read" | "registrations.read",
  courseId: number,
) => ifGranted(() => gate.course(as(by), permission, courseId)) !== null;

describe("a course that another programme pays for too", () => {
  it("is read by that programme's coordinators, who are told, with names and without contacts and needs", async () => {
    const { courseId, people, blocks } = await running(2);
    sqlite().prepare("UPDATE registrations SET needs = 'Step-free room' WHERE id = ?").run(people[0]!.id);
    expect(reads(other, "course.read", courseId)).toBe(false);
    value(share(courseId));
    expect(reads(other, "course.read", courseId)).toBe(true);
    expect(reads(other, "registrations.read", courseId)).toBe(false);
    const told = sqlite()
      .prepare("SELECT message, params FROM notices WHERE person_id = ? AND course_id = ?")
      .all(other.personId, courseId) as { message: string; params: string }[];
    expect(told.map(({ message }) => message)).toEqual(["courseShared"]);

    const cx = as(other);
    const { rows, counts } = registeredByName(cx, gate.course(cx, "registered.read", courseId), null);
    expect(rows).toHaveLength(2);
    expect(counts.accepted).toBe(2);
    expect(JSON.stringify(rows)).not.toMatch(/\+962|079|@|Step-free/);
    const listed = listedPeople(cx, gate.course(cx, "roll.read", courseId));
    expect(listed.contacts).toBe("none");
    expect(listed.people.every(({ phone, email }) => phone === null && email === null)).toBe(true);
    const roll = rollQuery(cx, gate.session(cx, "roll.read", blocks[0]!.id));
    expect(roll.open).toBe(false);
    expect(roll.people.map(({ needs }) => needs)).toEqual([null, null]);
    expect(ifGranted(() => gate.registration(cx, "registrations.read", people[0]!.id))).toBeNull();
    expect(ifGranted(() => gate.person(cx, "people.read", people[0]!.personId))).toBeNull();
  });

  it("stands in the lists of both, marked, and what is due in it is the lead's alone", () => {
    const { courseId } = opened(w, { placeEn: "Zarqa shared" });
    value(share(courseId));
    for (const by of [lead, other]) {
      const row = table(by).courses.find(({ id }) => id === courseId)!;
      expect(row.sharedWith.map(({ code }) => code)).toEqual(["Other"]);
      expect(row.programmeTitle.en).toContain("PROSPECTS");
      expect(table(by, { q: "Zarqa" }).courses.map(({ id }) => id)).toContain(courseId);
    }
    expect(table(other, { programme: w.otherId }).courses.map(({ id }) => id)).toContain(courseId);
    expect(table(other, { due: true }).courses.map(({ id }) => id)).not.toContain(courseId);
    expect(table(other).waiting).toBe(0);
    const course = publicCourse(as(lead), table(lead).courses.find(({ id }) => id === courseId)!.slug)!;
    expect(course.sharedWith.map(({ title }) => title.en)).toEqual(["Other"]);
    expect(tagsOfCourse(course)).toContain(`programme:${w.otherId}`);
  });

  it("widens nobody's own reach who shares it: not into the other's courses, not into its people", async () => {
    const own = planned(w);
    const theirs = planned(
      { ...w, coordinator: other, programmeId: w.otherId, trainerIds: [] },
      { trainerIds: [] },
    );
    value(share(own.courseId));
    expect(reads(lead, "course.read", theirs.courseId)).toBe(false);
    expect(table(lead).courses.map(({ id }) => id)).not.toContain(theirs.courseId);
    expect(fault(share(theirs.courseId, w.programmeId)).code).toBe("notFound");
    // A trainer of the programme that shares it has no part in it.
    const trainer = viewer(w.participant.personId!, { trains: [w.otherId] });
    expect(reads(trainer, "course.read", own.courseId)).toBe(false);
  });

  it("is read no longer once it was taken away or left, and whoever is left is told", () => {
    const { courseId } = planned(w);
    value(share(courseId));
    value(endSharing(as(lead, now), { courseId, programmeId: w.otherId }));
    expect(reads(other, "course.read", courseId)).toBe(false);
    // In a second tab.
    expect(fault(endSharing(as(lead, now), { courseId, programmeId: w.otherId })).code).toBe(
      "sharesNoLonger",
    );
    for (const of of [courseId, 999_999])
      expect(fault(leaveSharing(as(other, now), { courseId: of, programmeId: w.otherId })).code).toBe(
        "sharesNoLonger",
      );
    value(share(courseId));
    expect(fault(leaveSharing(as(lead, now), { courseId, programmeId: w.otherId })).code).toBe("notFound");
    value(leaveSharing(as(other, now), { courseId, programmeId: w.otherId }));
    expect(reads(other, "course.read", courseId)).toBe(false);
    expect(
      sqlite()
        .prepare(
          "SELECT action FROM audit_log WHERE subject = 'course' AND subject_id = ? AND action LIKE 'sharing.%' ORDER BY id",
        )
        .pluck()
        .all(courseId),
    ).toEqual(["sharing.begun", "sharing.ended", "sharing.begun", "sharing.ended"]);
  });

  it("is read and left, but not changed, where the other programme has ended a while ago", () => {
    const { courseId } = planned(w);
    value(share(courseId));
    const readsOnly = viewer(other.personId!, { coordinates: [w.otherId], readsOnly: [w.otherId] });
    expect(reads(readsOnly, "course.read", courseId)).toBe(true);
    expect(fault(leaveSharing(as(readsOnly, now), { courseId, programmeId: w.otherId })).code).toBe(
      "notFound",
    );
  });
});

describe("who pays how much", () => {
  it("is said or left out, never more than the whole, and changed upon what the page showed", () => {
    const { courseId } = planned(w);
    const third = programme();
    value(share(courseId, w.otherId, 30));
    value(share(courseId, third));
    const seen = payers(courseId).seen;
    expect(
      fault(
        percents(courseId, 80, [
          [w.otherId, 30],
          [third, null],
        ]),
      ),
    ).toMatchObject({
      code: "paidMoreThanWhole",
      params: { sum: 110 },
    });
    value(
      percents(courseId, 20, [
        [w.otherId, 50],
        [third, 30],
      ]),
    );
    expect(payers(courseId)).toMatchObject({ left: 0, lead: { percent: 20 } });
    expect(
      fault(
        percents(
          courseId,
          10,
          [
            [w.otherId, 10],
            [third, 10],
          ],
          seen,
        ),
      ).code,
    ).toBe("stale");
    const fourth = programme();
    expect(fault(share(courseId, fourth, 1)).fields?.percent).toMatchObject({ code: "paidMoreThanWhole" });
    value(share(courseId, fourth));
    // From one whole to another one, and where one was taken away in another tab.
    value(
      percents(courseId, 100, [
        [w.otherId, null],
        [third, null],
        [fourth, null],
      ]),
    );
    value(endSharing(as(lead, now), { courseId, programmeId: fourth }));
    expect(
      fault(
        percents(courseId, 10, [
          [w.otherId, 10],
          [third, 10],
          [fourth, 10],
        ]),
      ).code,
    ).toBe("stale");
  });

  it("is read in whatever digits, and refused where it is no share", () => {
    const read = (percent: string) => shareSchema.safeParse({ courseId: "1", programmeId: "2", percent });
    expect(read("٣٠").data?.percent).toBe(30);
    expect(read("").data?.percent).toBeNull();
    for (const wrong of ["-5", "0", "101", "12.5", "a third"]) {
      const parsed = read(wrong);
      expect(parsed.success ? null : faultsOf(parsed.error.issues).percent, wrong).toMatchObject({
        code: "numberRange",
      });
    }
    expect(
      percentsSchema.safeParse({ courseId: "1", seen: "-", shares: [{ id: "2", percent: "٪" }] }).success,
    ).toBe(false);
  });

  it("is refused for the lead, whoever pays already, and who has ended", () => {
    const { courseId } = planned(w);
    value(share(courseId));
    const at = (programmeId: number) => fault(share(courseId, programmeId)).fields?.programmeId?.code;
    expect(at(w.otherId)).toBe("sharesAlready");
    expect(at(w.programmeId)).toBe("sharesWithLead");
    const over = programme("2027-01-09");
    expect(at(over)).toBe("sharerEnded");
    expect(at(999_999)).toBe("choose");
    const offered = programmesToShareWith(as(lead, now), gate.course(as(lead), "course.edit", courseId));
    expect(offered.map(({ id }) => id)).not.toEqual(expect.arrayContaining([over]));
    const version = sqlite().prepare("SELECT version FROM courses WHERE id = ?").pluck().get(courseId);
    const both = viewer(lead.personId!, { coordinates: [w.programmeId, w.otherId] });
    const form = { ...courseForm(w), programmeId: String(w.otherId), trainerIds: [], courseId, version };
    const moved = fault(editCourse(as(both, now), courseEditSchema.parse(form)));
    expect(moved.fields?.programmeId).toMatchObject({
      ...{ code: "leadSharesAlready", params: { programme: { text: { en: "Other" } } } },
    });
    sqlite().prepare("UPDATE courses SET state = 'cancelled', state_reason = 'x' WHERE id = ?").run(courseId);
    expect(fault(share(courseId, programme())).code).toBe("courseStateForbids");
  });

  it("is said at once where a course is planned, as a whole or not at all", () => {
    const third = programme();
    const { courseId } = planned(w, { sharerIds: [String(w.otherId), String(third), String(third)] });
    expect(payers(courseId).shares.map(({ id }) => id)).toEqual([w.otherId, third]);
    expect(reads(other, "course.read", courseId)).toBe(true);
    const over = programme("2027-01-09");
    const before = sqlite().prepare("SELECT count(*) FROM courses").pluck().get();
    expect(() => planned(w, { sharerIds: [String(w.otherId), String(over)] })).toThrow("sharerEnded");
    expect(() => planned(w, { sharerIds: [String(w.programmeId)] })).toThrow("sharesWithLead");
    expect(sqlite().prepare("SELECT count(*) FROM courses").pluck().get()).toBe(before);
  });

  it("is held by the file itself", () => {
    const { courseId } = planned(w);
    const add = (programmeId: number, percent: number | null) =>
      sqlite()
        .prepare("INSERT INTO course_shares (course_id, programme_id, percent, since) VALUES (?, ?, ?, 0)")
        .run(courseId, programmeId, percent);
    expect(() => add(w.programmeId, null)).toThrow("the lead shares with itself");
    add(w.otherId, 60);
    expect(() => add(programme(), 50)).toThrow("more than the whole");
    expect(() => sqlite().prepare("UPDATE courses SET lead_percent = 41 WHERE id = ?").run(courseId)).toThrow(
      "more than the whole",
    );
    expect(() =>
      sqlite().prepare("UPDATE courses SET programme_id = ? WHERE id = ?").run(w.otherId, courseId),
    ).toThrow("the lead shares with itself");
  });
});
