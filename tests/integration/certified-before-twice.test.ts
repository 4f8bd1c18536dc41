import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { enterCertifiedBefore, strikeOut } from "../../lib/stages/commands";
import { beforeEntered } from "../../lib/stages/queries/renewals";
import { certifiedBeforeSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const course = await coursesToCertify(w).issued("tot");
const seen = as(w.coordinator, course.at("2027-03-01", "12:00"));
const lastEntry = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;

it("a certification from before says no module twice in the same time, but of a paper that renews another; the page lists which there are", () => {
  const dora = course.people[2]!.personId;
  const [first, second] = w.moduleIds.map(String) as [string, string];
  const paper = (day: string, until: string, moduleIds = [first, second]) =>
    enterCertifiedBefore(
      seen,
      certifiedBeforeSchema.parse({
        ...{ personId: String(dora), programmeId: String(w.programmeId), moduleIds, day, until },
        words: "ITCILO certificate 4711",
      }),
    );
  value(paper("2016-06-10", "2019-06-10", [first]));
  for (const [day, until] of [
    ["2016-07-01", "2019-07-01"],
    ["2015-01-01", "2017-01-01"],
    ["2017-01-01", "2018-01-01"],
    ["2016-06-10", "2020-06-10"],
    ["2018-12-09", "2021-12-09"],
    ["2019-03-01", "2019-06-10"],
  ] as const)
    expect(fault(paper(day, until)).fields, day).toEqual({ day: { code: "certifiedBeforeOverlaps" } });
  value(paper("2016-07-01", "2019-07-01", [second]));
  value(paper("2019-03-01", "2022-06-10"));
  value(paper("2022-06-11", "2025-06-10"));
  const listed = beforeEntered(seen, gate.person(seen, "people.read", dora));
  expect(listed.map(({ day, modules, waits }) => [day, modules.length, waits])).toEqual([
    ["2022-06-11", 2, true],
    ["2019-03-01", 2, true],
    ["2016-07-01", 1, true],
    ["2016-06-10", 1, true],
  ]);
  for (const one of listed)
    value(strikeOut(seen, { entryId: one.id, words: "The paper is another person's" }));
  value(paper("2016-07-01", "2019-07-01"));
  value(strikeOut(seen, { entryId: lastEntry(), words: "The paper is another person's" }));
  expect(beforeEntered(seen, gate.person(seen, "people.read", dora))).toEqual([]);
});
