import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { confirmWorkshop, setGates } from "../../lib/stages/commands";
import { ownStandings } from "../../lib/stages/queries";
import { programmesToConfirm, workshopsToConfirm } from "../../lib/stages/queries/confirming";
import { ownEntered } from "../../lib/stages/queries/entered";
import { presets } from "../../lib/stages/rules/gates";
import { confirmWorkshopSchema, gatesSchema } from "../../lib/stages/schema";
import { dayAt } from "../../lib/time/zone";
import { as } from "../support/as";
import { certifyAtOnce } from "../support/certify";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { fault, now, value, world } from "../support/world";

freshDatabase();
const w = world();
value(
  setGates(
    as(w.coordinator),
    gatesSchema.parse({
      ...{ programmeId: w.programmeId, seen: 0, preset: "own", inForceFrom: dayAt(now, "UTC") },
      ...{ ...presets.own, countOneIn: 1 },
    }),
  ),
);
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const [amal, badr] = tot.people.map(({ personId }) => personId) as [number, number];
const workshop = await workshopOf(amal, badr);
const at = workshop.evening + 86_400_000;
const confirm = (by: Viewer, more: Record<string, unknown> = {}) =>
  confirmWorkshop(
    as(by, at),
    confirmWorkshopSchema.parse({
      ...{ personId: amal, toolId, programmeId: w.programmeId, courseId: workshop.courseId },
      ...more,
    }),
  );
const list = () =>
  workshopsToConfirm(
    as(w.coordinator, at),
    gate.programme(as(w.coordinator, at), "stage.enter", w.programmeId),
  );
const counted = (personId: number) => {
  const cx = as(viewerOf(personId), at);
  return ownStandings(cx, gate.self(cx), dayAt(at, "UTC"))[0]?.standing.gates.find(
    ({ gate: name }) => name === "workshops",
  )?.have;
};

describe("workshops that a programme wants confirmed", () => {
  it("wait for nothing while they are under way, and then for a coordinator, who finds them", () => {
    expect(fault(confirm(w.coordinator)).code).toBe("workshopNotEnded");
    expect(list()).toMatchObject({ asked: true, workshops: [] });
    workshop.end();
    expect(list().workshops.map(({ person, role }) => [person.name, role])).toEqual([
      ["Amal", "lead"],
      ["Badr", "co_trainer"],
    ]);
    // What is to be confirmed is seen: who came of who has a place, and whether it was recorded afterwards.
    const [one] = list().workshops;
    const people = (state: string) =>
      sqlite()
        .prepare(
          `SELECT count(DISTINCT a.registration_id) FROM attendance a JOIN sessions s ON s.id = a.session_id WHERE s.course_id = ? AND a.minutes ${state}`,
        )
        .pluck()
        .get(workshop.courseId) as number;
    expect(one).toMatchObject({ present: people("> 0"), afterwards: false });
    expect(one!.present).toBeGreaterThan(0);
    expect(one!.registered).toBeGreaterThanOrEqual(one!.present);
    expect(one!.place).toBeDefined();
    const cx = as(w.coordinator, at);
    expect(programmesToConfirm(cx, gate.reach(cx, "stage.enter"))).toMatchObject([
      { id: w.programmeId, count: 2 },
    ]);
    const own = as(viewerOf(amal), at);
    expect(ownEntered(own, gate.self(own))[0]?.workshops).toMatchObject([{ counting: "toConfirm" }]);
    expect(counted(amal)).toBe(0);
  });
  it("are confirmed by a coordinator of the programme alone, and never by whoever held them", () => {
    for (const by of [w.trainer, w.stranger, viewerOf(badr)])
      expect(fault(confirm(by)).code).toBe("notFound");
    expect(fault(confirm({ ...w.coordinator, personId: amal })).code).toBe("ownStage");
    expect(fault(confirm(w.coordinator, { courseId: tot.courseId })).code).toBe("workshopNotEnded");
  });
  it("count once for whom they are confirmed, however often somebody presses", () => {
    value(confirm(w.coordinator));
    value(confirm(w.coordinator));
    expect(sqlite().prepare("SELECT count(*) FROM stage_events").pluck().get()).toBe(1);
    expect([counted(amal), counted(badr)]).toEqual([1, 0]);
    expect(list().workshops.map(({ person }) => person.name)).toEqual(["Badr"]);
  });
  it("are asked for on the first page of whoever is certified too, whose renewal they serve, and said as what comes next", () => {
    value(certifyAtOnce(w.coordinator, workshop.evening - 2 * 86_400_000, tot.people[1]!.id));
    const cx = as(w.coordinator, at);
    expect(programmesToConfirm(cx, gate.reach(cx, "stage.enter"))).toMatchObject([{ count: 1 }]);
    const own = as(viewerOf(badr), at);
    expect(ownStandings(own, gate.self(own), dayAt(at, "UTC"))[0]).toMatchObject({
      standing: { stage: "certified" },
      next: { step: "confirmWorkshops", missing: 1 },
    });
  });
  it("are none with nobody present on the roll", () => {
    sqlite()
      .prepare(
        "UPDATE attendance SET state = 'absent', minutes = 0 WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ?)",
      )
      .run(workshop.courseId);
    expect(fault(confirm(w.coordinator, { personId: badr })).code).toBe("workshopNoRoll");
  });
  it("are drawn by a key that the product makes with each version and that no page gets", () => {
    const keys = sqlite().prepare("SELECT draw_key FROM gate_versions").pluck().all() as string[];
    expect(keys.every((key) => key.length > 20)).toBe(true);
  });
});
