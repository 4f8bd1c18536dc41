import { describe, expect, it } from "vitest";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { enterStep, noteVisit, setSuperior } from "../../lib/stages/commands";
import { enteringPage, ownEntered } from "../../lib/stages/queries/entered";
import { stepSchema, visitSchema } from "../../lib/stages/schema";
import { addDays } from "../../lib/time/civil";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const [amal, badr, chadi] = tot.people.map(({ personId }) => personId) as [number, number, number];
/** Led the training of trainers; and was beside. */
const [rami, nour] = w.trainerIds as [number, number];
const workshop = await workshopOf(amal, badr);

describe("what else is entered of somebody on the way", () => {
  const keys = { personId: String(chadi), toolId: String(toolId), programmeId: String(w.programmeId) };
  const visit = (by: Viewer, more: Record<string, unknown> = {}) =>
    noteVisit(
      as(by, workshop.evening),
      visitSchema.parse({ ...keys, day: workshop.endsOn, words: "A good first day in Irbid", ...more }),
    );
  const step = (by: Viewer, more: Record<string, unknown> = {}) =>
    enterStep(
      as(by, workshop.evening),
      stepSchema.parse({
        ...keys,
        step: "examination",
        day: tot.endsOn,
        words: "The list of marks of May",
        ...more,
      }),
    );
  it("is a coaching visit by whoever may observe them, which they read themselves; candidates visit nobody", () => {
    // One who trains beside them, and a colleague on the way.
    for (const by of [nour, amal]) expect(fault(visit(viewerOf(by))).code).toBe("observerNotQualified");
    value(visit(viewerOf(rami)));
    expect(fault(visit(viewerOf(rami))).code).toBe("enteredAlready");
    expect(fault(visit(viewerOf(chadi), { words: "My own visit to myself" })).code).toBe("ownStage");
    expect(fault(visit(w.stranger, { words: "A visit by a stranger" })).code).toBe("notFound");
    const cx = as(viewerOf(chadi), workshop.evening);
    expect(ownEntered(cx, gate.self(cx))[0]?.steps).toMatchObject([
      { kind: "coaching_visit", words: "A good first day in Irbid", by: { name: "Rami" } },
    ]);
  });
  it("is a step that took place elsewhere, by a coordinator, on evidence and of no day to come", () => {
    value(step(w.coordinator));
    expect(fault(step(viewerOf(nour))).code).toBe("notFound");
    expect(fault(step(w.coordinator, { day: "2029-01-01" })).fields).toEqual({ day: { code: "dayToCome" } });
    expect(fault(step(w.coordinator, { day: "1950-01-01" })).fields).toEqual({ day: { code: "dayLongAgo" } });
    // An examination may be held within the training; a refresher or a visit comes after it.
    const notBefore = (day: string) => ({ day: { code: "dayBeforeWay", params: { day: { day } } } });
    const begins = addDays(tot.endsOn, -4);
    value(step(w.coordinator, { step: "practicum", day: begins }));
    expect(fault(step(w.coordinator, { day: addDays(begins, -1) })).fields).toEqual(notBefore(begins));
    const soon = addDays(tot.endsOn, -1);
    expect(fault(step(w.coordinator, { step: "refresher", day: soon })).fields).toEqual(
      notBefore(tot.endsOn),
    );
    expect(fault(visit(w.coordinator, { day: soon })).fields).toEqual(notBefore(tot.endsOn));
    value(setSuperior(as(w.coordinator), { personId: nour, superiorId: w.coordinator.personId! }));
    expect(fault(step(w.coordinator, { personId: String(nour) })).code).toBe("subordinate");
    expect(stepSchema.safeParse({ ...keys, step: "approved", day: "2027-01-20", words: "x" }).success).toBe(
      false,
    );
    const page = enteringPage(as(w.coordinator, workshop.evening), "stage.enter", chadi, {
      ...{ toolId: null, programmeId: null },
    });
    expect(page.way?.steps.map(({ kind }) => kind)).toEqual(["coaching_visit", "examination", "practicum"]);
  });
});
