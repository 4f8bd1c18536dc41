import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { type Viewer, visitor } from "../../lib/access/table";
import { revokeCertificate } from "../../lib/certificates/commands";
import { setCourseState } from "../../lib/courses/commands";
import { withdraw } from "../../lib/registrations/commands";
import { plansIn } from "../../lib/stages/queries";
import { ownOverdue, ownPlanned } from "../../lib/stages/queries/ownPlanned";
import { countWithoutPlan } from "../../lib/stages/workshopsPlanned";
import { addDays } from "../../lib/time/civil";
import { planIssues } from "../../lib/timetable/queries";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { chase, noon, plan, toTellOfPlans } from "../support/plansMade";
import { planned, value, world } from "../support/world";

freshDatabase();
const w = world();
const { running, issued } = coursesToCertify(w);
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
const make = (token: string, days: string[], on: string) => plan(toolId, token, days, on);
/** How many are without one as the plan of the course says it, for who coordinates it. */
const inThePlan = (day: string, courseId: number) => {
  const cx = as(w.coordinator, noon(day));
  const { open } = planIssues(cx, gate.course(cx, "timetable.edit", courseId));
  return open.flatMap((issue) => (issue.kind === "without_plan" ? [[issue.people, issue.by]] : []));
};
const onToday = (viewer: Viewer, day: string, courseId: number) =>
  todayFor(as(viewer, noon(day)), day).awaits.flatMap((item) =>
    item.kind === "plans" && item.course.id === courseId ? item.count : [],
  );

describe("a missing action plan", () => {
  it("stands on Today of who trains and who coordinates, from three days before the end until two weeks after", async () => {
    const { courseId, endsOn, people } = await running("tot");
    const day = (days: number) => addDays(endsOn, days);
    for (const viewer of [w.trainer, w.coordinator]) {
      expect(onToday(viewer, day(-4), courseId)).toEqual([]);
      expect(onToday(viewer, day(-3), courseId)).toEqual([3]);
      expect(onToday(viewer, day(14), courseId)).toEqual([3]);
      expect(onToday(viewer, day(15), courseId)).toEqual([]);
    }
    expect(onToday(w.stranger, day(-3), courseId)).toEqual([]);
    make(people[0]!.token, [day(7), day(8)], day(-1));
    value(withdraw(as(visitor, noon(day(-1))), { token: people[1]!.token, reason: null }));
    expect(onToday(w.trainer, day(0), courseId)).toEqual([1]);
    make(people[2]!.token, [day(7), day(8)], day(0));
    expect(onToday(w.trainer, day(0), courseId)).toEqual([]);
  });

  it("is open in the plan of the course while it is asked for, with the number of people", async () => {
    const { courseId, endsOn, people } = await running("tot");
    const day = (days: number) => addDays(endsOn, days);
    expect(inThePlan(day(-4), courseId)).toEqual([]);
    expect(inThePlan(day(-3), courseId)).toEqual([[3, endsOn]]);
    make(people[0]!.token, [day(7), day(8)], day(-1));
    expect(inThePlan(day(-1), courseId)).toEqual([[2, endsOn]]);
    for (const { token } of people.slice(1)) make(token, [day(7), day(8)], day(-1));
    expect(inThePlan(day(-1), courseId)).toEqual([]);
    const other = await issued("user");
    expect(inThePlan(other.endsOn, other.courseId)).toEqual([]);
  });

  it("is asked of nobody who did not complete the training, once it is known who did", async () => {
    const { courseId, endsOn, people } = await issued("tot");
    const without = () => countWithoutPlan(as(w.coordinator, noon(endsOn)), { id: courseId, endsOn });
    expect(without()).toBe(people.length);
    const held = sqlite()
      .prepare("SELECT id FROM certificates WHERE registration_id = ? AND kind = 'participation'")
      .pluck()
      .get(people[0]!.id) as number;
    value(
      revokeCertificate(as(w.coordinator, noon(addDays(endsOn, 1))), {
        certificateId: held,
        reason: "The marks of another person",
      }),
    );
    expect(without()).toBe(people.length - 1);
    expect(onToday(w.coordinator, addDays(endsOn, 1), courseId)).toEqual([people.length - 1]);
    chase(addDays(endsOn, 1));
    expect(toTellOfPlans(courseId)).toHaveLength(people.length - 1);
  });

  it("is asked for once, however often and late the process looks; nobody is asked who made it or is out", async () => {
    const { courseId, endsOn, people } = await running("tot");
    const [amal, badr] = people;
    const day = (days: number) => addDays(endsOn, days);
    chase(day(-4));
    expect(toTellOfPlans(courseId)).toEqual([]);
    make(amal!.token, [day(7), day(8)], day(-4));
    value(withdraw(as(visitor, noon(day(-4))), { token: badr!.token, reason: null }));
    expect(chase(day(-3))).toBeGreaterThan(0);
    expect([chase(day(-3)), chase(day(2))]).toEqual([0, 0]);
    expect(toTellOfPlans(courseId)).toEqual(["Chadi: planAsked"]);
    // Once it is made nobody need be told any more.
    make(people[2]!.token, [day(9), day(10)], day(-2));
    expect(toTellOfPlans(courseId)).toEqual([]);
  });

  it("is not asked for in a course that is cancelled, and who was to be told of it is not", async () => {
    const { courseId, endsOn } = await running("tot");
    const other = await running("tot");
    chase(addDays(endsOn, -1));
    expect(toTellOfPlans(courseId)).toHaveLength(3);
    for (const [id, last] of [
      [courseId, endsOn],
      [other.courseId, other.endsOn],
    ] as const) {
      const at = as(w.coordinator, noon(addDays(last, -6)));
      value(setCourseState(at, { courseId: id, from: "running", to: "cancelled", reason: "No room" }));
    }
    chase(other.endsOn);
    expect([toTellOfPlans(courseId), toTellOfPlans(other.courseId)]).toEqual([[], []]);
  });
});

