import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { forgetPageChanges, notePagesChanged } from "../../lib/pages/commands";
import { pagesChangedSince } from "../../lib/pages/queries";
import { closeStore } from "../../lib/store/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";

// As Node hands it to what Next loads: a module of CommonJS whole.
vi.mock("next/dist/server/lib/incremental-cache/file-system-cache.js", async (original) => ({
  default: await original(),
}));

freshDatabase();

describe("a public page that is kept", () => {
  it("is over once what it shows was changed, at that moment and later, not before", () => {
    notePagesChanged(as(system), ["catalogue", "course:1"], 1_000);
    expect(pagesChangedSince(as(system), ["home", "catalogue"], 1_000)).toBe(true);
    expect(pagesChangedSince(as(system), ["catalogue"], 999)).toBe(true);
    expect(pagesChangedSince(as(system), ["catalogue"], 1_001)).toBe(false);
    expect(pagesChangedSince(as(system), ["home", "course:11"], 0)).toBe(false);
    notePagesChanged(as(system), ["course:1"], 2_000);
    expect(pagesChangedSince(as(system), ["course:1"], 1_500)).toBe(true);
    expect(pagesChangedSince(as(system), ["catalogue"], 1_500)).toBe(false);
  });
  it("knows nothing of changes that are older than any such page", () => {
    forgetPageChanges(as(system), 1_500);
    expect([
      pagesChangedSince(as(system), ["catalogue"], 0),
      pagesChangedSince(as(system), ["course:1"], 0),
    ]).toEqual([false, true]);
  });
});

describe("a page that a process keeps", () => {
  const page = { kind: "APP_PAGE", html: "<p>", headers: { "x-next-cache-tags": "catalogue" } };
  const context = { kind: "APP_PAGE" };
  /** A process of its own, with what it asks the file. */
  async function keeping() {
    vi.resetModules();
    const { default: KeptPages } = await import("../../app/_server/keptPages.mjs");
    return new KeptPages({ maxMemoryCacheSize: 1_000_000, flushToDisk: false, revalidatedTags: [] });
  }
  beforeEach(() => {
    vi.useFakeTimers({ now: 10_000_000 });
    vi.stubGlobal("cascadePageChanges", {
      note: (tags: string[]) => notePagesChanged(as(system), tags, Date.now()),
      since: (tags: string[], since: number) => pagesChangedSince(as(system), tags, since),
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const change = () => notePagesChanged(as(system), ["catalogue"], Date.now());
  /** What a request finds kept, a moment later. */
  async function ask(pages: Awaited<ReturnType<typeof keeping>>, key: string) {
    vi.advanceTimersByTime(10);
    return Boolean(await pages.get(key, context));
  }
  async function make(pages: Awaited<ReturnType<typeof keeping>>, key: string) {
    vi.advanceTimersByTime(10);
    await pages.set(key, page, context);
  }

  it("is made once after a change, however often it was answered before", async () => {
    const pages = await keeping();
    expect(await ask(pages, "/a")).toBe(false);
    await make(pages, "/a");
    expect([await ask(pages, "/a"), await ask(pages, "/a")]).toEqual([true, true]);
    vi.advanceTimersByTime(10);
    change();
    expect(await ask(pages, "/a")).toBe(false);
    await make(pages, "/a");
    expect(await ask(pages, "/a")).toBe(true);
  });
  it("is not kept where what it shows was changed while it was made, missing or old", async () => {
    const pages = await keeping();
    expect(await ask(pages, "/b")).toBe(false);
    change();
    await make(pages, "/b");
    expect(await ask(pages, "/b")).toBe(false);
    await make(pages, "/b");
    vi.advanceTimersByTime(60_000);
    expect(await ask(pages, "/b")).toBe(true);
    change();
    await make(pages, "/b");
    expect(await ask(pages, "/b")).toBe(false);
  });
});

describe("a process that ends", () => {
  it("leaves behind how the data are spread, by which indexes are chosen", () => {
    const add = sqlite().prepare("INSERT INTO attempts (key, count, since) VALUES (?, 1, ?)");
    sqlite().transaction(() => {
      for (let i = 0; i < 500; i++) add.run(`k${i}`, i);
    })();
    sqlite().prepare("SELECT count(*) FROM attempts WHERE since > 10").get();
    closeStore();
    expect(sqlite().prepare("SELECT count(*) FROM sqlite_stat1").pluck().get()).toBeGreaterThan(0);
  });
});
