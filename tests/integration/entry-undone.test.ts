import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { createTool } from "../../lib/curriculum/commands";
import { toolSchema } from "../../lib/curriculum/schema";
import { enterStep, noteVisit, strikeOut, undoEntry } from "../../lib/stages/commands";
import { wayAt } from "../../lib/stages/queries/deciding";
import { enteringPage } from "../../lib/stages/queries/entered";
import { observationPage } from "../../lib/stages/queries/observing";
import { stepSchema, undoSchema, visitSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { anotherThan } from "../support/certify";
import { freshDatabase } from "../support/database";
import { everything } from "../support/everything";
import { onTheWay } from "../support/onTheWay";
import { fault, now, value, world } from "../support/world";

freshDatabase();
const w = world();
const { tot, toolId, viewerOf, workshopOf } = await onTheWay(w);
const [amal, badr] = tot.people.map(({ personId }) => personId) as [number, number];
const [rami, nour] = w.trainerIds as [number, number];
const colleague = anotherThan(w.coordinator, amal);
const at = tot.at("2027-03-01");
const hour = 3_600_000;
const of = (personId: number) => ({ personId, toolId, programmeId: w.programmeId });
let days = 0;
const visit = (by: Viewer, personId = amal) => {
  const day = `2027-02-2${++days}`;
  const form = { ...of(personId), day, words: "Seen at work in Irbid" };
  return value(noteVisit(as(by, at), visitSchema.parse(form))).entryId;
};
const undo = (by: Viewer, entryId: number, after = 1000) =>
  undoEntry(as(by, at + after), undoSchema.parse({ entryId: String(entryId) }));
const page = (by: Viewer, personId = amal, chosen: number | null = null) =>
  enteringPage(as(by, at + 1000), "stage.observe", personId, {
    ...{ toolId: chosen, programmeId: chosen && w.programmeId },
  });
const undoable = (by: Viewer, entryId: number) =>
  page(by).ways[0]?.steps.find(({ id }) => id === entryId)?.undoable;

describe("what one entered just now", () => {
  it("is undone without a reason, by whoever entered it alone, and stays in the history as such", () => {
    const entryId = visit(viewerOf(rami));
    expect([viewerOf(rami), viewerOf(nour)].map((by) => undoable(by, entryId))).toEqual([true, false]);
    expect(fault(undo(viewerOf(nour), entryId)).code).toBe("undoOvertaken");
    value(undo(viewerOf(rami), entryId));
    expect(page(viewerOf(rami)).way?.steps).toEqual([]);
    const history = wayAt(as(w.coordinator, at + 2000), of(amal))!.history;
    expect(history.slice(0, 2)).toMatchObject([
      { kind: "struck", undone: true, words: null },
      { id: entryId, struckOn: history[0]!.day, undone: false },
    ]);
    expect(fault(undo(viewerOf(rami), entryId)).code).toBe("undoOvertaken");
  });
  it("is undone no more once it is an hour old, or somebody else entered anything on that way", () => {
    const first = visit(viewerOf(rami));
    expect(fault(undo(viewerOf(rami), first, hour + 1)).code).toBe("undoOvertaken");
    const second = visit(w.coordinator);
    const before = everything();
    expect(undoable(viewerOf(rami), first)).toBe(false);
    expect(fault(undo(viewerOf(rami), first)).code).toBe("undoOvertaken");
    expect(everything() === before).toBe(true);
    // What the other one struck out was never there to go by.
    value(strikeOut(as(w.coordinator, at), { entryId: second, words: "Another person of that name" }));
    value(undo(viewerOf(rami), first, hour));
  });
  it("is a step too, for who may enter one; an observation is corrected instead", () => {
    const form = { ...of(badr), step: "refresher", day: "2027-02-20", words: "The list of marks of May" };
    const { entryId } = value(enterStep(as(colleague, at), stepSchema.parse(form)));
    value(undo(colleague, entryId));
    const observation = sqlite()
      .prepare(
        "INSERT INTO stage_events (person_id, tool_id, programme_id, course_id, kind, day, rubric, entered_at, entered_by) SELECT ?, ?, ?, id, 'observation', '2027-02-20', '{\"points\":[4]}', ?, ? FROM courses LIMIT 1 RETURNING id",
      )
      .pluck()
      .get(badr, toolId, w.programmeId, at, colleague.personId) as number;
    expect(fault(undo(colleague, observation)).code).toBe("undoOvertaken");
  });
});

describe("where somebody is on several ways", () => {
  it("none is meant until one was chosen, on the pages of visits, steps and observations", async () => {
    const workshop = await workshopOf(badr);
    const seen = (chosen: number | null) =>
      observationPage(
        as(w.coordinator, workshop.evening),
        { courseId: workshop.courseId, personId: badr },
        { toolId: chosen, programmeId: chosen && w.programmeId },
      ).way?.toolId;
    expect([page(w.coordinator, badr).way?.toolId, seen(null)]).toEqual([toolId, toolId]);
    const honey = {
      ...{ titleEn: "Honey.Coop", ownLanguage: "en", descriptionEn: "Bees", versionLabel: "1" },
      ...{ programmeId: String(w.programmeId), modules: [{ code: "M1", titleEn: "Hives", minutes: "120" }] },
    };
    value(createTool(as(w.coordinator, now), toolSchema.parse(honey)));
    const other = sqlite().prepare("SELECT id FROM tools WHERE id <> ?").pluck().get(toolId) as number;
    const enter = sqlite().prepare(
      "INSERT INTO stage_events (person_id, tool_id, programme_id, kind, day, words, entered_at) VALUES (?, ?, ?, 'practicum', '2027-02-20', 'Before', 0)",
    );
    enter.run(badr, other, w.programmeId);
    expect(page(w.coordinator, badr).ways).toHaveLength(2);
    expect(page(w.coordinator, badr).way).toBeNull();
    expect(page(w.coordinator, badr, other).way?.toolId).toBe(other);
    // The workshop teaches one of the tools alone: nothing to choose there. With the same tool in another programme there is.
    expect(seen(null)).toBe(toolId);
    enter.run(badr, toolId, w.otherId);
    expect(seen(null)).toBeUndefined();
    expect(seen(toolId)).toBe(toolId);
  });
});
