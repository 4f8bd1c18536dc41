import { eq } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { persons, registrations } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { decideRegistrations, registerPerson } from "../../lib/admission/commands";
import { readSensitiveFacts } from "../../lib/people/commands";
import { comeBack, withdraw } from "../../lib/registrations/commands";
import { registerPersonSchema } from "../../lib/registrations/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { runs } from "../support/runs";
import { sendRegistration } from "../support/sendRegistration";
import { now, opened, person, registrationForm, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const rows = (courseId: number) =>
  read().select().from(registrations).where(eq(registrations.courseId, courseId)).all();
const accepted = (courseId: number) => rows(courseId).filter((r) => r.state === "accepted").length;
const minute = 60_000;

describe("a script", () => {
  const course = (capacity: number) => opened(w, { capacity: String(capacity) });
  /** One registration from an address that changes where that costs nothing: within its network of 64 bits. */
  const fromHere = (slug: string, n: number, at: number, by = visitor, more = {}) =>
    sendRegistration(by, registrationForm(slug, more), at, `2001:db8:0:7::${(n + 1).toString(16)}`);

  it("at one address gets about a third of a first-come course within an hour, whatever the course's size; nothing of it is refused", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        async (capacity, n) => {
          const { courseId, slug } = course(capacity);
          for (let i = 0; i < n; i++) expect((await fromHere(slug, i, now + i)).ok).toBe(true);
          expect(accepted(courseId)).toBeLessThanOrEqual(Math.floor(capacity / 3) + 1);
          expect(rows(courseId)).toHaveLength(n);
        },
      ),
      { numRuns: runs(8) },
    );
  });
  it("leaves the places to people at other addresses: at most 9 of 25", async () => {
    const { courseId, slug } = course(25);
    for (let i = 0; i < 100; i++) value(await fromHere(slug, i, now + i));
    expect(accepted(courseId)).toBeLessThanOrEqual(9);
    for (let i = 0; i < 16; i++)
      value(await sendRegistration(visitor, registrationForm(slug), now, `192.0.2.${i}`));
    expect(accepted(courseId)).toBe(25);
    // Still the same once the course is full, and for an account that has shown nothing.
    const nobody = viewer(person("Made up"));
    for (const by of [visitor, nobody]) {
      const late = value(await fromHere(slug, 1, now + minute, by, { who: "other" }));
      expect(["accepted", "waiting"]).not.toContain(late.state);
    }
  });
  it("gains nothing by giving places back and taking part again", async () => {
    const { courseId, slug } = course(12);
    const tokens: string[] = [];
    for (let round = 0; round < 6; round++) {
      for (let i = 0; i < 6; i++) tokens.push(value(await fromHere(slug, i, now + minute)).token);
      for (const token of tokens.slice(0, 9)) withdraw(as(visitor, now + minute), { token, reason: null });
    }
    for (const token of tokens) comeBack(as(visitor, now + 2 * minute), { token }, "2001:db8:0:7::9");
    expect(accepted(courseId)).toBeLessThanOrEqual(5);
  });
});

describe("people at one address", () => {
  it("are all registered: 63 within an hour, with and without a place, and the same again in another course", async () => {
    for (const more of [{ capacity: "63" }, { capacity: "10" }, { admission: "selection" }]) {
      const { courseId, slug } = opened(w, more);
      for (let i = 0; i < 63; i++)
        expect(
          (await sendRegistration(visitor, registrationForm(slug), now + i * 50_000, "203.0.113.20")).ok,
        ).toBe(true);
      expect(rows(courseId)).toHaveLength(63);
      expect(rows(courseId).filter((r) => r.state === "declined")).toEqual([]);
    }
  });
});

describe("somebody signed in who registers another person", () => {
  it("changes nothing of their own: neither registration nor name nor what they said of themselves", async () => {
    const { courseId, slug } = opened(w);
    const me = person("Huda", { phone: "+962791110001", email: "huda@example.org" });
    const by = viewer(me);
    value(
      await sendRegistration(
        by,
        registrationForm(opened(w).slug, { who: "self", displacement: "host" }),
        now,
        "a",
      ),
    );
    const facts = () => value(readSensitiveFacts(as(w.coordinator, now), { personId: me }));
    const row = () => read().select().from(persons).where(eq(persons.id, me)).get();
    const before = { facts: facts(), row: row() };
    const other = {
      who: "other",
      name: "Somebody Else",
      displacement: "refugee",
      sex: "man",
      language: "ar",
    };
    value(await sendRegistration(by, registrationForm(slug, other), now, "a"));
    expect({ facts: facts(), row: row() }).toEqual(before);
    expect(rows(courseId).map((r) => r.personId)).not.toContain(me);
    const registered = read()
      .select()
      .from(persons)
      .where(eq(persons.id, rows(courseId)[0]!.personId))
      .get();
    expect(registered?.name).toBe("Somebody Else");
  });
});

describe("a coordinator's decision", () => {
  it("to put somebody on the waiting list holds, or is refused", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 6 }),
        async (capacity, count, moved) => {
          const { courseId, slug } = opened(w, { capacity: String(capacity) });
          for (let i = 0; i < count; i++)
            value(await sendRegistration(visitor, registrationForm(slug), now, `198.51.100.${i}`));
          const chosen = rows(courseId)
            .filter((r) => r.state === "accepted")
            .slice(0, moved);
          const registrationIds = chosen.map((r) => r.id);
          const decision = { courseId, registrationIds, to: "waiting" as const, reason: null };
          const result = decideRegistrations(as(w.coordinator), decision);
          const after = rows(courseId).filter((r) => registrationIds.includes(r.id));
          expect(after.map((r) => r.state)).toEqual(chosen.map(() => (result.ok ? "waiting" : "accepted")));
        },
      ),
      { numRuns: runs(10) },
    );
  });
  it("to register somebody takes no place out of turn", async () => {
    const { courseId, slug } = opened(w, { capacity: "1" });
    const behalf = (formKey: string) => {
      const sent = {
        courseId: String(courseId),
        formKey,
        name: `P ${formKey}`,
        language: "ar",
        consent: "on",
      };
      return value(registerPerson(as(w.coordinator, now), registerPersonSchema([]).parse(sent)))
        .registrationId;
    };
    const first = behalf("by-hand-00001");
    value(await sendRegistration(visitor, registrationForm(slug), now, "192.0.2.99"));
    const last = behalf("by-hand-00002");
    const stateOf = (id: number) => rows(courseId).find((r) => r.id === id)?.state;
    expect([stateOf(first), stateOf(last)]).toEqual(["accepted", "waiting"]);
  });
});
