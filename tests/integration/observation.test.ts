import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { observe, setSuperior, signObservation, strikeOut } from "../../lib/stages/commands";
import { personObservations } from "../../lib/stages/queries";
import { ownEntered } from "../../lib/stages/queries/entered";
import { observationPage, workshopsToObserve } from "../../lib/stages/queries/observing";
import { wayWaits } from "../../lib/stages/queries/waits";
import { criteria } from "../../lib/stages/rules/rubric";
import { observeSchema } from "../../lib/stages/schema";
import { addDays } from "../../lib/time/civil";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, viewerOf, workshopOf, planned, cancel } = await onTheWay(w);
const [amal, badr, chadi] = tot.people.map(({ personId }) => personId) as [number, number, number];
/** Led the training of trainers; and was beside. */
const [rami, nour] = w.trainerIds as [number, number];
const workshop = await workshopOf(amal, badr);
const pointsOf = (all: number[]) => Object.fromEntries(criteria.map((c, i) => [c, String(all[i])]));
const good = [...Array<number>(11).fill(4), 3];
const form = (more: Record<string, unknown> = {}) => ({
  courseId: String(workshop.courseId),
  personId: String(amal),
  toolId: String(toolId),
  programmeId: String(w.programmeId),
  day: workshop.endsOn,
  points: pointsOf(good),
  strengths: "Everybody worked in groups.",
  advice: "Leave time for the summary.",
  ground: "I coordinate, and nobody is certified yet",
  correctsId: "",
  reason: "",
  ...more,
});
const write = (by: Viewer, more: Record<string, unknown> = {}, at = workshop.evening) =>
  observe(as(by, at), observeSchema.parse(form(more)));
const page = (by: Viewer) =>
  observationPage(
    as(by, workshop.evening),
    { courseId: workshop.courseId, personId: amal },
    { toolId: null, programmeId: null },
  );

