import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseFile, read, sqlite } from "../../db/client";
import { accounts, knownDevices, signIns } from "../../db/schema";
import { system, visitor } from "../../lib/access/table";
import { heldBy } from "../../lib/access/viewer";
import {
  changePassword,
  endSessionsOf,
  forgetDevices,
  forgetSignIns,
  signIn,
  signInByIdentity,
  signOut,
  signOutElsewhere,
} from "../../lib/accounts/commands";
import { processSettings } from "../../lib/env/settings";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { asked, made } from "../support/feeds";
import { ownersBy } from "../support/owners";
import { begun, holder } from "../support/signedIn";
import { transact } from "../support/transact";
import { fault, now, opened, registered, value, world } from "../support/world";

freshDatabase();
process.env.CASCADE_NOW = new Date(now).toISOString();
const w = world();
const password = "correct horse battery";
const { slug } = opened(w, { capacity: "100" });
value(await registered(slug, { name: "Hana", email: "hana@example.org", phone: "0791234567", password }));
const account = () => read().select().from(accounts).where(eq(accounts.email, "hana@example.org")).get()!;
const enter = () =>
  signIn(as(visitor, now), { identifier: "hana@example.org", password, back: "/today" }, "a");
const minute = 60_000;
const day = 24 * 60 * minute;
const rows = () => read().select().from(signIns).all();

/** Gives the person a role, or administration, and takes it away when the test is over. */
function holding(role: "coordinator" | "trainer", work: () => void) {
  const { personId } = account();
  sqlite()
    .prepare("INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, ?, 0)")
    .run(w.programmeId, personId, role);
  work();
  sqlite().prepare("DELETE FROM programme_members WHERE person_id = ?").run(personId);
}

describe("a sign-in", () => {
  it("is a row that holds no token, and its cookie opens nothing once it is ended", async () => {
    const token = begun(value(await enter()));
    expect(token).toHaveLength(43);
    expect(JSON.stringify([rows(), read().select().from(knownDevices).all()])).not.toContain(token);
    expect(rows().at(-1)).toMatchObject({ device: "Firefox, Android", startedAt: now, confirmedAt: now });
    expect(holder(token).personId).toBe(account().personId);
    value(signOut(as(holder(token)), {}));
    expect(holder(token)).toEqual(visitor);
    expect(holder("")).toEqual(visitor);
    expect(holder(`${token.slice(0, -1)}x`)).toEqual(visitor);
  });
  it("takes the place of the one that the browser had before, and leaves those of others alone", async () => {
    const [other, before] = [begun(value(await enter())), begun(value(await enter()))];
    const after = begun(value(await enter()), now, before);
    expect([other, before, after].map((token) => holder(token).kind)).toEqual([
      "account",
      "visitor",
      "account",
    ]);
  });
  it("ends after the idle time of what its owner holds now, moved by each use", async () => {
    const [first, second, third] = [value(await enter()), value(await enter()), value(await enter())];
    holding("coordinator", () => {
      const token = begun(first);
      expect(holder(token, now + 29 * minute).coordinates).toEqual([w.programmeId]);
      expect(holder(token, now + 58 * minute).kind).toBe("account");
      expect(holder(token, now + 88 * minute).kind).toBe("visitor");
      // What is over does not come back by asking for less, or by the clock set back.
      expect(holder(token, now).kind).toBe("visitor");
    });
    holding("trainer", () => {
      const token = begun(second);
      expect(holder(token, now + 11 * 60 * minute).trains).toEqual([w.programmeId]);
      expect(holder(token, now + 23 * 60 * minute).kind).toBe("visitor");
    });
    const token = begun(third);
    expect(holder(token, now + 29 * day).kind).toBe("account");
    // Whoever becomes a coordinator meanwhile is held to their time.
    holding("coordinator", () => expect(holder(token, now + 29 * day + 31 * minute).kind).toBe("visitor"));
  });
  it("ends at last however much it is used", async () => {
    const letIn = value(await enter());
    holding("coordinator", () => {
      const token = begun(letIn);
      const kinds = Array.from({ length: 25 }, (_, i) => holder(token, now + (i + 1) * 29 * minute).kind);
      expect(kinds.lastIndexOf("account")).toBe(23);
    });
  });
  it("is noted as used at most once a minute, and a read goes on while somebody else writes", async () => {
    const token = begun(value(await enter()));
    const seen = () => rows().at(-1)!.seenAt;
    holder(token, now + 59_000);
    expect(seen()).toBe(now);
    const other = new Database(databaseFile(processSettings().dataDir));
    other.exec("BEGIN IMMEDIATE");
    const began = performance.now();
    expect(heldBy(as(visitor, now + 5 * minute), token).viewer.kind).toBe("account");
    expect(performance.now() - began).toBeLessThan(1000);
    expect(seen()).toBe(now);
    other.exec("ROLLBACK");
    other.close();
    expect(sqlite().pragma("busy_timeout", { simple: true })).toBeGreaterThan(0);
    holder(token, now + 5 * minute);
    expect(seen()).toBe(now + 5 * minute);
  });
  it("is nobody's while the account is disabled, and no way leads in", async () => {
    const token = begun(value(await enter()));
    const disable = (at: number | null) =>
      transact((db) =>
        db.update(accounts).set({ disabledAt: at }).where(eq(accounts.id, account().id)).run(),
      );
    disable(now);
    expect(holder(token).kind).toBe("visitor");
    expect(fault(await enter()).code).toBe("accountDisabled");
    disable(null);
    expect(holder(token).kind).toBe("account");
  });
  it("is forgotten once it counts for nobody", () => {
    expect(rows().length).toBeGreaterThan(0);
    value(forgetSignIns(as(system, now + 89 * day)));
    expect(rows()).toEqual([]);
    const devices = () => read().select().from(knownDevices).all().length;
    forgetDevices(as(system), now);
    expect(devices()).toBeGreaterThan(0);
    forgetDevices(as(system), now + 1);
    expect(devices()).toBe(0);
  });
});

describe("an address of a calendar", () => {
  it("ends with what ends access: a password, signing out elsewhere, everywhere, and the owner's proof of an address", async () => {
    const somebody = ownersBy(slug);
    const email = "typed-by-a-stranger@example.org";
    const ways: ((id: number, cookie: string) => unknown)[] = [
      (_, cookie) =>
        changePassword(
          as(holder(cookie)),
          { current: password, password: "another one of mine" } as never,
          "a",
        ),
      (_, cookie) => signOutElsewhere(as(holder(cookie)), {}),
      (accountId) => endSessionsOf(as(system), { accountId }),
      () =>
        signInByIdentity(as(visitor), {
          issuer: "https://id.example",
          subject: "x",
          email,
          emailVerified: true,
        }),
    ];
    for (const [i, end] of ways.entries()) {
      const { id, cookie } = await somebody(i === 3 ? { email, phone: "" } : {});
      const token = made(holder(cookie), "mine", null, now);
      expect((await asked(token)).status).toBe(200);
      expect(await end(id, cookie)).toMatchObject({ ok: true });
      expect((await asked(token)).status, `way ${i}`).toBe(404);
    }
  });
});
