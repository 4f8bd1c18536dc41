import { refresh } from "next/cache";
import { expect, it, vi } from "vitest";
import * as z from "zod";
import { action } from "../../app/_actions/action";
import { fail, failAt } from "../../lib/result";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { world } from "../support/world";

vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  redirect: vi.fn((to: string) => {
    throw new Error(`led to ${to}`);
  }),
}));
vi.mock("@/app/_server/context", () => ({ currentContext: async () => as(w.coordinator) }));
vi.mock("@/app/_server/refusals", () => ({ noteRefusal: vi.fn() }));
vi.mock("@/app/_server/request", () => ({
  beginAction: vi.fn(),
  clientAddress: async () => "a",
  keepTyped: vi.fn(),
  requestId: () => "1",
}));

freshDatabase();
const w = world();

it("whoever was overtaken, by a change or before they undid theirs, is shown the page as it is now", async () => {
  /** How often the page is shown anew after a command that refuses so. */
  const shownAnew = async (code: "stale" | "undoOvertaken" | "chooseRegistrations") => {
    vi.mocked(refresh).mockClear();
    const refuses = () => fail(code);
    const command = Object.assign(refuses, { permission: "account.own", schema: z.object({}) } as const);
    const answer = await action(command)({ status: "new" }, { signedInAs: String(w.coordinator.accountId) });
    expect(answer).toMatchObject({ status: "fault", fault: { code } });
    return vi.mocked(refresh).mock.calls.length;
  };
  expect(await shownAnew("stale")).toBe(1);
  expect(await shownAnew("undoOvertaken")).toBe(1);
  expect(await shownAnew("chooseRegistrations")).toBe(0);
});
it("whose course was cancelled or ended meanwhile is led to its page, which says how it is now and why", async () => {
  vi.mocked(refresh).mockClear();
  const refuses = action(
    Object.assign(() => fail("courseStateForbids"), {
      ...({ permission: "account.own", schema: z.object({}) } as const),
    }),
  );
  const signedInAs = String(w.coordinator.accountId);
  await expect(refuses({ status: "new" }, { signedInAs, courseId: "7" })).rejects.toThrow(
    "led to /desk/courses/7?done=overtaken",
  );
  expect(refresh).toHaveBeenCalledTimes(1);
  // Of a form that names no course there is nowhere to lead.
  for (const courseId of [undefined, "x", "../7"])
    expect(await refuses({ status: "new" }, { signedInAs, courseId })).toMatchObject({ status: "fault" });
});
it("so is whoever is refused beside a field by what somebody did meanwhile, and whoever is led to another page", async () => {
  vi.mocked(refresh).mockClear();
  const command = (fault: Parameters<typeof failAt>[0] | null) =>
    Object.assign(() => (fault ? failAt(fault) : fail("notTentative")), {
      ...({ permission: "account.own", schema: z.object({}) } as const),
    });
  const said = { signedInAs: String(w.coordinator.accountId) };
  const beside = command({ trainerIds: { code: "chooseRegistrations" } });
  await action(beside)({ status: "new" }, said);
  expect(refresh).toHaveBeenCalledTimes(0);
  await action(beside, { outOfDate: ["chooseRegistrations"] })({ status: "new" }, said);
  expect(refresh).toHaveBeenCalledTimes(1);
  const leads = action(command(null), { toAfterFault: () => "/elsewhere" });
  await expect(leads({ status: "new" }, said)).rejects.toThrow("led to /elsewhere");
  expect(refresh).toHaveBeenCalledTimes(2);
});
