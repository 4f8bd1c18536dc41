import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { type Viewer, visitor } from "../../lib/access/table";
import { makePlan, makePlanFor } from "../../lib/stages/commands";
import { ownPlan, personStandings, plansIn } from "../../lib/stages/queries";
import { wayAt } from "../../lib/stages/queries/deciding";
import { ownPlanSchema, planForSchema } from "../../lib/stages/schema";
import { replacePlan } from "../../lib/stages/store/plans";
import { addDays } from "../../lib/time/civil";
import { instantOf } from "../../lib/time/zone";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { fault, now, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued, running } = coursesToCertify(w);
const course = await issued("tot");
const [amal, badr, chadi] = course.people as [Person, Person, Person];
type Person = (typeof course.people)[number];
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
const at = course.evening;
const after = addDays(course.endsOn, 14);
const workshop = { toolId: String(toolId), day: after, place: "Irbid", audience: "Al-Amal cooperative" };
/** As the form posts it: the second workshop, of which nothing is said, is left out. */
const posted = (more: Record<string, unknown> = {}) => [
  { ...workshop, ...more },
  { toolId: String(toolId), day: "", place: "", audience: "" },
];
const make = (token: string, workshops: unknown[] = posted(), by: Viewer = visitor) =>
  makePlan(as(by, at), ownPlanSchema.parse({ token, workshops }));
const makeFor = (registrationId: number, by: Viewer, workshops: unknown[] = posted()) =>
  makePlanFor(as(by, at), planForSchema.parse({ registrationId, workshops }));
const own = (token: string) => {
  const cx = as(visitor, at);
  return ownPlan(cx, gate.ownRegistration(cx, token));
};
const stage = ({ personId }: Person) => {
  const cx = as(w.coordinator, at);
  const day = addDays(course.endsOn, 1);
  return personStandings(cx, gate.person(cx, "people.read", personId), day)[0]?.standing.stage;
};

