import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { putHolidays } from "../../db/shipped";
import { addHoliday, editHoliday, removeHoliday, restoreHoliday } from "../../lib/places/commands";
import { countryDetail } from "../../lib/places/queries";
import { everyAction } from "../support/actions";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { transact } from "../support/transact";
import { monday, rowOf, workshopForms } from "../support/workshopForms";
import { fault, now, person, viewer as someone, value, world } from "../support/world";

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
const { secondCoordinator, send, form, seenOf, scheduled } = workshopForms(w, actions);
const administrator = someone(person("Admin"), { administrator: true });

sqlite().exec("DROP TRIGGER audit_log_not_deleted");
/** What is kept as evidence is cut off. */
const cutOff = () => sqlite().exec("DELETE FROM audit_log");

/** A workshop from its first plan to its second approval, and what was answered and shown on the way. */
async function approvedTwice(between: () => void) {
  const courseId = await scheduled(monday(), { capacity: "10" });
  const said: unknown[] = [];
  const step = async (ask: () => Promise<{ ok: boolean; fault?: { code: string } }>) => {
    between();
    const { ok, fault: refusal } = await ask();
    const line = todayFor(as(w.coordinator, now), "2027-01-01").approvals.find((a) => a.id === courseId);
    said.push([ok ? "done" : refusal?.code, rowOf(courseId).approved_at !== null, line?.changed ?? null]);
  };
  const decide = (seen: string, what = "approveWorkshop") =>
    send(what, secondCoordinator, { courseId: String(courseId), seen, reason: "No" });
  const edit = (more: Record<string, unknown>) =>
    send("editWorkshop", w.trainer, {
      ...form(rowOf(courseId).starts_on),
      capacity: "10",
      courseId: String(courseId),
      version: String(rowOf(courseId).version),
      ...more,
    });
  const first = seenOf(courseId);
  await step(() => edit({ audience: "Beekeepers" }));
  await step(() => decide(first));
  await step(() => decide(first, "turnDownWorkshop"));
  await step(() => decide(seenOf(courseId)));
  // Ten were approved: fourteen are less than half as many again, and are no new measure.
  await step(() => edit({ capacity: "14" }));
  await step(() => edit({ capacity: "20" }));
  await step(() => edit({ capacity: "20", place: "Elsewhere" }));
  await step(() => decide(seenOf(courseId)));
  await step(() => edit({ capacity: "29", place: "Elsewhere" }));
  await step(() => send("takeApprovalBack", secondCoordinator, { courseId: String(courseId) }));
  return said;
}

/** Holidays taken out, put back, moved and put into the place of one that was taken out. */
function holidays(between: () => void, year: number) {
  const said: unknown[] = [];
  const days = [`${year}-05-01`, `${year}-05-02`, `${year}-05-03`] as const;
  const step = (ask: () => unknown) => {
    between();
    said.push(ask());
    const there = countryDetail(as(administrator), "JO", `${year}-05-01`)!.holidays;
    said.push(there.filter((h) => h.day <= days[2]).map((h) => [h.day.slice(5), h.name.en, h.byMoon]));
  };
  const at = (day: string) => ({ country: "JO", day });
  const by = as(administrator, now);
  step(() => value(addHoliday(by, { ...at(days[0]), name: "First" })).country);
  step(() => value(removeHoliday(by, at(days[0]))).country);
  step(() => fault(removeHoliday(by, at(days[0]))).code);
  step(() => fault(restoreHoliday(by, at(days[1]))).code);
  step(() => value(restoreHoliday(by, at(days[0]))).country);
  step(() => value(removeHoliday(by, at(days[0]))).country);
  step(() => value(addHoliday(by, { ...at(days[0]), name: "Another" })).country);
  step(() => fault(restoreHoliday(by, at(days[0]))).code);
  step(() => value(addHoliday(by, { ...at(days[1]), name: "Second" })).country);
  step(() => value(removeHoliday(by, at(days[1]))).country);
  const moved = { country: "JO", of: days[0], day: days[1], ownLanguage: "en", nameEn: "Moved" } as const;
  step(() => value(editHoliday(by, { ...moved, nameFr: null, nameAr: null })).country);
  return said;
}

describe("with the audit log cut off before each step", () => {
  it("the approval of a workshop is decided and shown as with it", async () => {
    const kept = await approvedTwice(() => {});
    expect(kept).toEqual([
      ["done", false, []],
      ["workshopChanged", false, []],
      ["workshopChanged", false, []],
      ["done", true, null],
      ["done", true, null],
      ["done", false, ["expected"]],
      ["done", false, ["expected"]],
      ["done", true, null],
      ["done", true, null],
      ["done", false, []],
    ]);
    expect(await approvedTwice(cutOff)).toEqual(kept);
  });

  it("holidays are taken out, put back and moved as with it", () => {
    expect(holidays(cutOff, 2029)).toEqual(holidays(() => {}, 2030));
  });

  it("a holiday that was taken out is not shipped again, and can be put back", () => {
    transact((db) => putHolidays(db, now));
    const shown = () => countryDetail(as(administrator), "JO", "2027-01-01")!.holidays;
    const [first] = shown();
    value(removeHoliday(as(administrator, now), { country: "JO", day: first!.day }));
    cutOff();
    sqlite().exec("UPDATE countries SET holidays_until = 2026 WHERE code = 'JO'");
    transact((db) => putHolidays(db, now));
    expect(shown().map((h) => h.day)).not.toContain(first!.day);
    value(restoreHoliday(as(administrator, now), { country: "JO", day: first!.day }));
    expect(shown()[0]).toEqual(first);
  });
});
