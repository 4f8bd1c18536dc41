import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { confirmCourse } from "../../lib/courses/commands";
import { declineRequest, takeBackRequest } from "../../lib/requests/commands";
import { everyAction } from "../support/actions";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { fault, now, opened, value, world } from "../support/world";

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
/** Where somebody is led whose answer came to nothing, also without JavaScript: its form is gone from the page. */
const ledTo = (action: string, found: { code: string }, said: Record<string, unknown>) =>
  actions.get(action)!.options?.toAfterFault?.(found, said);

describe("an answer that comes too late leads to a page that says so", () => {
  it("of a trainer, given twice or after it was taken back", () => {
    const { courseId } = opened(w, { trainerIds: [String(w.trainerIds[0])] });
    const asked = () =>
      Number(
        sqlite()
          .prepare(
            "INSERT INTO trainer_requests (course_id, person_id, role, answer_by, asked_at, state) VALUES (?, ?, 'lead', '2027-01-30', ?, 'waiting')",
          )
          .run(courseId, w.trainerIds[1], now).lastInsertRowid,
      );
    const nour = as({ ...w.trainer, personId: w.trainerIds[1]! }, now);
    const decline = (requestId: number) => declineRequest(nour, { requestId, reason: "Exams" });
    const answered = asked();
    value(decline(answered));
    const takenBack = asked();
    value(takeBackRequest(as(w.coordinator, now), { requestId: takenBack }));
    for (const [requestId, code] of [
      [answered, "requestAnsweredAlready"],
      [takenBack, "requestTakenBack"],
    ] as const) {
      const found = fault(decline(requestId));
      expect(found.code).toBe(code);
      for (const action of ["acceptRequest", "declineRequest", "proposeInstead"])
        expect(ledTo(action, found, { requestId: String(requestId) })).toBe(`/my/requests?late=${code}`);
    }
    // What is wrong in a form that is still there is said in it.
    expect(ledTo("declineRequest", { code: "invalid" }, {})).toBeNull();
  });
  it("of a coordinator whose colleague has said already that a course takes place", () => {
    const { courseId } = opened(w, { minimumPeople: "2", decideBy: "2027-02-01" });
    value(confirmCourse(as(w.coordinator, now), { courseId }));
    const found = fault(confirmCourse(as(w.coordinator, now), { courseId }));
    expect(ledTo("confirmCourse", found, { courseId: String(courseId) })).toBe(
      `/desk/courses/${courseId}?done=decidedMeanwhile`,
    );
  });
});