describe("an observation", () => {
  it("is found by whoever trains in the programme, of whoever is on the way and trains a workshop", () => {
    const cx = as(viewerOf(rami), workshop.evening);
    const found = workshopsToObserve(cx, gate.reach(cx, "stage.observe"));
    expect(found.map(({ id, people }) => [id, people.map(({ name }) => name)])).toEqual([
      [workshop.courseId, ["Amal", "Badr"]],
    ]);
  });
  it("is written down by whoever led the training of trainers, with mean and lowest against the marks", () => {
    value(write(viewerOf(rami)));
    expect(page(viewerOf(rami))).toMatchObject({
      mine: { mean: 39, lowest: 3, reached: true, below: [], signedOn: null },
      others: [],
    });
    const told = sqlite()
      .prepare("SELECT person_id AS personId FROM notices WHERE message = 'observationMade'")
      .all();
    expect(told).toEqual([{ personId: amal }]);
  });
  it("stands on the list as written down, and is offered there to nobody who may not", () => {
    const found = (by: Viewer) => {
      const cx = as(by, workshop.evening);
      return workshopsToObserve(cx, gate.reach(cx, "stage.observe")).flatMap(({ people }) =>
        people.map(({ name, observed, why }) => [name, observed, why]),
      );
    };
    expect(found(viewerOf(rami))).toEqual([
      ["Amal", true, null],
      ["Badr", false, null],
    ]);
    expect(found(viewerOf(nour))).toEqual([
      ["Amal", false, "observerNotQualified"],
      ["Badr", false, "observerNotQualified"],
    ]);
  });
  it("is refused where something is not said, and keeps to points from 1 to 5", () => {
    const open: Record<string, unknown>[] = [
      { strengths: " " },
      { advice: "" },
      { points: pointsOf([...Array<number>(11).fill(4), 6]) },
      { points: { ...pointsOf(good), time: "" } },
      { correctsId: "1" },
    ];
    for (const more of open)
      expect(observeSchema.safeParse(form(more)).success, JSON.stringify(more)).toBe(false);
  });
  it("is refused of oneself, by whoever is not qualified, and to strangers", () => {
    expect(fault(write(viewerOf(amal))).code).toBe("ownObservation");
    expect(fault(write(viewerOf(nour))).code).toBe("observerNotQualified");
    expect(fault(write(viewerOf(chadi))).code).toBe("observerNotQualified");
    expect(fault(write(w.otherTrainer)).code).toBe("observerNotQualified");
    for (const by of [w.stranger, w.participant]) expect(fault(write(by)).code).toBe("notFound");
  });
  it("is refused to whoever is above the trainer, over several steps", () => {
    const set = (personId: number, superiorId: number) =>
      value(setSuperior(as(w.coordinator), { personId, superiorId }));
    set(badr, nour);
    set(nour, w.coordinator.personId!);
    expect(fault(write(w.coordinator, { personId: String(badr) })).code).toBe("observerSuperior");
    // Not between those who are beside each other.
    value(write(viewerOf(rami), { personId: String(badr) }));
  });
  it("is refused of a workshop that was cancelled or has not begun, or in which the person does not train", async () => {
    const later = planned(badr);
    const other = await workshopOf(badr);
    const of = (courseId: number, day: string) => ({
      ...{ courseId: String(courseId), personId: String(badr), day },
    });
    expect(fault(write(viewerOf(rami), of(later.courseId, "2027-09-05"))).code).toBe("observationTooEarly");
    expect(
      fault(write(viewerOf(rami), { courseId: String(other.courseId), day: other.endsOn }, other.evening))
        .code,
    ).toBe("observationNotTrainer");
    // On its first day it begins with its first session, for the command as for the page.
    const begins = sqlite()
      .prepare("SELECT min(start_instant) FROM sessions WHERE course_id = ?")
      .pluck()
      .get(later.courseId) as number;
    const early = write(viewerOf(rami), of(later.courseId, "2027-09-05"), begins - 60_000);
    expect(fault(early).code).toBe("observationTooEarly");
    const notNow = (at: number) =>
      observationPage(
        as(viewerOf(rami), at),
        { courseId: later.courseId, personId: badr },
        { toolId: null, programmeId: null },
      ).notNow;
    expect([notNow(begins - 60_000), notNow(begins)]).toEqual(["observationTooEarly", null]);
    cancel(later.courseId, "open", workshop.evening);
    expect(notNow(begins)).toBe("observationCancelled");
    expect(fault(write(viewerOf(rami), of(later.courseId, "2027-09-05"))).code).toBe("observationCancelled");
    expect(fault(write(viewerOf(rami), { day: "2027-01-01" })).fields).toEqual({
      day: { code: "observationDay" },
    });
  });
  it("is made once by an observer: a correction strikes the first out and leaves both in the history", () => {
    expect(fault(write(viewerOf(rami))).code).toBe("observedAlready");
    const first = page(viewerOf(rami)).mine!.id;
    expect(
      fault(write(viewerOf(rami), { correctsId: "999", reason: "The points of another day" })).code,
    ).toBe("stale");
    value(
      write(viewerOf(rami), {
        ...{ correctsId: String(first), reason: "Points of somebody else" },
        points: pointsOf([...Array<number>(11).fill(3), 2]),
      }),
    );
    expect(page(viewerOf(rami)).mine).toMatchObject({ mean: 29, lowest: 2, reached: false });
    const kinds = sqlite()
      .prepare("SELECT kind FROM stage_events WHERE person_id = ? ORDER BY id")
      .pluck()
      .all(amal);
    expect(kinds).toEqual(["observation", "struck", "observation"]);
    for (const change of ["UPDATE stage_events SET day = '2020-01-01'", "DELETE FROM stage_events"])
      expect(() => sqlite().exec(change)).toThrow(/only added to/);
  });
  it("of a second observer is made without reading the first, and both then see how far they agree", () => {
    expect(page(w.coordinator).others).toEqual([]);
    value(write(w.coordinator, { points: pointsOf([...Array<number>(11).fill(4), 5]) }));
    expect(page(w.coordinator)).toMatchObject({
      mine: { agreements: [{ by: { name: "Rami" }, count: 11 }] },
      others: [{ mean: 29, agreements: [] }],
    });
  });
  it("is read and signed by whoever was observed, once, as it stands", () => {
    const own = (by: Viewer) => ownEntered(as(by, workshop.evening), gate.self(as(by, workshop.evening)));
    const [byRami, byCoordinator] = [page(viewerOf(rami)).mine!.id, page(w.coordinator).mine!.id];
    const sign = (by: Viewer, observationId: number) =>
      signObservation(as(by, workshop.evening), { observationId });
    expect(fault(sign(viewerOf(badr), byRami)).code).toBe("notFound");
    const struck = sqlite().prepare("SELECT of_id FROM stage_events WHERE kind = 'struck'").pluck().get();
    expect(fault(sign(viewerOf(amal), struck as number)).code).toBe("observationCorrected");
    value(sign(viewerOf(amal), byRami));
    value(sign(viewerOf(amal), byRami));
    expect(own(viewerOf(amal))[0]?.observations).toMatchObject([
      { id: byCoordinator, signedOn: null },
      {
        id: byRami,
        signedOn: workshop.endsOn,
        strengths: "Everybody worked in groups.",
        course: expect.anything(),
      },
    ]);
    const signatures = sqlite().prepare("SELECT count(*) FROM stage_events WHERE kind = 'signed'").pluck();
    expect(signatures.get()).toBe(1);
  });
  it("says how often one has observed the same trainer before", async () => {
    const next = await workshopOf(amal);
    const before = observationPage(
      as(viewerOf(rami), next.evening),
      { courseId: next.courseId, personId: amal },
      { toolId: null, programmeId: null },
    );
    expect(before).toMatchObject({ timesBefore: 1, mine: null, way: { why: null } });
  });
});

