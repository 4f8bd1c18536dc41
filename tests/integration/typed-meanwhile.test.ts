import { expect, it, vi } from "vitest";
import * as z from "zod";
import { typedFor } from "../../app/_server/typedForPage";
import { fail } from "../../lib/result";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { world } from "../support/world";

vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  redirect: vi.fn((to: string) => {
    throw new Error(to);
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
/** What the command behind an action refuses with. */
const refuses = vi.hoisted(() => ({ code: "stale" }));
vi.mock("@/lib/stages/commands", async (original) => {
  const commands = await original<Record<string, unknown>>();
  const refusing = () => fail(refuses.code as "stale");
  return Object.fromEntries(
    Object.keys(commands).map((name) => [
      name,
      Object.assign(refusing.bind(null), { permission: "account.own", schema: z.object({}) }),
    ]),
  );
});

freshDatabase();
const w = world();
const modules = [
  await import("../../app/[locale]/(desk)/_stages/decideActions"),
  await import("../../app/[locale]/(desk)/_stages/renewalActions"),
  await import("../../app/[locale]/(desk)/_stages/entryActions"),
  await import("../../app/[locale]/(desk)/desk/observe/[course]/[person]/actions"),
];
type Act = (previous: { status: "new" }, sent: FormData) => Promise<unknown>;
const words = "She held both workshops on her own, and well";
const { accountId } = w.coordinator;

it.each(["stale", "answeredAlready", "recommendedAlready", "notOnWay", "observedAlready"])(
  "whoever is led to the page as it is now by the refusal %s finds there what they had written",
  async (code) => {
    refuses.code = code;
    const led: string[] = [];
    for (const actions of modules)
      for (const [name, act] of Object.entries(actions)) {
        // Undoing asks for no words.
        if (name === "undoEntry") continue;
        const sent = new FormData();
        const said = { personId: "1", programmeId: "1", toolId: "1", courseId: "1", words };
        for (const [name, value] of Object.entries({ ...said, signedInAs: String(accountId) }))
          sent.set(name, value);
        await (act as unknown as Act)({ status: "new" }, sent).catch(({ message }) => led.push(message));
      }
    expect(led.length).toBeGreaterThan(0);
    for (const to of led) {
      const typed = new URL(to, "http://desk").searchParams.get("typed");
      expect(typedFor(accountId, typed)).toEqual([words]);
      // Nobody else reads it by its address.
      expect(typedFor(w.trainer.accountId, typed)).toEqual([]);
      expect(typedFor(null, typed)).toEqual([]);
    }
  },
);
