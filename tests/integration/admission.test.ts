import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { closeDatabase, read, sqlite } from "../../db/client";
import { sensitiveFacts } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { setCourseState } from "../../lib/courses/commands";
import { readSensitiveFacts } from "../../lib/people/commands";
import { withdraw } from "../../lib/registrations/commands";
import { answerField } from "../../lib/registrations/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { race } from "../support/race";
import { expectHistoryToAgree, placeOnList, rows } from "../support/registrationRows";
import { sendRegistration } from "../support/sendRegistration";
import {
  day,
  fault,
  now,
  opened,
  planned,
  question,
  registered,
  registrationForm,
  value,
  world,
} from "../support/world";

freshDatabase();
const w = world();

describe("registering", () => {
  it("gives places, then the waiting list in order, and moves it up when somebody withdraws", async () => {
    const course = opened(w, { capacity: "2" });
    const people = [];
    for (let i = 0; i < 4; i++) people.push(value(await registered(course.slug)));
    expect(people.map((p) => p.state)).toEqual(["accepted", "accepted", "waiting", "waiting"]);
    value(withdraw(as(visitor, now + day), { token: people[0]!.token, reason: "ill" }));
    expect(rows(course.courseId).map((r) => [r.state, placeOnList(r)])).toEqual([
      ["withdrawn", null],
      ["accepted", null],
      ["accepted", null],
      ["waiting", 1],
    ]);
    expectHistoryToAgree(course.courseId);
  });
  it("makes one registration of a form sent twice, and leads the same browser back however name and phone are written", async () => {
    const course = opened(w);
    const form = registrationForm(course.slug, { name: "ليلى الخطيب", phone: "0791112223" });
    const first = value(await sendRegistration(visitor, form, now, "a"));
    expect(value(await sendRegistration(visitor, form, now, "a")).token).toBe(first.token);
    for (const phone of ["+962 79 111 2223", "٠٧٩١١١٢٢٢٣", "00962791112223"])
      expect(
        value(
          await sendRegistration(
            visitor,
            registrationForm(course.slug, { name: "ليلي الخطيب", phone }),
            now,
            "a",
            { device: null, registrations: [first.token] },
          ),
        ).token,
        phone,
      ).toBe(first.token);
    expect(value(await registered(course.slug, { name: "رنا الخطيب", phone: "0791112223" })).state).toBe(
      "accepted",
    );
    expect(rows(course.courseId)).toHaveLength(2);
  });
  it("asks the course's own questions and keeps the answers", async () => {
    const course = opened(w);
    const id = question(course.courseId, "Why?", true);
    expect(fault(await registered(course.slug)).fields).toEqual({ [answerField(id)]: { code: "required" } });
    value(await registered(course.slug, { [answerField(id)]: "To teach" }));
    expect(rows(course.courseId)[0]?.answers).toEqual({ [id]: "To teach" });
  });
  it("needs consent and a way to reach the person, and changes nothing without", async () => {
    const course = opened(w);
    expect(fault(await registered(course.slug, { consent: "" })).fields).toEqual({
      consent: { code: "consentNeeded" },
    });
    expect(fault(await registered(course.slug, { phone: "" })).fields).toEqual({
      phone: { code: "contactNeeded" },
    });
    expect(fault(await registered(course.slug, { phone: "0123" })).fields?.phone?.code).toContain(
      "phoneInvalid",
    );
    expect(rows(course.courseId)).toEqual([]);
  });
  it("is over when the course is cancelled meanwhile, or the last day to apply has passed", async () => {
    const course = opened(w, { applyBy: "2027-01-20" });
    expect(fault(await registered(course.slug, {}, Date.parse("2027-01-21T09:00:00Z"))).code).toBe(
      "registrationClosed",
    );
    value(
      setCourseState(as(w.coordinator, now), {
        courseId: course.courseId,
        from: "open",
        to: "cancelled",
        reason: "Snow",
      }),
    );
    expect(fault(await registered(course.slug)).code).toBe("courseCancelled");
    expect(fault(await registered(planned(w).slug)).code).toBe("notFound");
  });
  it("takes no role, state or capacity from the request", async () => {
    const course = opened(w, { admission: "selection" });
    const sent = {
      state: "accepted",
      isAdministrator: "true",
      personId: "1",
      role: "coordinator",
      source: "coordinator",
    };
    expect(value(await registered(course.slug, sent)).state).toBe("applied");
    expect(rows(course.courseId)[0]).toMatchObject({ state: "applied", source: "self" });
    expect(rows(course.courseId)[0]?.personId).not.toBe(1);
  });
  it("keeps sensitive answers encrypted, and notes who reads them", async () => {
    const course = opened(w);
    value(await registered(course.slug, { name: "Sealed", displacement: "refugee", sex: "woman" }));
    const personId = rows(course.courseId)[0]!.personId;
    const kept = read().select().from(sensitiveFacts).where(eq(sensitiveFacts.personId, personId)).get()!;
    expect(kept.sealed.toString("latin1")).not.toContain("refugee");
    expect(value(readSensitiveFacts(as(w.coordinator, now), { personId }))).toEqual({
      displacement: "refugee",
      sex: "woman",
    });
    expect(fault(readSensitiveFacts(as(w.stranger, now), { personId })).code).toBe("notFound");
    expect(fault(readSensitiveFacts(as(w.trainer, now), { personId })).code).toBe("notFound");
    const noted = sqlite()
      .prepare("SELECT count(*) AS n FROM audit_log WHERE action = 'person.facts-read' AND subject_id = ?")
      .get(personId);
    expect(noted).toEqual({ n: 1 });
  });
});

