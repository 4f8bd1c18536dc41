import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { addDays } from "../../lib/time/civil";
import { everyAction } from "../support/actions";
import { freshDatabase } from "../support/database";
import { everything } from "../support/everything";
import { good, inOneWord, monday, refused, rowOf, sessionsOf, workshopForms } from "../support/workshopForms";
import { now, planned, world } from "../support/world";

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
const { elsewhere, both, send, form, scheduled, known, inWorkshop, present } = workshopForms(w, actions);

describe("what cannot be", () => {
  const nothing = async (field: string, code: RegExp, more: Record<string, unknown>, startsOn = monday()) => {
    const before = everything();
    const { fields } = refused(await send("scheduleWorkshop", w.trainer, form(startsOn, more)));
    expect(inOneWord(fields?.[field]), JSON.stringify(fields)).toMatch(code);
    expect(everything() === before, field).toBe(true);
  };
  it("is said beside its field, and nothing is changed", async () => {
    await scheduled(monday());
    await nothing("moduleIds", /^chooseModules/, { moduleIds: [] });
    await nothing("endsOn", /^courseEndsBeforeStart/, { endsOn: "2027-01-20" });
    await nothing("endsOn", /^workshopTooLong/, { startsOn: "2027-03-01", endsOn: "2027-08-01" });
    await nothing("startsOn", /^yearInDoubt/, { startsOn: "2025-01-01", endsOn: "2025-01-01" });
    await nothing("startsOn", /^yearInDoubt/, { startsOn: "2037-02-01", endsOn: "2037-02-01" });
    await nothing("endsAt", /^endBeforeStart/, { endsAt: "08:00" });
    await nothing("endsAt", /^dayTooShort/, { endsAt: "09:20", breakMinutes: "0" });
    await nothing("breakFrom", /^breakOutside/, { breakFrom: "18:00" });
    await nothing("trainerIds", /^trainerNotInProgramme/, { trainerIds: [String(elsewhere.personId)] });
    await nothing("zone", /^zoneOfOtherCountry/, {
      country: "LB",
      venueId: "",
      shownCountry: "JO",
      shownZone: "Asia/Amman",
    });
    sqlite().prepare("UPDATE modules SET retired_at = 1 WHERE id = ?").run(w.moduleIds[1]);
    await nothing("moduleIds", /^retired/, {});
    sqlite().prepare("UPDATE modules SET retired_at = NULL WHERE id = ?").run(w.moduleIds[1]);
  });
  it("is being in two places: the trainer or somebody beside them, for part of a day too", async () => {
    const startsOn = monday();
    await scheduled(startsOn);
    await nothing("startsOn", /^trainerBusySelf\?.*Kufr/, {}, startsOn);
    await nothing(
      "startsOn",
      /^trainerBusy/,
      { startsAt: "14:00", endsAt: "20:00", breakMinutes: "0" },
      startsOn,
    );
    const result = await send(
      "scheduleWorkshop",
      both,
      form(startsOn, { trainerIds: [String(w.trainer.personId)] }),
    );
    expect(refused(result).fields?.trainerIds?.code).toMatch(/^trainerBusy/);
  });
  it("names no course that is not the trainer's to know", async () => {
    const startsOn = monday();
    const colleague = w.trainerIds.find((id) => id !== w.trainer.personId)!;
    const draft = planned(w, {
      startsOn,
      endsOn: startsOn,
      placeEn: "Secret place",
      trainerIds: [String(colleague)],
    });
    const session = {
      courseId: String(draft.courseId),
      kind: "other",
      title: "Secret session",
      day: startsOn,
      startsAt: "09:00",
      endsAt: "10:00",
      roomId: String(w.roomId),
      trainerIds: [String(colleague)],
    };
    good(await send("saveSession", w.coordinator, session));
    const busy = refused(
      await send("scheduleWorkshop", w.trainer, form(startsOn, { trainerIds: [String(colleague)] })),
    );
    expect(JSON.stringify(busy.fields?.trainerIds)).toMatch(/"trainerBusyElsewhere".*09/);
    const courseId = await scheduled(startsOn);
    const there = { ...session, courseId: String(courseId), trainerIds: [] };
    const taken = refused(await send("saveSession", w.trainer, there));
    expect(JSON.stringify(taken.fields?.roomId)).toMatch(/"roomBusyElsewhere".*09/);
    expect(JSON.stringify([busy, taken])).not.toMatch(/Secret/);
    // Whoever may read it is told what it is; so is everybody once it is public.
    expect(inOneWord(refused(await send("saveSession", w.coordinator, there)).fields?.roomId)).toMatch(
      /^roomBusy\?.*Secret/,
    );
    sqlite().prepare("UPDATE courses SET state = 'open' WHERE id = ?").run(draft.courseId);
    expect(inOneWord(refused(await send("saveSession", w.trainer, there)).fields?.roomId)).toMatch(
      /^roomBusy\?.*Secret/,
    );
  });
  it("is no reason to refuse a village that meets on a free day, or what was held already", async () => {
    const friday = addDays(monday(), 4);
    const onFriday = await scheduled(friday);
    expect(new Set(sessionsOf(onFriday).map((s) => s.day))).toEqual(new Set([friday]));
    const held = await scheduled("2027-01-04");
    expect(rowOf(held)).toMatchObject({ state: "running", entered_afterwards: 1 });
    const registrationId = await inWorkshop(held, await known());
    good(await present(held, registrationId, w.trainer, now));
  });
});

