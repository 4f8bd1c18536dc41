import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { observationPage } from "../../lib/stages/queries/observing";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { onTheWay } from "../support/onTheWay";
import { world } from "../support/world";

freshDatabase();
const w = world();
const { tot, viewerOf, workshopOf } = await onTheWay(w);
const amal = tot.people[0]!.personId;
/** The first trainer of the training of trainers; and who is beside. */
const [rami, nour] = w.trainerIds as [number, number];
const workshop = await workshopOf(amal);
const page = (by: ReturnType<typeof viewerOf>) =>
  observationPage(
    as(by, workshop.evening),
    { courseId: workshop.courseId, personId: amal },
    { toolId: null, programmeId: null },
  );

describe("a training of trainers whose timetable names nobody", () => {
  const without = (sessionIds: string) =>
    sqlite()
      .prepare(
        `DELETE FROM session_trainers WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ? ${sessionIds})`,
      )
      .run(tot.courseId);
  const mayObserve = () => [rami, nour].map((id) => page(viewerOf(id)).way?.why ?? null);
  it("was led by the course's first trainer: they may observe, the one beside them may not", () => {
    without("");
    expect(mayObserve()).toEqual([null, "observerNotQualified"]);
  });
  it("counts for nobody but those who are named, once somebody is", () => {
    const one = sqlite()
      .prepare("SELECT id FROM sessions WHERE course_id = ? AND module_id IS NOT NULL LIMIT 1")
      .pluck()
      .get(tot.courseId);
    sqlite()
      .prepare("INSERT INTO session_trainers (session_id, person_id, role) VALUES (?, ?, 'lead')")
      .run(one, nour);
    expect(mayObserve()[0]).toBe("observerNotQualified");
  });
});