describe("an action plan", () => {
  it("is made on one's own page, without an account, and makes a candidate of whoever completed the training", () => {
    expect(stage(amal)).toBe("tot_completed");
    value(make(amal.token));
    expect(own(amal.token)?.workshops).toMatchObject([
      { number: 1, toolId, day: after, place: "Irbid", audience: "Al-Amal cooperative" },
    ]);
    expect(stage(amal)).toBe("candidate");
    expect([stage(badr), own(badr.token)?.workshops]).toEqual(["tot_completed", []]);
    expect(fault(make("no-such-token")).code).toBe("notFound");
  });
  it("is changed as often as somebody likes, and is planned since the first time", () => {
    const madeAt = own(amal.token)?.workshops[0]?.madeAt;
    value(
      makePlan(
        as(visitor, at + 5_000),
        ownPlanSchema.parse({ token: amal.token, workshops: [...posted({ place: "Ajloun" }), workshop] }),
      ),
    );
    expect(own(amal.token)?.workshops).toMatchObject([
      { number: 1, place: "Ajloun", madeAt },
      { number: 2, place: "Irbid", madeAt },
    ]);
  });
  it("ends where another takes its place, and nothing of it is deleted; what stays as it was goes on", () => {
    const rows = () =>
      sqlite()
        .prepare(
          "SELECT number, place, ended_at - ? AS after FROM action_plans WHERE registration_id = ? ORDER BY id",
        )
        .all(at, amal.id);
    const before = rows();
    expect(before).toEqual([
      { number: 2, place: "Irbid", after: null },
      { number: 1, place: "Ajloun", after: null },
    ]);
    const save = (workshops: unknown[], after: number) =>
      value(makePlan(as(visitor, at + after), ownPlanSchema.parse({ token: amal.token, workshops })));
    // The two change places, and the first one then gives way to another.
    save([workshop, { ...workshop, place: "Ajloun" }], 6_000);
    expect(rows()).toMatchObject([{ number: 1 }, { number: 2 }]);
    save([workshop, { ...workshop, place: "Jerash" }], 7_000);
    expect(rows()).toEqual([
      { number: 1, place: "Irbid", after: null },
      { number: 2, place: "Ajloun", after: 7_000 },
      { number: 2, place: "Jerash", after: null },
    ]);
    expect(own(amal.token)?.workshops.map(({ place }) => place)).toEqual(["Irbid", "Jerash"]);
  });
  it("without the tool leaves them a candidate on the days on which it was in it, and shows what was promised then", () => {
    const { lastInsertRowid: other } = sqlite()
      .prepare(
        "INSERT INTO tools (code, title, description, audience, created_at) VALUES ('x', '{}', '{}', '{}', 0)",
      )
      .run();
    const later = instantOf(addDays(course.endsOn, 9), "12:00", "Asia/Amman");
    const plan = { day: after, place: "Karak", audience: null };
    const replaced = as(w.coordinator, later);
    replacePlan(replaced, amal.id, [{ ...plan, toolId: Number(other) }]);
    const stageOn = (days: number) => {
      const cx = as(w.coordinator, later);
      const ways = personStandings(
        cx,
        gate.person(cx, "people.read", amal.personId),
        addDays(course.endsOn, days),
      );
      return ways.find(({ tool }) => tool.code === "think-coop")?.standing;
    };
    expect(stageOn(1)).toMatchObject({ stage: "candidate", since: course.endsOn });
    expect(stageOn(8)?.stage).toBe("candidate");
    expect(stageOn(9)?.stage).toBe("tot_completed");
    const page = wayAt(replaced, { personId: amal.personId, programmeId: w.programmeId, toolId })!;
    const [shown, ...more] = page.evidence.filter(({ kind }) => kind === "action_plan");
    expect([shown?.off, more]).toEqual(["takenBack", []]);
    const made = course.endsOn;
    const ended = addDays(course.endsOn, 9);
    expect(shown?.promised).toMatchObject([
      { day: after, place: "Irbid", from: made, until: ended },
      { day: after, place: "Ajloun", from: made, until: made },
      { day: after, place: "Jerash", from: made, until: ended },
    ]);
    // Back in the plan it counts from then on.
    replacePlan(replaced, amal.id, [{ ...plan, toolId }]);
    expect(stageOn(9)).toMatchObject({ stage: "candidate", since: ended });
    expect(stageOn(8)).toMatchObject({ stage: "candidate", since: course.endsOn });
  });
  it("holds a workshop at least, each of a tool of the course and none before its last day", () => {
    expect(ownPlanSchema.safeParse({ token: badr.token, workshops: [posted()[1]] }).success).toBe(false);
    expect(fault(make(badr.token, posted({ day: addDays(course.endsOn, -1) }))).fields).toEqual({
      "workshops.0.day": { code: "planBeforeEnd" },
    });
    expect(fault(make(badr.token, posted({ toolId: "999" }))).fields).toEqual({
      "workshops.0.toolId": { code: "choose" },
    });
    value(make(badr.token, posted({ day: course.endsOn })));
  });
  it("is written down for somebody by who trains or coordinates the course, and by nobody else", () => {
    for (const by of [w.stranger, w.otherTrainer, w.participant])
      expect(fault(makeFor(chadi.id, by)).code).toBe("notFound");
    value(makeFor(chadi.id, w.trainer));
    value(makeFor(chadi.id, w.coordinator, posted({ place: "Zarqa" })));
    const cx = as(w.trainer, at);
    const plans = plansIn(cx, gate.course(cx, "actionPlan.enter", course.courseId));
    expect(plans?.people.map(({ name, workshops }) => [name, workshops.length])).toEqual([
      ["Amal", 1],
      ["Badr", 1],
      ["Chadi", 1],
    ]);
  });
  it("is asked for in a training of trainers that is under way, of who has a place in it", async () => {
    const users = await running("user");
    const tot = await running("tot");
    const [first, second] = tot.people as [Person, Person];
    expect(own(users.people[0]!.token)).toBeNull();
    expect(fault(make(users.people[0]!.token)).code).toBe("planNotAsked");
    expect(own(first.token)?.workshops).toEqual([]);
    sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(second.id);
    expect(fault(make(second.token)).code).toBe("planNotAsked");
  });
  it("is proposed by who has no place yet, before a training begins, and read by who decides; nobody is asked for it", async () => {
    const { courseId, slug } = opened(w, { kind: "tot", admission: "selection" });
    const { token } = value(await registered(slug));
    const plans = () => {
      const cx = as(w.coordinator, now);
      return plansIn(cx, gate.course(cx, "actionPlan.enter", courseId))?.people;
    };
    expect(plans()).toEqual([]);
    const input = { token, workshops: posted({ day: "2028-02-07" }) };
    value(makePlan(as(visitor, now), ownPlanSchema.parse(input)));
    expect(plans()).toMatchObject([{ asked: false, state: "applied", workshops: [{ day: "2028-02-07" }] }]);
  });
  it("says of namesakes where they belong or which number they have", async () => {
    const tot = await running("tot");
    const [one, other] = tot.people as [Person, Person];
    sqlite()
      .prepare("UPDATE persons SET name = 'Hana Saleh' WHERE id IN (?, ?)")
      .run(one.personId, other.personId);
    const cx = as(w.trainer, at);
    const found = plansIn(cx, gate.course(cx, "actionPlan.enter", tot.courseId))!.people;
    const apart = found.map((person) => [person.name, person.apart !== null]);
    expect(apart).toHaveLength(3);
    for (const [name, told] of apart) expect(told).toBe(name === "Hana Saleh");
  });
});
