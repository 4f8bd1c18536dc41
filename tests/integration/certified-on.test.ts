import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { resume, suspend } from "../../lib/stages/commands";
import { certifiedOnDay } from "../../lib/stages/queries/certifiedOn";
import { entrySchema, stopSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { certifyAtOnce, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const on = (day: string) => as(w.coordinator, course.at(day, "12:00"));
value(certifyAtOnce(w.coordinator, course.at("2027-03-10"), course.people[0]!.id));
const { personId, programmeId, toolId } = wayOf(course.people[0]!.id);
const asOf = (day: string, country: string | null = null) => {
  const cx = on("2027-08-01");
  const asked = { day, toolId, modules: [], country };
  return certifiedOnDay(cx, gate.reach(cx, "trainers.read"), asked, null).rows;
};
const said = (day: string) => asOf(day)[0]!.saidSince.map(({ kind, enteredOn }) => [kind, enteredOn]);

it("is in the country of the training of trainers, wherever anybody lives today", () => {
  sqlite().prepare("UPDATE persons SET country = 'LB'").run();
  expect(asOf("2027-06-01", "JO").map((one) => one.personId)).toEqual([personId]);
  expect(asOf("2027-06-01", "LB")).toEqual([]);
});

it("says what was said of that day since: a suspension, and what lets the way go on", () => {
  expect(said("2027-06-01")).toEqual([]);
  const words = "A complaint is being looked into";
  const way = { personId: String(personId), programmeId: String(programmeId), toolId: String(toolId) };
  value(suspend(on("2027-07-10"), stopSchema.parse({ ...way, words })));
  expect(said("2027-06-01")).toEqual([["suspended", "2027-07-10"]]);
  const entryId = String(sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get());
  value(resume(on("2027-07-20"), entrySchema.parse({ entryId, words })));
  expect(said("2027-06-01")).toEqual([
    ["suspended", "2027-07-10"],
    ["resumed", "2027-07-20"],
  ]);
  // Of a day after both there is no later word.
  expect(said("2027-07-25")).toEqual([]);
});