describe("one workshop of the two that are asked for", () => {
  /** Makes them train a workshop for users on a day. */
  const holds = (personId: number, on: string) => {
    const { courseId } = planned(w, { startsOn: on, endsOn: on });
    const training = sqlite().prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)");
    training.run(courseId, personId);
  };
  const saidOf = (courseId: number) =>
    sqlite()
      .prepare(
        "SELECT p.name || ': ' || json_extract(n.params, '$.planned') FROM notices n JOIN persons p ON p.id = n.person_id JOIN registrations r ON r.id = n.registration_id WHERE r.course_id = ? AND n.told_at IS NULL AND n.message = 'planAsked' ORDER BY p.name",
      )
      .pluck()
      .all(courseId);

  it("leaves them on Today and in the plan of the course until the other one is planned too", async () => {
    const { courseId, endsOn, people } = await running("tot");
    const day = (days: number) => addDays(endsOn, days);
    for (const { token } of people) make(token, [day(7)], day(-2));
    expect(onToday(w.trainer, day(-1), courseId)).toEqual([3]);
    expect(inThePlan(day(-1), courseId)).toEqual([[3, endsOn]]);
    for (const { token } of people.slice(1)) make(token, [day(7), day(9)], day(-1));
    expect(onToday(w.trainer, day(0), courseId)).toEqual([1]);
    const cx = as(w.coordinator, noon(day(0)));
    const plans = plansIn(cx, gate.course(cx, "actionPlan.enter", courseId));
    expect(plans?.people.map(({ soFar }) => soFar)).toEqual([1, 2, 2]);
  });

  it("is told them once from the last day on, also who was asked before with none, and no more once there are two", async () => {
    const { courseId, endsOn, people } = await running("tot");
    const [amal, badr] = people;
    const day = (days: number) => addDays(endsOn, days);
    make(amal!.token, [day(7)], day(-4));
    chase(day(-3));
    expect(saidOf(courseId)).toEqual(["Badr: ", "Chadi: "]);
    make(badr!.token, [day(7)], day(-2));
    chase(day(-1));
    expect(saidOf(courseId)).toEqual(["Chadi: "]);
    expect([chase(day(0)) > 0, chase(day(0)), chase(day(3))]).toEqual([true, 0, 0]);
    expect(saidOf(courseId)).toEqual(["Amal: one", "Badr: one", "Chadi: "]);
    make(amal!.token, [day(7), day(20)], day(3));
    chase(day(4));
    expect(saidOf(courseId)).toEqual(["Badr: one", "Chadi: "]);
  });

  it("and one that they hold without a plan are two; the planned one, scheduled, is not counted twice", async () => {
    const { courseId, endsOn, people } = await running("tot");
    const [amal, badr] = people;
    const day = (days: number) => addDays(endsOn, days);
    const without = () => countWithoutPlan(as(w.coordinator, noon(endsOn)), { id: courseId, endsOn });
    for (const { token } of people) make(token, [day(7)], day(-1));
    chase(endsOn);
    expect([without(), saidOf(courseId).length]).toEqual([3, 3]);
    holds(amal!.personId, day(7));
    expect(without()).toBe(3);
    holds(amal!.personId, day(12));
    holds(badr!.personId, addDays(endsOn, -30));
    expect(without()).toBe(2);
    chase(day(1));
    expect(saidOf(courseId)).toEqual(["Badr: one", "Chadi: one"]);
  });
});