describe("the database itself", () => {
  it("refuses a place beyond capacity, a changed history and a waiting number without waiting", async () => {
    const course = opened(w, { capacity: "1" });
    value(await registered(course.slug));
    value(await registered(course.slug));
    const [taken, waiting] = rows(course.courseId);
    const raw =
      (text: string, ...values: unknown[]) =>
      () =>
        sqlite()
          .prepare(text)
          .run(...values);
    expect(raw("UPDATE registrations SET state = 'accepted' WHERE id = ?", waiting!.id)).toThrow(/capacity/);
    expect(raw("UPDATE registrations SET state = 'nonsense' WHERE id = ?", taken!.id)).toThrow(/CHECK/);
    expect(raw("UPDATE registrations SET waiting_sequence = NULL WHERE id = ?", waiting!.id)).toThrow(
      /CHECK/,
    );
    expect(raw("UPDATE registration_changes SET reason = 'x'")).toThrow(/only added to/);
    expect(raw("DELETE FROM audit_log")).toThrow(/only added to/);
    expect(raw("INSERT INTO registrations SELECT * FROM registrations WHERE id = ?", waiting!.id)).toThrow(
      /UNIQUE/,
    );
    expect(raw("UPDATE courses SET programme_id = 999 WHERE id = ?", course.courseId)).toThrow(/FOREIGN KEY/);
    expect(raw("UPDATE courses SET capacity = 0 WHERE id = ?", course.courseId)).toThrow(/CHECK/);
  });
});

describe("200 registrations from 4 processes for 20 places", () => {
  const run = async (round: number) => {
    const locked = round === 0;
    const course = opened(w, { capacity: "20" });
    // What stands behind the lock in the database would save the day, so it goes as well.
    if (!locked)
      sqlite().exec(`
        DROP TRIGGER IF EXISTS registrations_capacity_insert;
        DROP TRIGGER IF EXISTS registrations_capacity_update;
        DROP INDEX IF EXISTS registrations_number;
      `);
    closeDatabase();
    await race(
      [0, 1, 2, 3].map((racer) => ({
        what: "register",
        slug: course.slug,
        count: 50,
        locked,
        racer: racer + 4 * round,
        now,
      })),
    );
    return rows(course.courseId);
  };
  it("fill exactly 20, and the waiting list has no gap and is in the order of commits", async () => {
    const all = await run(0);
    expect(all).toHaveLength(200);
    expect(all.filter((r) => r.state === "accepted")).toHaveLength(20);
    const waiting = all.filter((r) => r.state === "waiting");
    // Rows are numbered as they are committed, so in that order the places come first and the list counts up.
    expect(all.slice(0, 20).every((r) => r.state === "accepted")).toBe(true);
    expect(waiting.map(placeOnList)).toEqual(Array.from({ length: 180 }, (_, i) => i + 1));
    expect(all.map((r) => r.number)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  });
  it("oversell or share numbers once the lock is taken away, so this test is known to see it", async () => {
    let sound = true;
    // Processes meet by chance: on a machine that is busy they may pass one another once.
    for (let round = 1; round <= 3 && sound; round++) {
      const all = await run(round);
      const accepted = all.filter((r) => r.state === "accepted").length;
      sound = accepted === 20 && new Set(all.map((r) => r.number)).size === all.length;
    }
    expect(sound).toBe(false);
  });
});
