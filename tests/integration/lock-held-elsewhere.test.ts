import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { startSession } from "../../app/_server/auth";
import { databaseFile, read } from "../../db/client";
import { registrations, settings } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { inTransaction } from "../../lib/acts/transaction";
import { isBusy, StillBusy, unlessBusy, whenFree } from "../../lib/acts/turns";
import { keepSettings, settingOf } from "../../lib/settings/store";
import { serveStore } from "../../lib/store/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { lockHeldElsewhere } from "../support/holder";
import { opened, registered, value, world } from "../support/world";

/** What a browser keeps. */
const jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name.includes("session") ? "session" : name, value),
  }),
  headers: async () => new Headers(),
}));

const folder = freshDatabase();
const course = opened(world());
serveStore();
const cx = as(visitor);
const held = () => lockHeldElsewhere(databaseFile(folder));

/** A write of its own, which says how often it was begun. */
function writing(name: string) {
  const tries = { begun: 0 };
  const work = () =>
    inTransaction(cx, () => {
      tries.begun += 1;
      keepSettings(cx, [name], "1");
      return name;
    });
  return { tries, work };
}

describe("while another process holds the lock on writing", () => {
  it("reads go on within a tenth of a second, also where many wait to write", async () => {
    const release = await held();
    const writes = Array.from({ length: 12 }, (_, i) => writing(`line-${i}`));
    const done = writes.map(({ work }) => whenFree(cx, work));
    const took: number[] = [];
    for (let i = 0; i < 40; i++) {
      const begun = performance.now();
      await pause(5);
      read().select().from(registrations).all();
      took.push(performance.now() - begun);
    }
    await release();
    expect(await Promise.all(done)).toEqual(writes.map((_, i) => `line-${i}`));
    // A machine that is busy with other tests may hold up some; who waited to write would hold up all.
    expect(took.sort((a, b) => a - b)[20]).toBeLessThan(100);
    expect(writes.every(({ tries }) => tries.begun === 1)).toBe(true);
  });
  it("a registration waits, and is there once as soon as the lock is let go", async () => {
    const release = await held();
    const sent = registered(course.slug);
    await pause(150);
    expect(read().select().from(registrations).all()).toHaveLength(0);
    await release();
    expect(value(await sent)).toMatchObject({ slug: course.slug, state: "accepted" });
    expect(read().select().from(registrations).all()).toHaveLength(1);
  });
  it("signing in waits as well, after the password was right, and says that it is busy where that is in vain", async () => {
    const letIn = async (phone: string) =>
      value(await registered(course.slug, { phone, password: "correct horse battery" })).session!;
    const [first, second] = [await letIn("+962795000001"), await letIn("+962795000002")];
    let release = await held();
    const begun = startSession(first);
    await pause(150);
    expect(jar.size).toBe(0);
    await release();
    await begun;
    const kept = jar.get("session");
    expect(kept).toBeTruthy();
    release = await held();
    // The clock runs ahead, so that nobody waits for the end of the patience.
    const until = performance.now() + 10_000;
    const clock = vi.spyOn(performance, "now").mockReturnValueOnce(0).mockReturnValue(until);
    const refused = await startSession(second).catch((error: unknown) => error);
    clock.mockRestore();
    await release();
    expect(isBusy(refused)).toBe(true);
    expect(jar.get("session")).toBe(kept);
  });
  it("what waits too long is refused as busy and writes nothing, then or later", async () => {
    const release = await held();
    const { work } = writing("in-vain");
    const refused = await whenFree(cx, work, 120).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StillBusy);
    expect(isBusy(refused)).toBe(true);
    expect(unlessBusy(cx, work)).toBeNull();
    await release();
    await pause(60);
    expect(settingOf(cx, "in-vain")).toBeNull();
    expect(await whenFree(cx, work)).toBe("in-vain");
    expect(read().select().from(settings).all()).toContainEqual({ name: "in-vain", value: "1" });
  });
  it("what is wrong with a write is its own, and said at once", async () => {
    await expect(
      whenFree(cx, () => {
        throw new Error("a bug");
      }),
    ).rejects.toThrow("a bug");
  });
});
