import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { approve, enterStep, recommendByException } from "../../lib/stages/commands";
import { stepSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { fault, person, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
// An examination is all that is asked beside the training.
setFirstGates(w, { examination: "yes" });
const course = await issued("tot");
const at = course.at("2027-03-01");
const { modules, ...way } = wayOf(course.people[0]!.id);
const second = anotherThan(w.coordinator, way.personId);
const words = "Two years of workshops held elsewhere";

it("what an approver entered after the recommendation meets no condition for them: nobody else has seen it", () => {
  value(recommendByException(as(w.coordinator, at), { ...way, modules, words }));
  const recommendationId = sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
  const step = { ...way, step: "examination", day: "2027-02-20", words };
  value(enterStep(as(second, at), stepSchema.parse(step)));
  const answer = { recommendationId, modules, words: null };
  expect(fault(approve(as(second, at), answer)).code).toBe("ownSteps");
  expect(sqlite().prepare("SELECT count(*) FROM stage_events WHERE kind = 'approved'").pluck().get()).toBe(0);
  value(approve(as({ ...w.coordinator, personId: person("Third") }, at), answer));
});
