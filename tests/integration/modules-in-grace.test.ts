import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { system } from "../../lib/access/table";
import { confirmWorkshop, enterCertifiedBefore, judgeAnew, recommend } from "../../lib/stages/commands";
import { ownStandings } from "../../lib/stages/queries";
import { workshopsToConfirm } from "../../lib/stages/queries/confirming";
import { ownEntered } from "../../lib/stages/queries/entered";
import { wayWaits } from "../../lib/stages/queries/waits";
import { certifiedBeforeSchema, confirmWorkshopSchema, recommendSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { anotherThan, approveAll } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { onTheWay } from "../support/onTheWay";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const [amal, badr] = tot.people.map(({ personId }) => personId) as [number, number];
const colleague = anotherThan(w.coordinator, amal);
const words = "Said, and at some length";
const keys = { personId: String(amal), programmeId: String(w.programmeId), toolId: String(toolId) };
setFirstGates(w, { workshops: "1", graceMonths: "2", renewalWorkshopsPerYear: "1" });

/** A workshop of theirs in which they taught one module alone. */
async function taught(code: string) {
  const held = await workshopOf(amal, badr);
  sqlite()
    .prepare(
      "DELETE FROM session_trainers WHERE person_id = ? AND session_id IN (SELECT s.id FROM sessions s LEFT JOIN modules m ON m.id = s.module_id WHERE s.course_id = ? AND m.code IS NOT ?)",
    )
    .run(amal, held.courseId, code);
  held.end();
  return held.courseId;
}
const courses = { M1: await taught("M1"), M2: await taught("M2") };

const on = (day: string, by: Viewer = w.coordinator) => as(by, tot.at(day, "12:00"));
value(
  enterCertifiedBefore(
    on("2027-03-01"),
    certifiedBeforeSchema.parse({
      ...{ personId: keys.personId, programmeId: keys.programmeId, moduleIds: [String(w.moduleIds[0])] },
      ...{ day: "2025-03-20", until: "2027-03-20", words: "ITCILO certificate 4711" },
    }),
  ),
);
expect(approveAll(on("2027-03-01", colleague))).toEqual({ approved: 1, faults: [] });

const list = (day: string) => {
  const cx = on(day);
  return workshopsToConfirm(cx, gate.programme(cx, "stage.enter", w.programmeId)).workshops.flatMap((one) =>
    one.person.id === amal ? one.courseId : [],
  );
};
const own = (day: string) => on(day, viewerOf(amal));
const entered = (day: string) =>
  Object.fromEntries(
    ownEntered(own(day), gate.self(own(day)))[0]!.workshops.map(({ courseId, counting }) => [
      courseId,
      counting,
    ]),
  );
const way = (day: string) => ownStandings(own(day), gate.self(own(day)), day)[0]!;
const confirm = (day: string, courseId: number) =>
  value(confirmWorkshop(on(day), confirmWorkshopSchema.parse({ ...keys, courseId: String(courseId) })));
const named = (day: string, by: Viewer = colleague) =>
  wayWaits(on(day, by)).toRecommend.map(({ person, others }) => [person.id, others]);

describe("one module that is renewed, and another one that was never certified", () => {
  it("take their own workshops, before the end of the first as in its grace", () => {
    for (const day of ["2027-03-10", "2027-03-20", "2027-03-21", "2027-05-20"]) {
      expect([day, list(day)]).toEqual([day, [courses.M1, courses.M2]]);
      expect(entered(day)).toEqual({ [courses.M1]: "toConfirm", [courses.M2]: "toConfirm" });
      const { standing, next, beside } = way(day);
      expect([day, standing.stage]).toEqual([day, day <= "2027-03-20" ? "certified" : "lapsed"]);
      // Each says how much of its own waits.
      expect(next).toEqual({ step: "confirmWorkshops", missing: 1 });
      expect(beside).toMatchObject([{ modules: ["M2"], next: { step: "confirmWorkshops", missing: 1 } }]);
    }
  });
  it("are asked for on Today where the conditions are met beside a certification, and until somebody recommends", () => {
    const day = "2027-03-12";
    expect(named(day)).toEqual([]);
    confirm(day, courses.M1);
    expect(named(day)).toEqual([]);
    confirm(day, courses.M2);
    expect(named(day)).toEqual([[amal, true]]);
    // So they stay in the grace.
    const graced = as(system, tot.at("2027-03-22", "05:00"));
    while (judgeAnew(graced));
    expect(way("2027-03-22").beside).toMatchObject([{ modules: ["M2"], next: { step: "recommend" } }]);
    expect(named("2027-03-22")).toEqual([[amal, true]]);
    value(recommend(on("2027-03-22", colleague), recommendSchema.parse({ ...keys, modules: ["M2"], words })));
    expect(named("2027-03-22", w.coordinator)).toEqual([]);
  });
});
