import Database from "better-sqlite3";
import { expect, it, vi } from "vitest";
import * as z from "zod";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system, visitor } from "../../lib/access/table";
import { fail } from "../../lib/result";
import { forgetTypedTexts, keepTypedTexts } from "../../lib/typed/commands";
import { ownTypedTexts } from "../../lib/typed/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { haveAccounts } from "../support/owners";
import { race } from "../support/race";
import { now, world } from "../support/world";

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
const minute = 60_000;
haveAccounts(w.coordinator, w.trainer);

type Viewer = typeof w.coordinator;
const found = (viewer: Viewer, word: string | null, at = now) => {
  const cx = as(viewer, at);
  return ownTypedTexts(cx, gate.self(cx), word);
};
const kept = (viewer: Viewer, texts: string[], at = now) => {
  const cx = as(viewer, at);
  return keepTypedTexts(cx, gate.self(cx), texts);
};
const rows = () => sqlite().prepare("SELECT count(*) FROM typed_texts").pluck().get();

/** Sends the form of an action with what the coordinator wrote; where it leads, and what it says otherwise. */
async function sends(act: unknown): Promise<{ to: string | null; state: unknown }> {
  const sent = new FormData();
  const said = { personId: "1", programmeId: "1", toolId: "1", courseId: "1", words };
  for (const [name, value] of Object.entries({ ...said, signedInAs: String(accountId) }))
    sent.set(name, value);
  return (act as Act)({ status: "new" }, sent).then(
    (state) => ({ to: null, state }),
    ({ message }) => ({ to: message, state: null }),
  );
}
const typedIn = (to: string) => new URL(to, "http://desk").searchParams.get("typed");

it.each(["stale", "answeredAlready", "recommendedAlready", "notOnWay", "observedAlready"])(
  "whoever is led to the page as it is now by the refusal %s finds there what they had written",
  async (code) => {
    refuses.code = code;
    let led = 0;
    for (const actions of modules)
      for (const [name, act] of Object.entries(actions)) {
        // Undoing asks for no words.
        if (name === "undoEntry") continue;
        const { to } = await sends(act);
        if (to === null) continue;
        led += 1;
        expect(found(w.coordinator, typedIn(to))).toEqual([words]);
        // Nobody else reads it by its address.
        expect(found(w.trainer, typedIn(to))).toEqual([]);
      }
    expect(led).toBeGreaterThan(0);
  },
);

it("is found by another process, by whoever typed it alone", async () => {
  const word = kept(w.coordinator, [words, "And more"]);
  const viewers = [w.coordinator, w.trainer];
  expect(await race([{ what: "typed", word, viewers, now }])).toEqual([[[words, "And more"], []]]);
  expect(() => gate.self(as(visitor))).toThrow();
});

it("is gone after an hour, at the next writing or by itself", () => {
  forgetTypedTexts(as(system, now + 120 * minute));
  const [early, late] = [kept(w.coordinator, [words]), kept(w.trainer, [words], now + 30 * minute)];
  expect(found(w.coordinator, early, now + 59 * minute)).toEqual([words]);
  expect(found(w.coordinator, early, now + 60 * minute)).toEqual([]);
  kept(w.trainer, [words], now + 60 * minute);
  expect(rows()).toBe(2);
  forgetTypedTexts(as(system, now + 90 * minute));
  expect(rows()).toBe(1);
  expect(found(w.trainer, late, now + 61 * minute)).toEqual([]);
});

it("is the newest twenty of an account, whatever others type", () => {
  forgetTypedTexts(as(system, now + 1_000 * minute));
  const others = kept(w.trainer, ["Mine"]);
  const all = Array.from({ length: 23 }, (_, i) => kept(w.coordinator, [`Text ${i}`], now + i));
  expect(all.map((word) => found(w.coordinator, word, now + minute).length)).toEqual([
    ...Array(3).fill(0),
    ...Array(20).fill(1),
  ]);
  expect(found(w.trainer, others)).toEqual(["Mine"]);
});

it("leads nobody off the form where it cannot be kept", async () => {
  refuses.code = "stale";
  const { recommend } = modules[0] as { recommend: unknown };
  expect((await sends(recommend)).to).toMatch(/typed=/);
  const another = new Database(sqlite().name);
  another.exec("BEGIN IMMEDIATE");
  const { to, state } = await sends(recommend);
  another.exec("ROLLBACK");
  another.close();
  expect(to).toBeNull();
  expect(state).toMatchObject({ status: "fault", fault: { code: "busy" }, kept: { words } });
});

it("goes with the account", () => {
  forgetTypedTexts(as(system, now + 1_000 * minute));
  kept(w.coordinator, [words]);
  kept(w.trainer, [words]);
  sqlite().prepare("DELETE FROM accounts WHERE id = ?").run(w.trainer.accountId);
  expect(sqlite().prepare("SELECT account_id FROM typed_texts").pluck().all()).toEqual([accountId]);
});
