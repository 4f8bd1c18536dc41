import { expect, it } from "vitest";
import { system, type Viewer } from "../../lib/access/table";
import {
  enterCertifiedBefore,
  judgeAnew,
  recommendRenewal,
  remindOfEnds,
  renew,
} from "../../lib/stages/commands";
import { certificationEnds } from "../../lib/stages/queries/ends";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
setFirstGates(w, { graceMonths: "2" });
const course = await coursesToCertify(w).issued("tot");
const [amal, badr] = course.people.map(({ id }) => wayOf(id)) as [
  ReturnType<typeof wayOf>,
  ReturnType<typeof wayOf>,
];
const colleague = anotherThan(w.coordinator, amal.personId);
const on = (day: string, by: Viewer = w.coordinator) => as(by, course.at(day, "12:00"));
const words = "Two workshops in Irbid, and one in Zarqa";

it("who is renewed in the grace stands among those whose certification lapsed no more, from that hour on", () => {
  for (const { personId } of [amal, badr])
    value(
      enterCertifiedBefore(on("2027-03-01", colleague), {
        ...{ personId, programmeId: w.programmeId, moduleIds: [...w.moduleIds] },
        ...{ day: "2024-06-10", until: "2027-06-10", words },
      }),
    );
  expect(approveAll(on("2027-03-02"))).toEqual({ approved: 2, faults: [] });
  const job = as(system, course.at("2027-06-15", "06:00"));
  for (const part of [judgeAnew, remindOfEnds]) while (part(job));
  const shown = () => {
    const { renewable, due, lapsed } = certificationEnds(on("2027-06-15"));
    return [...renewable, ...due, ...lapsed].map(({ person, until }) => [person.id, until]);
  };
  const lapsed = [amal, badr].map(({ personId }) => [personId, "2027-06-10"]);
  expect(shown()).toEqual(lapsed);
  const { modules: _, ...way } = amal;
  value(recommendRenewal(on("2027-06-15", colleague), { ...way, kind: "renewed", words }));
  value(renew(on("2027-06-15"), { ...way, words, exception: false }));
  expect(shown()).toEqual(lapsed.slice(1));
});