describe("a workshop of today", () => {
  it("is on Today of the trainer who may observe there, until they did; not of whoever coordinates", async () => {
    const today = await workshopOf(chadi);
    const offered = (by: Viewer) => wayWaits(as(by, today.evening)).toObserve;
    const mine = { href: `/desk/observe/${today.courseId}/${chadi}`, name: "Chadi" };
    expect(offered(viewerOf(rami))).toContainEqual(expect.objectContaining(mine));
    for (const by of [viewerOf(chadi), viewerOf(nour), w.coordinator])
      expect(offered(by).map(({ href }) => href)).not.toContain(mine.href);
    const after = as(viewerOf(rami), today.at(addDays(today.endsOn, 1), "09:00"));
    expect(wayWaits(after).toObserve.map(({ href }) => href)).not.toContain(mine.href);
    const of = { courseId: String(today.courseId), personId: String(chadi), day: today.endsOn };
    value(write(viewerOf(rami), of, today.evening));
    expect(offered(viewerOf(rami)).map(({ href }) => href)).not.toContain(mine.href);
    const cx = as(w.coordinator, today.evening);
    const rows = () => personObservations(cx, gate.person(cx, "people.read", chadi));
    expect(rows()).toMatchObject([{ struckOn: null }]);
    const observed = sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
    const words = "It was another workshop, as we heard";
    value(strikeOut(cx, { entryId: observed, words }));
    // It stays on the person's page, struck out, and whoever wrote it reads why.
    expect(rows()).toMatchObject([{ id: observed, struckOn: today.endsOn }]);
    expect(wayWaits(as(viewerOf(rami), today.evening)).sent[0]).toMatchObject({
      ...{ observedOn: today.endsOn, became: "struck", words, day: today.endsOn },
      ...{ person: { id: chadi }, href: mine.href },
    });
  });
});

describe("an observation in a workshop of another programme than the way's", () => {
  it("is written by who may in either, and counts on the way", async () => {
    const next = await workshopOf(badr);
    sqlite().prepare("UPDATE courses SET programme_id = ? WHERE id = ?").run(w.otherId, next.courseId);
    const of = { courseId: String(next.courseId), personId: String(badr), day: next.endsOn };
    value(write(viewerOf(rami), of, next.evening));
    value(write(w.stranger, of, next.evening));
    const rows = sqlite()
      .prepare("SELECT DISTINCT programme_id FROM stage_events WHERE course_id = ?")
      .pluck()
      .all(next.courseId);
    expect(rows).toEqual([w.programmeId]);
  });
});