describe("a planned workshop", () => {
  it("is overdue three days after its day without one of theirs; they are told once, and again of another day", async () => {
    const { courseId, endsOn, people } = await issued("tot");
    const [amal, badr, chadi] = people;
    const day = (days: number) => addDays(endsOn, days);
    const states = (on: string) => {
      const cx = as(w.coordinator, noon(on));
      const plans = plansIn(cx, gate.course(cx, "actionPlan.enter", courseId));
      return plans?.people.map(({ workshops }) => workshops.map(({ state }) => state).join());
    };
    const overdue = (id: number) => toTellOfPlans(id).filter((one) => !String(one).endsWith(": planAsked"));
    make(amal!.token, [day(10), day(20)], endsOn);
    make(badr!.token, [day(10)], endsOn);
    make(chadi!.token, [day(40)], endsOn);
    // Of another day than was planned: the first that they hold is the first of the plan.
    const workshop = planned(w, { startsOn: day(12), endsOn: day(12) });
    sqlite()
      .prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)")
      .run(workshop.courseId, amal!.personId);
    expect(states(day(11))).toEqual(["scheduled,planned", "planned", "planned"]);
    chase(day(13));
    expect(overdue(courseId)).toEqual([]);
    expect(states(day(14))).toEqual(["held,planned", "overdue", "planned"]);
    chase(day(14));
    chase(day(14));
    expect(overdue(courseId)).toEqual(["Badr: workshopOverdue"]);
    make(badr!.token, [day(22)], day(15));
    expect(overdue(courseId)).toEqual([]);
    chase(day(25));
    expect(overdue(courseId)).toEqual(["Amal: workshopOverdue"]);
    expect([chase(day(30)), chase(day(30))].at(-1)).toBe(0);
    expect(overdue(courseId)).toEqual(["Amal: workshopOverdue", "Badr: workshopOverdue"]);
  });

  it("that was scheduled meanwhile is told to nobody any more who was not told yet", async () => {
    const { courseId, endsOn, people } = await issued("tot");
    const [amal] = people;
    make(amal!.token, [addDays(endsOn, 10)], endsOn);
    chase(addDays(endsOn, 14));
    expect(toTellOfPlans(courseId)).toContain("Amal: workshopOverdue");
    const day = addDays(endsOn, 20);
    const workshop = planned(w, { startsOn: day, endsOn: day });
    sqlite()
      .prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)")
      .run(workshop.courseId, amal!.personId);
    chase(addDays(endsOn, 14));
    expect(toTellOfPlans(courseId)).not.toContain("Amal: workshopOverdue");
  });

  it("of long ago is asked about by nobody who begins to use the product", async () => {
    const { courseId, endsOn, people } = await issued("tot");
    for (const { token } of people) make(token, [addDays(endsOn, 5)], endsOn);
    chase(addDays(endsOn, 120));
    expect(toTellOfPlans(courseId)).toEqual([]);
  });
});

describe("what somebody's own plan holds", () => {
  it("is offered to be scheduled until it is, the first to be held first, and without a day that is over", async () => {
    const { endsOn, people } = await issued("tot");
    const [amal] = people;
    const day = (days: number) => addDays(endsOn, days);
    const offered = (on: string, personId = amal!.personId) => {
      const viewer: Viewer = { ...w.participant, personId };
      const cx = as(viewer, noon(on));
      return ownPlanned(cx, gate.self(cx)).map((one) => [one.plannedFor, one.day, one.place]);
    };
    make(amal!.token, [day(20), day(10)], endsOn);
    expect(offered(day(1))).toEqual([
      [day(10), day(10), "Irbid"],
      [day(20), day(20), "Irbid"],
    ]);
    const cx = as({ ...w.participant, personId: amal!.personId }, noon(day(1)));
    expect(ownPlanned(cx, gate.self(cx))[0]).toMatchObject({ country: "JO", zone: "Asia/Amman" });
    expect(offered(day(1), people[1]!.personId)).toEqual([]);
    // The first of the plan is held on another day: the second is left, also once its day is over.
    const workshop = planned(w, { startsOn: day(12), endsOn: day(12) });
    sqlite()
      .prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)")
      .run(workshop.courseId, amal!.personId);
    expect(offered(day(13))).toEqual([[day(20), day(20), "Irbid"]]);
    expect(offered(day(30))).toEqual([[day(20), null, "Irbid"]]);
    // Today names it from some days after its day on, to whoever can schedule it, and not for ever.
    const over = (on: string, trains = [w.programmeId]) => {
      const cx = as({ ...w.participant, personId: amal!.personId, trains }, noon(on));
      return ownOverdue(cx, gate.self(cx), on).map((one) => one.plannedFor);
    };
    expect([over(day(23)), over(day(24)), over(day(24), []), over(day(200))]).toEqual([
      [],
      [day(20)],
      [],
      [],
    ]);
  });
});
