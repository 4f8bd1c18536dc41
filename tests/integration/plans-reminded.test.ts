import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { remindOfPlans } from "../../lib/stages/commands";
import { plansOfWaiting } from "../../lib/stages/queries/waiting";
import { remindPlansSchema } from "../../lib/stages/rules/remindingOfPlans";
import { addDays } from "../../lib/time/civil";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { chase, noon, plan, toTellOfPlans } from "../support/plansMade";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
const make = (token: string, days: string[], on: string) => plan(toolId, token, days, on);

describe("a reminder by whoever coordinates", () => {
  it("asks who has planned nothing, and tells of what is overdue, once a day at most, and says how many", async () => {
    const { courseId, endsOn, people } = await issued("tot");
    const day = (nth: number) => addDays(endsOn, nth);
    const [amal, badr] = people.map(({ id }) => id) as [number, number];
    const token = sqlite().prepare("SELECT token FROM registrations WHERE id = ?").pluck();
    make(token.get(badr) as string, [day(120), day(150)], endsOn);
    const remind = (on: string, registrationIds: number[], by = w.coordinator) =>
      remindOfPlans(
        as(by, noon(on)),
        remindPlansSchema.parse({
          courseId: String(courseId),
          registrationIds: registrationIds.map(String),
        }),
      );
    // Long after the process asks nobody any more.
    chase(day(100));
    expect(toTellOfPlans(courseId)).toEqual([]);
    expect(value(remind(day(100), [amal, badr]))).toEqual({ courseId, told: 1, today: 0 });
    expect(toTellOfPlans(courseId)).toEqual(["Amal: planAsked"]);
    expect(value(remind(day(100), [amal]))).toEqual({ courseId, told: 0, today: 1 });
    expect(value(remind(day(101), [amal]))).toEqual({ courseId, told: 1, today: 0 });
    const waiting = (on: string) =>
      plansOfWaiting(
        as(w.coordinator, noon(on)),
        [courseId],
        people.map(({ personId }) => personId),
      );
    const said = (on: string) => {
      const { next, of, today } = waiting(on).get(`${courseId} ${people[1]!.personId}`)!;
      return [next?.state, next?.day, of, today];
    };
    expect(said(day(101))).toEqual(["planned", day(120), null, false]);
    expect(said(day(130))).toEqual(["overdue", day(120), "overdue", false]);
    expect(value(remind(day(130), [badr]))).toEqual({ courseId, told: 1, today: 0 });
    expect(toTellOfPlans(courseId)).toContain("Badr: workshopOverdue");
    expect(said(day(130))).toEqual(["overdue", day(120), "overdue", true]);
    // The process does not tell it once more.
    const chased = () =>
      sqlite()
        .prepare("SELECT count(*) FROM audit_log WHERE action = 'action-plan.chased' AND detail LIKE ?")
        .pluck()
        .get(`%"registrationId":${badr},%`);
    expect(chased()).toBe(1);
    chase(day(131));
    expect(chased()).toBe(1);
    expect(remind(day(131), [amal], w.stranger).ok).toBe(false);
    expect(plansOfWaiting(as(w.stranger, noon(day(131))), [courseId], [people[1]!.personId]).size).toBe(0);
  });
});
