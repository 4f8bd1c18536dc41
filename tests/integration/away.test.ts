import { describe, expect, it } from "vitest";
import { weekdayOfWeeks } from "../../app/_words/weekdays";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import * as trainers from "../../lib/access/trainerGate";
import { enterAwayDays, enterAwayHours, putBackAway, takeOutAway } from "../../lib/away/commands";
import { awayOf } from "../../lib/away/queries";
import { awayDaysSchema, awayHoursSchema } from "../../lib/away/schema";
import { scheduleWorkshop } from "../../lib/courses/commands";
import { courseTable } from "../../lib/courses/queries";
import { workshopSchema } from "../../lib/courses/schema";
import { faultsOf } from "../../lib/faults";
import { askTrainers } from "../../lib/requests/commands";
import { acceptIssue, proposeSessions } from "../../lib/timetable/commands";
import { planIssues } from "../../lib/timetable/queries";
import { todayFor } from "../../lib/today/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { courseForm, fault, now, opened, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const [rami, nour] = w.trainerIds as [number, number];
const mine = as(w.trainer, now);
const coordinator = as(w.coordinator, now);

const days = (personId: number, fromDay: string, toDay = fromDay, reason = "") =>
  awayDaysSchema.parse({ personId: String(personId), fromDay, toDay, reason });
const hours = (personId: number, weekday: number, startsAt: string, endsAt: string) =>
  awayHoursSchema.parse({ personId: String(personId), weekday: String(weekday), startsAt, endsAt });
const listOf = (cx = mine, personId = rami) =>
  awayOf(cx, trainers.trainer(cx, "away.edit", personId), "2027-01-01");
const awayIn = (courseId: number) =>
  planIssues(coordinator, gate.course(coordinator, "timetable.edit", courseId)).open.filter(
    ({ kind }) => kind === "away",
  );

