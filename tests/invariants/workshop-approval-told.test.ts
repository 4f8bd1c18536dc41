import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { addDays } from "../../lib/time/civil";
import { everyAction } from "../support/actions";
import { freshDatabase } from "../support/database";
import { good, monday, noonOf, rowOf, workshopForms } from "../support/workshopForms";
import { now, world } from "../support/world";

vi.mock("@/app/_actions/action", async () => ({
  action: (await import("../support/takenApart")).takenApart,
}));
vi.mock("@/app/_server/auth", () => ({
  startSession: vi.fn(),
  endSession: vi.fn(),
  chooseLanguage: vi.fn(),
}));
vi.mock("next/cache", () => ({ revalidatePath: vi.fn(), refresh: vi.fn() }));

const actions = await everyAction();
freshDatabase();
const w = world();
const { send, scheduled, decide, known, inWorkshop } = workshopForms(w, actions);

describe("whoever has a place in a workshop that is approved", () => {
  const hears = (personId: number, courseId: number) =>
    sqlite()
      .prepare(
        "SELECT message FROM notices WHERE person_id = ? AND course_id = ? AND told_at IS NULL AND message = 'courseConfirmed'",
      )
      .pluck()
      .all(personId, courseId);
  const back = (courseId: number) => send("takeApprovalBack", w.coordinator, { courseId: String(courseId) });

  it("hears once that it takes place, and not of an approval that is taken back before they did", async () => {
    const [courseId, personId] = [await scheduled(monday()), await known()];
    await inWorkshop(courseId, personId);
    expect(hears(personId, courseId)).toEqual([]);
    good(await decide("approveWorkshop", w.coordinator, courseId));
    expect(hears(personId, courseId)).toEqual(["courseConfirmed"]);
    good(await back(courseId));
    expect(hears(personId, courseId)).toEqual([]);
    good(await decide("approveWorkshop", w.coordinator, courseId));
    expect(hears(personId, courseId)).toEqual(["courseConfirmed"]);
    sqlite().prepare("UPDATE notices SET told_at = ? WHERE person_id = ?").run(now, personId);
    good(await back(courseId));
    const late = await known();
    await inWorkshop(courseId, late);
    good(await decide("approveWorkshop", w.coordinator, courseId));
    expect([hears(personId, courseId), hears(late, courseId)]).toEqual([[], ["courseConfirmed"]]);
  });

  it("hears nothing of the kind while it is not certain, or once it is over", async () => {
    const [tentative, past, personId] = [await scheduled(monday()), await scheduled(monday()), await known()];
    for (const courseId of [tentative, past]) await inWorkshop(courseId, personId);
    sqlite()
      .prepare("UPDATE courses SET minimum_people = 5, decide_by = starts_on WHERE id = ?")
      .run(tentative);
    good(await decide("approveWorkshop", w.coordinator, tentative));
    const after = noonOf(addDays(rowOf(past).ends_on, 2));
    good(await decide("approveWorkshop", w.coordinator, past, {}, after));
    expect([hears(personId, tentative), hears(personId, past)]).toEqual([[], []]);
  });
});