describe("changing the plan", () => {
  const edit = (courseId: number, more: Record<string, unknown>, by = w.trainer) =>
    send("editWorkshop", by, {
      ...form(rowOf(courseId).starts_on, more),
      courseId: String(courseId),
      version: String(rowOf(courseId).version),
    });
  it("moves an untouched timetable with the days, and a changed one not", async () => {
    const courseId = await scheduled(monday());
    const next = monday();
    good(await edit(courseId, { startsOn: next, endsOn: next, startsAt: "08:00" }));
    expect(sessionsOf(courseId).map((s) => `${s.day} ${s.startsAt}`)[0]).toBe(`${next} 08:00`);
    sqlite().prepare("UPDATE sessions SET placed_by_hand = 1 WHERE id = ?").run(sessionsOf(courseId)[0]!.id);
    const before = everything();
    const later = monday();
    const hours = { startsAt: undefined, endsAt: undefined, breakFrom: undefined, breakMinutes: undefined };
    expect(
      refused(await edit(courseId, { startsOn: later, endsOn: later, ...hours })).fields?.startsOn?.code,
    ).toMatch(/^sessionWouldBeOutside/);
    expect(refused(await edit(courseId, { startsAt: "10:00" })).fields?.startsAt?.code).toBe(
      "timetableByHand",
    );
    expect(everything() === before).toBe(true);
    good(await edit(courseId, { audience: "Others", ...hours }));
  });
  it("leaves a timetable alone from which somebody deleted a session", async () => {
    const courseId = await scheduled(monday());
    const sessionId = sessionsOf(courseId).at(-1)!.id;
    good(
      await send("deleteSession", w.trainer, { courseId: String(courseId), sessionId: String(sessionId) }),
    );
    const left = sessionsOf(courseId).length;
    expect(refused(await edit(courseId, { startsAt: "08:30" })).fields?.startsAt?.code).toBe(
      "timetableByHand",
    );
    expect(sessionsOf(courseId)).toHaveLength(left);
  });
  it("keeps what a coordinator set, and tells who was overtaken by another", async () => {
    const courseId = await scheduled(monday());
    sqlite()
      .prepare("UPDATE courses SET min_attendance = 60, signatories = ? WHERE id = ?")
      .run(JSON.stringify([{ name: "Salwa", role: { own: "en", en: "Head", ar: "رئيسة" } }]), courseId);
    const old = String(rowOf(courseId).version);
    good(await edit(courseId, { capacity: "12" }));
    const { min_attendance, signatories } = rowOf(courseId) as unknown as {
      min_attendance: number;
      signatories: string;
    };
    expect([min_attendance, JSON.parse(signatories)]).toEqual([
      60,
      [{ name: "Salwa", role: { own: "en", en: "Head", ar: "رئيسة" } }],
    ]);
    const late = await send("editWorkshop", w.trainer, {
      ...form(rowOf(courseId).starts_on),
      courseId: String(courseId),
      version: old,
      capacity: "9",
    });
    expect(refused(late).code).toBe("stale");
  });
});