describe("when a trainer is away", () => {
  it("is entered by themselves and by their coordinator, with a reason that only these read", () => {
    value(enterAwayDays(mine, days(rami, "2027-09-01", "2027-09-03", "Family")));
    value(enterAwayHours(coordinator, hours(rami, 2, "09:00", "12:00")));
    const read = listOf().map(({ kind, reason }) => [kind, reason]);
    expect(read).toEqual([
      ["days", "Family"],
      ["weekly", null],
    ]);
    expect(listOf(coordinator).map(({ kind, reason }) => [kind, reason])).toEqual(read);
    // Another trainer of the programme, a coordinator of another one and a participant find nobody there.
    for (const by of [w.otherTrainer, w.stranger, w.participant]) {
      expect(() => listOf(as(by, now))).toThrow();
      expect(fault(enterAwayDays(as(by, now), days(rami, "2027-10-01"))).code).toBe("notFound");
    }
    // Who is no trainer is away from nothing.
    expect(
      fault(enterAwayDays(as(w.participant, now), days(w.participant.personId!, "2027-10-01"))).code,
    ).toBe("notFound");
    // Why is nowhere in the log.
    expect(
      sqlite().prepare("SELECT count(*) FROM audit_log WHERE detail LIKE '%Family%'").pluck().get(),
    ).toBe(0);
  });
  it("is taken out and put back, and refused where somebody did so meanwhile", () => {
    const { awayId } = value(enterAwayDays(mine, days(rami, "2027-11-01")));
    const count = listOf().length;
    value(takeOutAway(coordinator, { awayId }));
    expect(listOf()).toHaveLength(count - 1);
    expect(fault(takeOutAway(mine, { awayId })).code).toBe("awayChanged");
    value(putBackAway(mine, { awayId }));
    expect(fault(putBackAway(mine, { awayId })).code).toBe("awayChanged");
    // The same was entered again before the undo: it is there once.
    value(takeOutAway(mine, { awayId }));
    value(enterAwayDays(mine, days(rami, "2027-10-31", "2027-11-02")));
    expect(fault(putBackAway(mine, { awayId })).code).toBe("awayChanged");
    expect(listOf()).toHaveLength(count);
  });
  it("that makes no sense is said beside its field, and nothing is kept", () => {
    const before = listOf().length;
    const wrong = (schema: typeof awayDaysSchema | typeof awayHoursSchema, form: Record<string, string>) => {
      const read = schema.safeParse({ personId: String(rami), reason: "", ...form });
      return read.success ? null : Object.values(faultsOf(read.error.issues)).map(({ code }) => code);
    };
    expect(wrong(awayDaysSchema, { fromDay: "2027-12-05", toDay: "2027-12-01" })).toEqual([
      "awayEndsBeforeStart",
    ]);
    expect(wrong(awayDaysSchema, { fromDay: "2027-12-05", toDay: "2029-12-06" })).toEqual(["awayTooLong"]);
    expect(wrong(awayHoursSchema, { weekday: "2", startsAt: "12:00", endsAt: "09:00" })).toEqual([
      "endBeforeStart",
    ]);
    expect(fault(enterAwayDays(mine, days(rami, "2020-01-01"))).fields?.fromDay?.code).toBe("awayOver");
    const met = fault(enterAwayDays(mine, days(rami, "2027-08-25", "2027-09-01"))).fields?.fromDay;
    expect(met).toEqual({
      code: "awayThere",
      params: { from: { day: "2027-09-01" }, to: { day: "2027-09-03" } },
    });
    expect(fault(enterAwayHours(mine, hours(rami, 2, "11:00", "13:00"))).fields?.startsAt?.code).toBe(
      "awayHoursThere",
    );
    // What only touches is another time.
    value(enterAwayHours(mine, hours(rami, 2, "12:00", "13:00")));
    expect(listOf()).toHaveLength(before + 1);
  });
  it("is every week called without the article in Arabic", () => {
    expect([3, 5].map((day) => weekdayOfWeeks(day, "ar"))).toEqual(["أربعاء", "جمعة"]);
    expect(weekdayOfWeeks(3, "en")).toBe("Wednesday");
  });
  it("is said in the plan of a course of any programme, and may be accepted with a reason", () => {
    const { courseId } = opened(w, {
      startsOn: "2027-04-04",
      endsOn: "2027-04-06",
      trainerIds: [String(nour)],
    });
    expect(awayIn(courseId)).toEqual([]);
    const { awayId } = value(enterAwayDays(coordinator, days(nour, "2027-04-05")));
    // One line for the whole absence, with all its sessions.
    const [first, ...more] = awayIn(courseId);
    expect(more).toEqual([]);
    const time = { kind: "days", fromDay: "2027-04-05", toDay: "2027-04-05" };
    expect(first).toMatchObject({ kind: "away", trainerId: nour, asked: false, time });
    const { kind, word, sessionIds } = first as Extract<typeof first, { kind: "away" }>;
    expect(sessionIds.length).toBeGreaterThan(1);
    // Who was asked and has not answered is one more.
    const asks = { ...{ courseId, sessionId: sessionIds[0]!, trainerIds: [rami], role: "lead" as const } };
    value(askTrainers(coordinator, { ...asks, answerBy: "2027-04-01", message: null }));
    const absence = value(enterAwayDays(mine, days(rami, "2027-04-05"))).awayId;
    expect(awayIn(courseId)[1]).toMatchObject({ trainerId: rami, asked: true, sessionIds: [sessionIds[0]] });
    value(takeOutAway(mine, { awayId: absence }));
    value(acceptIssue(coordinator, { courseId, kind, word, reason: "Comes all the same" }));
    expect(awayIn(courseId)).toEqual([]);
    value(takeOutAway(coordinator, { awayId }));
    expect(awayIn(courseId)).toEqual([]);
    // Hours of the week, by the clock of the course: Monday morning.
    value(enterAwayHours(coordinator, hours(nour, 1, "00:00", "23:59")));
    expect(awayIn(courseId).length).toBeGreaterThan(0);
    value(
      proposeSessions(coordinator, {
        courseId,
        startsAt: "09:00",
        endsAt: "15:30",
        breakFrom: "12:00",
        breakMinutes: 60,
      }),
    );
    expect(awayIn(courseId).length).toBeGreaterThan(0);
  });
  it("is said to whoever approves a workshop", () => {
    transact((db) =>
      db
        .insert(programmeMembers)
        .values({
          programmeId: w.programmeId,
          personId: w.otherTrainer.personId!,
          role: "trainer",
          since: now,
        })
        .run(),
    );
    const trainer = viewer(w.otherTrainer.personId!, { trains: [w.programmeId] });
    value(enterAwayDays(as(trainer, now), days(trainer.personId!, "2027-05-10")));
    const { courseId } = value(
      scheduleWorkshop(
        as(trainer, now),
        workshopSchema.parse({
          ...courseForm(w),
          ...{ place: "Kufr Asad", startsOn: "2027-05-10", endsOn: "", trainerIds: [], wholeIds: [] },
          ...{ startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00", breakMinutes: "30" },
        }),
      ),
    );
    const { approvals } = todayFor(coordinator, gate.reach(coordinator, "today.read"), "2027-01-12");
    const plan = approvals.find(({ id }) => id === courseId)?.plan;
    expect(plan?.open.map(({ kind }) => kind)).toContain("away");
    // It is none in which one can register, and to approve it waits for the coordinator alone.
    const seen = (cx: typeof coordinator) => {
      const { courses, counts, waiting } = courseTable(cx, gate.reach(cx, "course.read"), {
        ...{ state: "awaits", kind: null, programme: null, country: null, tool: null, due: false },
        ...{ q: null, before: null },
      });
      return [courses.map(({ id, next }) => [id, next?.kind]), counts.get("awaits"), waiting];
    };
    expect(seen(as(trainer, now))).toEqual([[[courseId, undefined]], 1, 0]);
    expect(seen(coordinator)).toEqual([[[courseId, "approve"]], 1, expect.any(Number)]);
  });
});
