import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { visitor } from "../../lib/access/table";
import { publicCourse } from "../../lib/courses/queries";
import { registerParticipant } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import { addDays } from "../../lib/time/civil";
import { everyAction } from "../support/actions";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { decidedWorkshop, todayFor } from "../support/desk";
import { everything } from "../support/everything";
import { sendRegistration } from "../support/sendRegistration";
import { good, inOneWord, monday, refused, rowOf, sessionsOf, workshopForms } from "../support/workshopForms";
import { now, registrationForm, world } from "../support/world";

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
const { elsewhere, secondCoordinator, both, send, form, seenOf, scheduled, decide } = workshopForms(
  w,
  actions,
);

describe("approving", () => {
  it("is done by another than whose workshop it is, once, and not of what is cancelled or changed meanwhile", async () => {
    const own = await scheduled(monday(), {}, both);
    expect(refused(await decide("approveWorkshop", both, own)).code).toBe("ownWorkshop");
    expect(refused(await decide("turnDownWorkshop", both, own, { reason: "No" })).code).toBe("ownWorkshop");
    const seen = seenOf(own);
    good(
      await send("editWorkshop", both, {
        ...form(rowOf(own).starts_on),
        courseId: String(own),
        version: String(rowOf(own).version),
        capacity: "30",
      }),
    );
    expect(
      refused(await send("approveWorkshop", secondCoordinator, { courseId: String(own), seen })).code,
    ).toBe("workshopChanged");
    good(await decide("approveWorkshop", secondCoordinator, own));
    expect(refused(await decide("approveWorkshop", w.coordinator, own)).code).toBe("workshopApprovedAlready");
    const cancelled = await scheduled(monday());
    good(
      await send("setCourseState", w.trainer, {
        courseId: String(cancelled),
        from: "open",
        to: "cancelled",
        reason: "Rain",
      }),
    );
    expect(refused(await decide("approveWorkshop", w.coordinator, cancelled)).code).toBe("workshopCancelled");
    expect(publicCourse(as(visitor), rowOf(cancelled).slug)).toBeNull();
  });

  it("is of what was seen: another timetable is shown again, somebody more at the door is not another workshop", async () => {
    const startsOn = monday();
    const courseId = await scheduled(startsOn, { capacity: "1" });
    const of = { courseId: String(courseId) };
    const approve = (seen: string) => send("approveWorkshop", w.coordinator, { ...of, seen });
    let seen = seenOf(courseId);
    const other = { ...of, kind: "other", title: "More", day: startsOn, startsAt: "18:00", endsAt: "19:00" };
    good(await send("saveSession", w.trainer, other));
    expect(refused(await approve(seen)).code).toBe("workshopChanged");
    seen = seenOf(courseId);
    const { id: sessionId } = sessionsOf(courseId).at(-1)!;
    good(await send("deleteSession", w.trainer, { ...of, sessionId: String(sessionId) }));
    expect(refused(await approve(seen)).code).toBe("workshopChanged");
    seen = seenOf(courseId);
    for (const name of ["First", "Second"])
      good(
        registerParticipant(
          as(w.trainer, now),
          participantSchema([]).parse({
            ...of,
            name,
            language: "en",
            consent: "on",
            formKey: `walk-in-${name}`,
          }),
        ),
      );
    expect((rowOf(courseId) as unknown as { capacity: number }).capacity).toBeGreaterThan(1);
    good(await approve(seen));
  });

  it("leads whoever comes second to who decided, with the reason typed", async () => {
    const courseId = await scheduled(monday());
    const sent = {
      courseId: String(courseId),
      seen: seenOf(courseId),
      reason: "Too far & dear",
    };
    good(await send("approveWorkshop", w.coordinator, sent));
    for (const name of ["approveWorkshop", "turnDownWorkshop"]) {
      const fault = refused(await send(name, secondCoordinator, sent));
      const to = new URL(actions.get(name)?.options?.toAfterFault?.(fault, sent) ?? "/", "http://desk");
      expect([to.pathname, to.searchParams.get("decided"), to.searchParams.get("reason")], name).toEqual([
        "/today",
        String(courseId),
        "Too far & dear",
      ]);
    }
    const here = { id: courseId, stands: "approved", final: false };
    const by = sqlite().prepare("SELECT name FROM persons WHERE id = ?").pluck().get(w.coordinator.personId);
    expect(decidedWorkshop(as(secondCoordinator), courseId)).toMatchObject({
      ...here,
      own: false,
      by: { name: by },
    });
    // No mail goes out here: nobody claims that the trainer is told.
    expect(decidedWorkshop(as(w.coordinator), courseId)).toMatchObject({ ...here, own: true, byHand: true });
    for (const nobody of [w.trainer, w.stranger, elsewhere, visitor])
      expect(decidedWorkshop(as(nobody), courseId)).toBeNull();
    const other = await scheduled(monday());
    expect(decidedWorkshop(as(w.coordinator), other)).toBeNull();
    const done = good(await decide("turnDownWorkshop", w.coordinator, other, { reason: "No money" }));
    expect(actions.get("turnDownWorkshop")?.options?.to?.(done, {})).toBe(`/today?turnedDown=${other}`);
    expect(decidedWorkshop(as(secondCoordinator), other)).toMatchObject({
      stands: "cancelled",
      reason: "No money",
      byHand: true,
    });
    // Nobody's mail reaches its trainer here: whoever turned it down is still to tell them.
    const { awaits } = todayFor(as(w.coordinator), "2027-01-01");
    expect(awaits.flatMap((item) => (item.kind === "tell" ? [item.course.id] : []))).toContain(other);
  });

  it("is told to the trainer, for each workshop by itself, and taken back with what was not told yet", async () => {
    const untold = () =>
      sqlite()
        .prepare(
          "SELECT course_id AS courseId, message FROM notices WHERE person_id = ? AND told_at IS NULL AND message LIKE 'workshop%' ORDER BY course_id",
        )
        .all(w.trainer.personId) as { courseId: number; message: string }[];
    const [first, second] = [await scheduled(monday()), await scheduled(monday())];
    good(await decide("approveWorkshop", w.coordinator, first));
    good(await decide("turnDownWorkshop", w.coordinator, second, { reason: "No money" }));
    expect(
      untold()
        .filter((n) => [first, second].includes(n.courseId))
        .map((n) => n.message),
    ).toEqual(["workshopApproved", "workshopTurnedDown"]);
    expect(rowOf(second)).toMatchObject({ state: "cancelled", state_reason: "No money" });
    good(await send("takeApprovalBack", w.coordinator, { courseId: String(first) }));
    expect(untold().map((n) => n.courseId)).not.toContain(first);
    expect(publicCourse(as(visitor), rowOf(first).slug)).toBeNull();
    expect(refused(await send("takeApprovalBack", w.coordinator, { courseId: String(first) })).code).toBe(
      "workshopNotApproved",
    );
  });
});

