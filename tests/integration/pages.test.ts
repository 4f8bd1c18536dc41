import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { forgetPageChanges, notePagesChanged } from "../../lib/pages/commands";
import { pagesChangedSince } from "../../lib/pages/queries";
import { closeStore } from "../../lib/store/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";

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
