import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { holidays } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { createCourse } from "../../lib/courses/commands";
import { catalogue, courseTable } from "../../lib/courses/queries";
import { courseSchema } from "../../lib/courses/schema";
import { saveGroup } from "../../lib/groups/commands";
import { personNames } from "../../lib/people/store";
import { ifGranted } from "../../lib/result";
import { shareCourse } from "../../lib/sharing/commands";
import { keepTemplate, removeTemplate, renameTemplate, restoreTemplate } from "../../lib/templates/commands";
import { daysOfCopy, planFrom, teamOf, templateChoices, templateNamed } from "../../lib/templates/queries";
import { proposeSessions } from "../../lib/timetable/commands";
import { proposalToAsk } from "../../lib/timetable/queries/proposal";
import { proposalSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { timetables } from "../support/timetables";
import { transact } from "../support/transact";
import { courseForm, fault, now, opened, registered, value, viewer, world } from "../support/world";

const unnarrowed = {
  ...{ state: null, due: false, programme: null, kind: null, country: null, tool: null, before: null },
  oldest: false,
};

freshDatabase();
const w = world();
const { sessionsOf } = timetables(w);
const all = (statement: string, ...values: unknown[]) =>
  sqlite()
    .prepare(statement)
    .all(...values);
const made = (more: Record<string, unknown>, by = w.coordinator) =>
  createCourse(as(by, now), courseSchema.parse(posted(courseForm(w, more))));

// Sunday 7 to Thursday 11 February 2027; in Jordan Friday and Saturday are not worked.
const { courseId, slug } = opened(w, { startsOn: "2027-02-07", endsOn: "2027-02-11" });
await registered(slug);
const { groupId } = value(
  saveGroup(as(w.coordinator, now), {
    courseId,
    groupId: null,
    version: null,
    name: "Morning",
    language: "ar",
  }),
);
sqlite().prepare("UPDATE sessions SET room_id = ? WHERE course_id = ?").run(w.roomId, courseId);
const [first] = sessionsOf(courseId);
sqlite().prepare("UPDATE sessions SET group_id = ? WHERE id = ?").run(groupId, first!.id);
sqlite()
  .prepare("UPDATE courses SET description = ? WHERE id = ?")
  .run(JSON.stringify({ own: "en", en: "To teach", fr: "Enseigner" }), courseId);
transact((db) =>
  db
    .insert(holidays)
    .values({ country: "JO", day: "2027-07-05", name: { own: "en", en: "A holiday" } })
    .run(),
);

describe("a course is copied", () => {
  const days = daysOfCopy(
    as(w.coordinator),
    planFrom(as(w.coordinator), { copyOf: courseId })!,
    "2027-07-02",
    "JO",
  );
  const copy = value(
    made({
      ...days,
      copyOf: String(courseId),
      withSessions: "on",
      withGroups: "on",
      description: "To teach",
    }),
  );
  it("onto working days: a Friday begins on Sunday, and a holiday is left out", () => {
    const goesTo: Record<string, string> = {
      "2027-02-07": "2027-07-04",
      "2027-02-08": "2027-07-06",
      "2027-02-09": "2027-07-07",
      "2027-02-10": "2027-07-08",
      "2027-02-11": "2027-07-11",
    };
    expect(days).toEqual({ startsOn: "2027-07-04", endsOn: "2027-07-11", applyBy: null });
    expect(sessionsOf(copy.courseId).map((s) => s.day)).toEqual(
      sessionsOf(courseId).map((s) => goesTo[s.day]),
    );
    const shape = (id: number) =>
      sessionsOf(id).map((s) => [s.kind, s.startsAt, s.endsAt, s.trainers.length, s.roomId]);
    expect(shape(copy.courseId)).toEqual(shape(courseId));
  });
  it("with its minimum, and the day on which that is decided as long before it begins", () => {
    const uncertain = opened(w, { minimumPeople: "8", decideBy: "2027-01-31" });
    const plan = planFrom(as(w.coordinator), { copyOf: uncertain.courseId })!;
    expect(plan.minimumPeople).toBe(8);
    expect(daysOfCopy(as(w.coordinator), plan, "2027-07-04", "JO")).toMatchObject({ decideBy: "2027-06-27" });
  });
  it("with its groups and texts in all languages, and nobody of its people", () => {
    expect(all("SELECT name, language FROM course_groups WHERE course_id = ?", copy.courseId)).toEqual([
      { name: "Morning", language: "ar" },
    ]);
    expect(sessionsOf(copy.courseId)[0]!.groupId).not.toBeNull();
    expect(sessionsOf(copy.courseId)[0]!.groupId).not.toBe(groupId);
    expect(all("SELECT description FROM courses WHERE id = ?", copy.courseId)).toEqual([
      { description: JSON.stringify({ own: "en", en: "To teach", fr: "Enseigner" }) },
    ]);
    expect(all("SELECT id FROM registrations WHERE course_id = ?", copy.courseId)).toEqual([]);
  });
  it("with what its timetable was asked for, so that the next proposal begins with it", () => {
    const cx = as(w.coordinator, now);
    const form = {
      ...{ startsAt: "08:30", endsAt: "16:30", breakFrom: "12:30", breakMinutes: 45, restMinutes: 15 },
      ...{ prayerFrom: "15:00", prayerMinutes: 20, opening: 30, closing: 45, microTeaching: 20, people: 7 },
    };
    const made1 = value(made({ startsOn: "2029-02-04", endsOn: "2029-02-15", capacity: "24" }));
    value(
      proposeSessions(
        cx,
        proposalSchema.parse({
          courseId: String(made1.courseId),
          ...Object.fromEntries(Object.entries(form).map(([name, said]) => [name, String(said)])),
        }),
      ),
    );
    const begins = (id: number) => proposalToAsk(cx, gate.course(cx, "timetable.edit", id), sessionsOf(id));
    const copied = { withSessions: "on", startsOn: "2029-03-04", endsOn: "2029-03-15", capacity: "24" };
    const again = value(made({ ...copied, copyOf: String(made1.courseId) }));
    // People are as many as the new course has places for.
    expect(begins(again.courseId)).toEqual({ ...begins(made1.courseId), people: 24 });
    expect(begins(again.courseId)).toMatchObject({ breakFrom: "12:30", breakMinutes: 45, prayerMinutes: 20 });
    const { templateId } = value(
      keepTemplate(cx, { courseId: made1.courseId, name: "Asked", templateId: null }),
    );
    const third = value(
      made({ ...copied, startsOn: "2029-04-01", endsOn: "2029-04-12", templateId: String(templateId) }),
    );
    expect(begins(third.courseId)).toMatchObject({ breakFrom: "12:30", restMinutes: 15 });
    value(removeTemplate(cx, { templateId }));
  });
  it("says what did not fit: days that are too few, a room and trainers that are taken, a module not taught", () => {
    const sessions = sessionsOf(courseId);
    const short = value(
      made({
        copyOf: String(courseId),
        withSessions: "on",
        startsOn: "2027-07-04",
        endsOn: "2027-07-04",
        moduleIds: [String(w.moduleIds[0])],
      }),
    );
    const { taken } = short;
    expect(taken!.sessions + taken!.late + taken!.otherModules).toBe(sessions.length);
    expect(taken).toMatchObject({
      sessions: sessionsOf(short.courseId).length,
      noRoom: taken!.sessions,
      noTrainer: taken!.sessions,
      otherModules: sessions.filter((s) => s.moduleId === w.moduleIds[1]).length,
    });
    expect(taken!.late).toBeGreaterThan(0);
    expect(taken!.otherModules).toBeGreaterThan(0);
    expect(
      value(made({ copyOf: String(courseId), withSessions: "on", startsOn: "", endsOn: "" })).taken,
    ).toMatchObject({
      sessions: 0,
      late: sessions.length,
    });
  });
  it("into another programme without whoever is no trainer there, and names them", () => {
    const both = viewer(w.coordinator.personId!, { coordinates: [w.programmeId, w.otherId] });
    const cx = as(both, now);
    const plan = planFrom(cx, { copyOf: courseId })!;
    expect(teamOf(cx, plan, w.programmeId)).toEqual({ trainerIds: plan.trainerIds, leftOut: [] });
    const names = plan.trainerIds.map((id) => personNames(cx, id));
    expect(teamOf(cx, plan, w.otherId)).toEqual({ trainerIds: [], leftOut: names });
    const there = (by: typeof both, personId: number) =>
      fault(made({ programmeId: String(w.otherId), venueId: "", trainerIds: [String(personId)] }, by)).fields;
    expect(there(both, plan.trainerIds[0]!)?.trainerIds).toEqual({
      code: "trainerOfOtherProgramme",
      params: { trainer: { person: names[0] }, others: 0 },
    });
    // Whom the viewer cannot see is not named.
    const other = viewer(w.coordinator.personId!, { coordinates: [w.otherId] });
    expect(there(other, plan.trainerIds[0]!)?.trainerIds).toEqual({ code: "trainerNotInProgramme" });
  });
  it("into the programme of whoever may see it, and by nobody else", () => {
    const elsewhere = { programmeId: String(w.otherId), trainerIds: [] };
    expect(fault(made({ ...elsewhere, copyOf: String(courseId) }, w.stranger)).code).toBe("notFound");
    const both = viewer(w.coordinator.personId!, { coordinates: [w.programmeId, w.otherId] });
    const there = value(
      made(
        {
          ...elsewhere,
          copyOf: String(courseId),
          withSessions: "on",
          venueId: "",
          startsOn: "2027-05-02",
          endsOn: "2027-05-09",
        },
        both,
      ),
    );
    expect(there.taken).toMatchObject({
      sessions: sessionsOf(courseId).length,
      noRoom: sessionsOf(courseId).length,
    });
  });
});

describe("a template", () => {
  const count = () => (all("SELECT count(*) AS n FROM courses") as { n: number }[])[0]!.n;
  const keep = (name: string, templateId: number | null = null) =>
    keepTemplate(as(w.coordinator, now), { courseId, name, templateId });
  const names = (by = w.coordinator) =>
    templateChoices(as(by), gate.reach(as(by), "course.create")).map(({ name }) => name);
  it("is kept without being a course, and courses are planned from it", () => {
    const before = count();
    const { templateId } = value(keep("Five days"));
    expect(count()).toBe(before);
    const reach = gate.reach(as(w.coordinator), "course.read");
    expect(courseTable(as(w.coordinator), reach, { ...unnarrowed, q: "Five days" }).courses).toEqual([]);
    expect(JSON.stringify(catalogue(as(w.coordinator), {} as never))).not.toContain("Five days");
    const from = {
      templateId: String(templateId),
      withSessions: "on",
      startsOn: "2027-09-05",
      endsOn: "2027-09-12",
    };
    expect(value(made(from)).taken!.sessions).toBe(sessionsOf(courseId).length);
  });
  it("is the programme's: others neither see nor use it", () => {
    const { id } = all("SELECT id FROM course_templates")[0] as { id: number };
    expect(names(w.stranger)).toEqual([]);
    const form = { programmeId: String(w.otherId), trainerIds: [], templateId: String(id) };
    expect(fault(made(form, w.stranger)).code).toBe("notFound");
    expect(fault(removeTemplate(as(w.stranger, now), { templateId: id })).code).toBe("notFound");
  });
  it("is renewed, renamed, removed and put back; two have not one name", () => {
    const { templateId } = value(keep("Ten days"));
    expect(fault(keep("Ten days"))).toMatchObject({ fields: { name: { code: "templateNameTaken" } } });
    sqlite().prepare("UPDATE courses SET capacity = 31 WHERE id = ?").run(courseId);
    value(keep("Ten days", templateId));
    expect(planFrom(as(w.coordinator), { templateId })!.capacity).toBe(31);
    expect(templateNamed(as(w.coordinator), templateId)).toEqual({
      name: "Ten days",
      programmeId: w.programmeId,
    });
    expect(fault(renameTemplate(as(w.coordinator, now), { templateId, version: 1, name: "X" })).code).toBe(
      "stale",
    );
    value(renameTemplate(as(w.coordinator, now), { templateId, version: 2, name: "Twelve days" }));
    value(removeTemplate(as(w.coordinator, now), { templateId }));
    expect(names()).toEqual(["Five days"]);
    expect(fault(made({ templateId: String(templateId) })).code).toBe("notFound");
    value(restoreTemplate(as(w.coordinator, now), { templateId }));
    expect(names()).toEqual(["Five days", "Twelve days"]);
  });
});

describe("a course of another programme that is only read, being shared", () => {
  it("is no plan to copy or to keep: what it costs and who signs stay the lead's", () => {
    const shared = opened(w).courseId;
    value(shareCourse(as(w.coordinator, now), { courseId: shared, programmeId: w.otherId, percent: null }));
    const reads = ifGranted(() => gate.course(as(w.stranger), "course.read", shared));
    expect(reads).not.toBeNull();
    const [before] = all("SELECT count(*) FROM courses");
    const theirs = { copyOf: String(shared), programmeId: String(w.otherId), trainerIds: [] };
    expect(fault(made(theirs, w.stranger)).code).toBe("notFound");
    expect(all("SELECT count(*) FROM courses")).toEqual([before]);
    expect(ifGranted(() => planFrom(as(w.stranger), { copyOf: shared }))).toBeNull();
    expect(
      fault(keepTemplate(as(w.stranger, now), { courseId: shared, templateId: null, name: "Theirs" })).code,
    ).toBe("notFound");
    expect(planFrom(as(w.coordinator), { copyOf: shared })).not.toBeNull();
  });
});