describe("a change by the trainer to what was approved", () => {
  const change = (courseId: number, more: Record<string, unknown>, by = w.trainer) =>
    send("editWorkshop", by, {
      ...form(rowOf(courseId).starts_on, more),
      courseId: String(courseId),
      version: String(rowOf(courseId).version),
    });
  const approved = async () => {
    const courseId = await scheduled(monday());
    good(await decide("approveWorkshop", w.coordinator, courseId));
    return courseId;
  };
  const others: Record<string, () => Record<string, unknown>> = {
    days: () => {
      const next = monday();
      return { startsOn: next, endsOn: next };
    },
    place: () => ({ place: "Another village" }),
    content: () => ({ moduleIds: [String(w.moduleIds[0])] }),
    expected: () => ({ capacity: "38" }),
  };
  it("asks for approval again: days, place, content, many more people; nothing else does", async () => {
    for (const [what, more] of Object.entries(others)) {
      const courseId = await approved();
      good(await change(courseId, more()));
      expect(rowOf(courseId).approved_at, what).toBeNull();
      expect(publicCourse(as(visitor), rowOf(courseId).slug), what).toBeNull();
      const line = todayFor(as(w.coordinator, now), "2027-01-01").approvals.find((a) => a.id === courseId);
      expect(line?.changed.join(" "), what).toBe(what);
      good(await decide("approveWorkshop", w.coordinator, courseId));
      expect(rowOf(courseId).approved_at, what).not.toBeNull();
    }
    const courseId = await approved();
    good(await change(courseId, { capacity: "37", audience: "Others", startsAt: "08:00" }));
    const { id: sessionId } = sessionsOf(courseId).at(-1)!;
    good(
      await send("deleteSession", w.trainer, { courseId: String(courseId), sessionId: String(sessionId) }),
    );
    expect(rowOf(courseId).approved_at).not.toBeNull();
    // Step by step it is still many more than were approved.
    good(
      await change(courseId, {
        capacity: "50",
        startsAt: undefined,
        endsAt: undefined,
        breakFrom: undefined,
        breakMinutes: undefined,
      }),
    );
    expect(rowOf(courseId).approved_at).toBeNull();
  });
  it("asks again where the whole workshop is moved, and where that is undone", async () => {
    const courseId = await approved();
    const { changeId } = good(
      await send<{ changeId: number }>("moveCourse", w.trainer, {
        courseId: String(courseId),
        startsOn: monday(),
      }),
    );
    expect(rowOf(courseId).approved_at).toBeNull();
    good(await decide("approveWorkshop", w.coordinator, courseId));
    good(await send("undoTimetableChange", w.trainer, { changeId: String(changeId) }));
    expect(rowOf(courseId).approved_at).toBeNull();
  });
  it("is moved into the past as one that was held, and out of it again; never to a year that was mistyped", async () => {
    const startsOn = monday();
    const courseId = await scheduled(startsOn);
    const moveTo = (to: string) =>
      send<{ changeId: number }>("moveCourse", w.trainer, { courseId: String(courseId), startsOn: to });
    const before = everything();
    for (const far of [addDays(startsOn, 3650), "2002-02-08", "2028-03-13"])
      expect(inOneWord(refused(await moveTo(far)).fields?.startsOn), far).toMatch(/^yearInDoubt/);
    expect(everything() === before).toBe(true);
    const { changeId } = good(await moveTo("2026-11-02"));
    expect(rowOf(courseId)).toMatchObject({ state: "running", entered_afterwards: 1 });
    good(await send("undoTimetableChange", w.trainer, { changeId: String(changeId) }));
    expect(rowOf(courseId)).toMatchObject({ state: "open", entered_afterwards: 0, starts_on: startsOn });
    good(await moveTo("2026-11-02"));
    good(await moveTo(startsOn));
    expect(rowOf(courseId)).toMatchObject({ state: "open", entered_afterwards: 0 });
  });
  it("is refused once somebody came by its public page, and is a coordinator's to make", async () => {
    const courseId = await approved();
    good(await sendRegistration(visitor, registrationForm(rowOf(courseId).slug), now, "address"));
    const before = everything();
    for (const [what, more] of Object.entries(others)) {
      expect(refused(await change(courseId, more())).code, what).toBe("askCoordinator");
      expect(everything() === before, what).toBe(true);
    }
    const moving = { courseId: String(courseId), startsOn: monday() };
    expect(refused(await send("moveCourse", w.trainer, moving)).code).toBe("askCoordinator");
    expect(everything() === before).toBe(true);
    good(await change(courseId, { audience: "Others" }));
    good(await send("moveCourse", w.coordinator, moving));
    good(await change(courseId, { place: "Another village" }, w.coordinator));
    expect(rowOf(courseId).approved_at).not.toBeNull();
  });
  it("asks nobody where the programme asks for no approval", async () => {
    const courseId = await approved();
    sqlite().prepare("UPDATE programmes SET approves_workshops = 0 WHERE id = ?").run(w.programmeId);
    good(await change(courseId, { place: "Another village" }));
    sqlite().prepare("UPDATE programmes SET approves_workshops = 1 WHERE id = ?").run(w.programmeId);
    expect(rowOf(courseId).approved_at).not.toBeNull();
  });
});
