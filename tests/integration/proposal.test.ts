import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { activities } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { hoursAgainstTime } from "../../lib/courses/rules/soFar";
import { modulesIn } from "../../lib/courses/store";
import { modulesToPlan } from "../../lib/curriculum/store";
import { saveGroup } from "../../lib/groups/commands";
import type { Locale } from "../../lib/i18n/rules";
import { ownGates } from "../../lib/stages/rules/gates";
import { acceptIssue, proposeSessions, saveSession } from "../../lib/timetable/commands";
import { asksPracticum, planIssues, proposalToAsk, timetableKnown } from "../../lib/timetable/queries";
import { acceptIssueSchema, proposalSchema, sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { timetableFor } from "../support/lists";
import { posted } from "../support/posted";
import { transact } from "../support/transact";
import { fault, now, opened, planned, value, world } from "../support/world";

freshDatabase();
const w = world();
const cx = () => as(w.coordinator, now);
const editable = (courseId: number) => gate.course(cx(), "timetable.edit", courseId);
const sessionsOf = (courseId: number) => courseSessions(cx(), courseId);
const asked = (courseId: number) => proposalToAsk(cx(), editable(courseId), sessionsOf(courseId));

/** What the form of a proposal posts without JavaScript: each of its fields as a text. */
const form = (courseId: number, more: Record<string, string> = {}) =>
  proposalSchema.parse(
    posted({
      courseId: String(courseId),
      ...Object.fromEntries(Object.entries(asked(courseId)).map(([name, said]) => [name, String(said)])),
      ...more,
    }),
  );

/** The times off of a timetable on paper: what each is called and when it begins. */
const pausesOnPaper = (courseId: number, language: Locale) =>
  timetableFor(w.coordinator, courseId, language, true)
    .weeks.flatMap(({ halves }) => halves.flatMap(({ days }) => days.flat()))
    .flatMap((slot) => ("pause" in slot ? [[slot.pause, /\d\d:\d\d/.exec(slot.time)?.[0]] as const] : []));

const tot = { kind: "tot", minPostTest: "70", microTeaching: "on", capacity: "12" };

describe("the form of a proposal", () => {
  it("begins with what such a course usually has, and proposes the tests that the course asks for", () => {
    const { courseId } = planned(w, { ...tot, endsOn: "2027-02-18" });
    expect(asked(courseId)).toMatchObject({
      preTest: 45,
      postTest: 45,
      microTeaching: 20,
      people: 12,
      restMinutes: 15,
    });
    expect(value(proposeSessions(cx(), form(courseId))).leftOver).toEqual([]);
    const sessions = sessionsOf(courseId);
    // Named as the course's own language names them.
    expect(sessions.flatMap((s) => (s.kind === "test" ? s.title : []))).toEqual(["Pre-test", "Post-test"]);
    expect(sessions.at(-1)!.kind).toBe("closing");
    expect(planIssues(cx(), editable(courseId)).open.map(({ kind }) => kind)).not.toContain("test_missing");
  });

  it("leaves out as much as the plan of the course said that its days are too short", () => {
    const { courseId } = planned(w, { ...tot, startsOn: "2027-04-04", endsOn: "2027-04-06", capacity: "24" });
    const course = editable(courseId);
    const { leftOver } = value(proposeSessions(cx(), form(courseId)));
    const modules = modulesToPlan(cx(), modulesIn(cx(), courseId), "en");
    const days = ["2027-04-04", "2027-04-05", "2027-04-06"];
    const left = leftOver.reduce((sum, { minutes }) => sum + minutes, 0);
    expect(left).toBeGreaterThan(0);
    expect(hoursAgainstTime({ modules, course, people: 24 }, days).spare).toBe(-left);
  });

  it("begins with what was asked for last, and says what found no room", () => {
    const { courseId } = planned(w, { ...tot, startsOn: "2027-03-07", endsOn: "2027-03-08" });
    const more = { fieldVisit: "", practicum: "60", prayerFrom: "14:00", prayerMinutes: "20" };
    const { leftOver } = value(proposeSessions(cx(), form(courseId, more)));
    expect(leftOver.map(({ part }) => part)).toEqual(expect.arrayContaining(["module", "practicum"]));
    expect(asked(courseId)).toMatchObject({
      fieldVisit: 0,
      practicum: 60,
      prayerFrom: "14:00",
      prayerMinutes: 20,
    });
    for (const s of sessionsOf(courseId)) expect(s.endsAt <= "14:00" || s.startsAt >= "14:20").toBe(true);
    // Its paper names what was asked for, in the language of its reader; another course's breaks have no name.
    for (const [language, words] of [
      ["en", ["Lunch", "Prayer"]],
      ["fr", ["Déjeuner", "Prière"]],
      ["ar", ["غداء", "صلاة"]],
    ] as const) {
      const named = new Map(pausesOnPaper(courseId, language));
      expect(words.map((word) => named.get(word))).toEqual(["12:00", "14:00"]);
    }
    const { courseId: other } = opened(w, { startsOn: "2027-08-01", endsOn: "2027-08-02" });
    expect([...new Map(pausesOnPaper(other, "en")).keys()]).toEqual(["Break"]);
  });

  it("asked for longer days is what the plan of the course reckons by, so that what stands is not said to be too short", () => {
    const { courseId } = planned(w, { ...tot, startsOn: "2027-09-05", endsOn: "2027-09-07", capacity: "24" });
    const days = ["2027-09-05", "2027-09-06", "2027-09-07"];
    const course = editable(courseId);
    const modules = modulesToPlan(cx(), modulesIn(cx(), courseId), "en");
    const spare = () => {
      const { holds: stands, ...timetable } = timetableKnown(cx(), course);
      return hoursAgainstTime({ modules, course, people: 24, timetable, stands }, days).spare;
    };
    expect(spare()).toBeLessThan(0);
    const hours = { startsAt: "07:00", endsAt: "18:00", breakMinutes: "30" };
    expect(value(proposeSessions(cx(), form(courseId, hours))).leftOver).toEqual([]);
    expect(spare()).toBeGreaterThan(0);
    expect(timetableKnown(cx(), course)).toMatchObject({ holds: true, asked: { startsAt: "07:00" } });
  });

  it("puts micro-teaching into the groups at one time, the trainers divided among them", () => {
    const trainerIds = w.trainerIds.map(String);
    const { courseId } = planned(w, { ...tot, startsOn: "2027-06-06", endsOn: "2027-06-24", trainerIds });
    for (const name of ["A", "B"])
      value(saveGroup(cx(), { courseId, groupId: null, version: null, name, language: null }));
    value(proposeSessions(cx(), form(courseId)));
    const micro = sessionsOf(courseId).filter((s) => s.kind === "micro_teaching");
    const minutes = (group: string) => micro.reduce((sum, s) => sum + (s.group === group ? s.minutes : 0), 0);
    // Twelve people, twenty minutes each.
    expect([minutes("A"), minutes("B")]).toEqual([120, 120]);
    for (const group of ["A", "B"])
      expect(
        new Set(micro.flatMap((s) => (s.group === group ? s.trainers.map(({ id }) => id) : []))).size,
      ).toBe(1);
    const open = planIssues(cx(), editable(courseId)).open.map(({ kind }) => kind);
    expect(open).not.toContain("same_time");
    // Each group has what it is to have: nothing of it is lacking.
    expect(open).not.toContain("part_missing");
    expect(open).not.toContain("no_lead");
  });

  it("gives each group the modules that are asked for by itself, with its own trainers, and begins with them again", () => {
    const trainerIds = w.trainerIds.map(String);
    const { courseId } = planned(w, { ...tot, startsOn: "2027-07-04", endsOn: "2027-07-22", trainerIds });
    for (const name of ["A", "B"])
      value(saveGroup(cx(), { courseId, groupId: null, version: null, name, language: null }));
    const [moduleId, ...others] = modulesIn(cx(), courseId);
    const more = { groupModuleIds: [moduleId!] };
    const { leftOver } = value(proposeSessions(cx(), { ...form(courseId), ...more }));
    expect(leftOver).toEqual([]);
    const sessions = sessionsOf(courseId);
    const of = (group: string | null) => sessions.filter((s) => s.moduleId === moduleId && s.group === group);
    const at = (group: string) => of(group).map((s) => `${s.day} ${s.startsAt} ${s.endsAt}`);
    expect(of(null)).toEqual([]);
    expect(at("A").length).toBeGreaterThan(0);
    expect(at("A")).toEqual(at("B"));
    const who = (group: string) => new Set(of(group).flatMap((s) => s.trainers.map(({ id }) => id)));
    expect([...who("A")].some((id) => who("B").has(id))).toBe(false);
    for (const group of ["A", "B"]) expect(who(group).size).toBeGreaterThan(0);
    for (const s of sessions) if (s.moduleId && others.includes(s.moduleId)) expect(s.group).toBeNull();
    const open = planIssues(cx(), editable(courseId)).open.map(({ kind }) => kind);
    for (const kind of ["same_time", "minutes_missing", "no_lead", "trainer_taken"])
      expect(open).not.toContain(kind);
    expect(asked(courseId).groupModuleIds).toEqual([moduleId]);
  });

  it("of a training of trainers begins with practice where the programme's gates ask for it", () => {
    const { courseId } = planned(w, { ...tot, startsOn: "2027-05-02", endsOn: "2027-05-04" });
    expect(asked(courseId).practicum).toBe(0);
    sqlite()
      .prepare(
        "INSERT INTO gate_versions (programme_id, number, preset, in_force_from, gates, created_at) VALUES (?, 1, 'own', '2027-01-01', ?, 0)",
      )
      .run(w.programmeId, JSON.stringify({ ...ownGates, practicum: true }));
    expect(asked(courseId).practicum).toBe(240);
    // The steps of its plan reckon with the same practice, so that they say what the proposal leaves out.
    const days = ["2027-05-02", "2027-05-03", "2027-05-04"];
    const course = { ...editable(courseId), practicum: asksPracticum(cx(), editable(courseId)) };
    const modules = modulesToPlan(cx(), modulesIn(cx(), courseId), "en");
    const { spare, besides } = hoursAgainstTime({ modules, course, people: 12 }, days);
    expect(besides).toContainEqual({ part: "practicum", minutes: 240 });
    const { leftOver } = value(proposeSessions(cx(), form(courseId)));
    expect(spare).toBe(-leftOver.reduce((sum, { minutes }) => sum + minutes, 0));
    // A workshop for users is no training of trainers.
    const { courseId: workshop } = planned(w, { startsOn: "2027-05-09", endsOn: "2027-05-10" });
    expect(asked(workshop).practicum).toBe(0);
  });

  it("is refused with a prayer outside the day", () => {
    const { courseId } = planned(w, { startsOn: "2027-04-04", endsOn: "2027-04-05" });
    expect(() => form(courseId, { prayerFrom: "19:00", prayerMinutes: "20" })).toThrow(/prayerOutside/);
    expect(() => form(courseId, { prayerFrom: "19:00", prayerMinutes: "0" })).not.toThrow();
  });
});

it("a module is proposed by its activities, as the curriculum holds them", () => {
  transact((db) => {
    for (const [position, minutes] of [60, 90].entries())
      db.insert(activities)
        .values({
          moduleId: w.moduleIds[0]!,
          position: position + 1,
          title: { own: "en", en: `Step ${position + 1}` },
          minutes,
        })
        .run();
  });
  const { courseId } = planned(w, { startsOn: "2027-05-02", endsOn: "2027-05-06" });
  value(proposeSessions(cx(), form(courseId)));
  const first = sessionsOf(courseId).filter((s) => s.moduleId === w.moduleIds[0]);
  const minutes = (title: string | null) =>
    first.reduce((sum, s) => sum + (s.title === title ? s.minutes : 0), 0);
  expect([minutes("Step 1"), minutes("Step 2"), minutes(null)]).toEqual([60, 90, 210]);
  expect(first[0]!.title).toBe("Step 1");
});

describe("proposing again", () => {
  const [rami, nour] = w.trainerIds as [number, number];
  const trainerIds = w.trainerIds.map(String);
  /** Of each session in order what it is and who trains it in which role. */
  const taught = (courseId: number) =>
    sessionsOf(courseId).map((s) =>
      [s.kind, s.moduleId, s.group, ...s.trainers.map(({ id, role }) => `${id} ${role}`).sort()].join(" "),
    );
  const lead = (courseId: number, where: string, personId: number) =>
    sqlite()
      .prepare(
        `UPDATE session_trainers SET role = iif(person_id = ?, 'lead', 'co_trainer')
         WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ? AND ${where})`,
      )
      .run(personId, courseId);

  it("keeps who leads and who trains what, and what was accepted of it, at other hours too", () => {
    const { courseId } = planned(w, { ...tot, startsOn: "2028-02-06", endsOn: "2028-02-24", trainerIds });
    value(proposeSessions(cx(), form(courseId)));
    const [first, second] = modulesIn(cx(), courseId) as [number, number];
    lead(courseId, `module_id = ${first}`, nour);
    lead(courseId, `module_id = ${second}`, rami);
    sqlite()
      .prepare(
        "DELETE FROM session_trainers WHERE person_id = ? AND session_id IN (SELECT id FROM sessions WHERE course_id = ? AND module_id = ?)",
      )
      .run(nour, courseId, second);
    const unqualified = () =>
      planIssues(cx(), editable(courseId)).open.filter(({ kind }) => kind === "not_qualified");
    for (const { kind, word } of unqualified())
      value(
        acceptIssue(
          cx(),
          acceptIssueSchema.parse({ courseId: String(courseId), kind, word, reason: "New." }),
        ),
      );
    const accepted = () => planIssues(cx(), editable(courseId)).accepted.length;
    const [was, held] = [new Set(taught(courseId)), accepted()];
    expect(held).toBeGreaterThan(1);
    const shorter: Record<string, string> = { endsAt: "13:00", breakMinutes: "0" };
    for (const more of [{}, shorter]) {
      value(proposeSessions(cx(), form(courseId, more)));
      expect(new Set(taught(courseId))).toEqual(was);
      expect([unqualified().length, accepted()]).toEqual([0, held]);
    }
  });

  it("is refused by name where somebody is taken at the new hours, until others may train that", () => {
    const { courseId } = planned(w, { ...tot, startsOn: "2028-03-05", endsOn: "2028-03-16", trainerIds });
    value(proposeSessions(cx(), form(courseId, { startsAt: "08:00", endsAt: "11:30", breakMinutes: "0" })));
    lead(courseId, "1", nour);
    const { courseId: other } = planned(w, { startsOn: "2028-03-05", endsOn: "2028-03-06", trainerIds });
    value(
      saveSession(
        cx(),
        sessionSchema.parse({
          ...{ courseId: String(other), kind: "other", title: "Visit", day: "2028-03-06" },
          ...{ startsAt: "13:00", endsAt: "15:00", trainerIds: [String(nour)] },
        }),
      ),
    );
    const later = form(courseId, {
      startsAt: "12:00",
      endsAt: "15:30",
      breakFrom: "12:30",
      breakMinutes: "0",
    });
    const before = taught(courseId);
    expect(fault(proposeSessions(cx(), later))).toMatchObject({
      fields: { otherTrainers: { code: "proposalOtherTrainers", params: { others: 0 } } },
    });
    expect(taught(courseId)).toEqual(before);
    value(proposeSessions(cx(), { ...later, otherTrainers: true }));
    expect(planIssues(cx(), editable(courseId)).open.map(({ kind }) => kind)).not.toContain("no_lead");
  });
});
