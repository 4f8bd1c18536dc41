import { eq } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { registrations, sessions } from "../../db/schema";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { setCourseState } from "../../lib/courses/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { runs } from "../support/runs";
import { opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
let month = 0;

/** A session of a course that runs, with people in it. */
async function running(count: number) {
  month += 1;
  const day = `${2028 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, "0")}`;
  const made = opened(w, {
    startsOn: `${day}-07`,
    endsOn: `${day}-09`,
    trainerIds: [String(w.trainerIds[0])],
  });
  for (let i = 0; i < count; i++) value(await registered(made.slug));
  const [session] = read()
    .select()
    .from(sessions)
    .where(eq(sessions.courseId, made.courseId))
    .orderBy(sessions.startInstant)
    .all();
  value(
    setCourseState(as(w.coordinator, session!.startInstant), {
      courseId: made.courseId,
      from: "open",
      to: "running",
      reason: null,
    }),
  );
  const people = read()
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.courseId, made.courseId))
    .all()
    .map((r) => r.id);
  return { session: session!, people };
}

type Entry = { state: string; by: number; at: number };
const entryOf = (sessionId: number, id: number) =>
  sqlite()
    .prepare(
      "SELECT state, entered_by AS by, entered_at AS at FROM attendance WHERE session_id = ? AND registration_id = ?",
    )
    .get(sessionId, id) as Entry | undefined;

describe("marks that a device kept", () => {
  it("never take away what somebody else has marked since, and count where nobody has", async () => {
    const { session, people } = await running(1);
    const [id] = people as [number];
    const states = fc.constantFrom("present", "excused", "absent", "none");
    const form = (state: string, more: object = {}) =>
      rollSchema.parse(posted({ sessionId: String(session.id), [`marks.${id}.state`]: state, ...more }));
    let at = session.endInstant;
    fc.assert(
      fc.property(states, states, states, fc.boolean(), (before, mine, theirs, since) => {
        at += 1;
        value(takeRoll(as(w.trainer, at), form(before)));
        if (since) value(takeRoll(as(w.coordinator, at), form(theirs)));
        value(takeRoll(as(w.trainer, at + 1), form(mine, { [`marks.${id}.was`]: before })));
        const other = since && theirs !== before && theirs !== "none";
        const untouched = since && mine === before;
        expect(entryOf(session.id, id)?.state ?? "none").toBe(other || untouched ? theirs : mine);
      }),
      { numRuns: runs(50) },
    );
  });
  it("leave another number of minutes late that somebody else has put since", async () => {
    const { session, people } = await running(1);
    const [id] = people as [number];
    const late = (minutes: number, was?: string) =>
      rollSchema.parse(
        posted({
          sessionId: String(session.id),
          [`marks.${id}.state`]: "late",
          [`marks.${id}.lateMinutes`]: String(minutes),
          ...(was ? { [`marks.${id}.was`]: was } : {}),
        }),
      );
    const minutesNow = () =>
      sqlite()
        .prepare("SELECT late_minutes FROM attendance WHERE session_id = ? AND registration_id = ?")
        .pluck()
        .get(session.id, id);
    const at = session.endInstant;
    value(takeRoll(as(w.trainer, at), late(5)));
    value(takeRoll(as(w.coordinator, at + 1), late(25)));
    expect(value(takeRoll(as(w.trainer, at + 2), late(20, "late 5"))).held).toEqual([id]);
    expect(minutesNow()).toBe(25);
    expect(value(takeRoll(as(w.trainer, at + 3), late(20, "late 25"))).held).toEqual([]);
    expect(minutesNow()).toBe(20);
    // Nor does one's own newer mark give way unseen: it was made on another device, which this page does not know of.
    expect(value(takeRoll(as(w.trainer, at + 4), late(10, "none"))).held).toEqual([id]);
    expect(minutesNow()).toBe(20);
  });
  it("say again what stands without taking it from whoever entered it", async () => {
    const { session, people } = await running(2);
    const sheet = Object.fromEntries(people.map((id) => [`marks.${id}.state`, "present"]));
    const send = (by: typeof w.trainer, at: number) =>
      value(takeRoll(as(by, at), rollSchema.parse(posted({ sessionId: String(session.id), ...sheet }))));
    send(w.trainer, session.endInstant);
    send(w.coordinator, session.endInstant + 5);
    for (const id of people)
      expect(entryOf(session.id, id)).toEqual({
        state: "present",
        by: w.trainer.personId,
        at: session.endInstant,
      });
  });
  it("are not taken under another account", async () => {
    const { session, people } = await running(1);
    const [id] = people as [number];
    const account = String(w.coordinator.accountId);
    takeRoll(
      as(w.trainer, session.endInstant),
      rollSchema.parse(posted({ sessionId: String(session.id), account, [`marks.${id}.state`]: "absent" })),
    );
    expect(entryOf(session.id, id)).toBeUndefined();
  });
});

describe("a sheet sent whole, without scripts", () => {
  it("changes what its own person changed, and leaves what somebody else marked since", async () => {
    const { session, people } = await running(5);
    const [untouched, changed, clashing, blank, own] = people as [number, number, number, number, number];
    const send = (by: typeof w.trainer, form: Record<string, string>) =>
      value(
        takeRoll(
          as(by, session.endInstant),
          rollSchema.parse(posted({ sessionId: String(session.id), ...form })),
        ),
      );
    const before = { [untouched]: "present", [changed]: "present", [clashing]: "present", [own]: "present" };
    const sheet = (states: Record<number, string>) =>
      Object.fromEntries(Object.entries(states).map(([id, state]) => [`marks.${id}.state`, state]));
    send(w.trainer, sheet(before));
    const upon = Object.fromEntries(people.map((id) => [`marks.${id}.was`, before[id] ?? "none"]));
    send(w.coordinator, sheet({ [untouched]: "absent", [clashing]: "absent", [blank]: "absent" }));
    send(w.trainer, sheet({ [own]: "excused" }));
    const { held } = send(w.trainer, {
      ...sheet({ ...before, [changed]: "excused", [clashing]: "excused", [blank]: "present" }),
      ...upon,
    });
    expect(people.map((id) => entryOf(session.id, id)?.state)).toEqual([
      "absent",
      "excused",
      "absent",
      "absent",
      "excused",
    ]);
    expect(new Set(held)).toEqual(new Set([clashing, blank]));
  });
});

describe("a sheet sent whole, by somebody who marked on another device since", () => {
  it("leaves their own newer mark, and says so", async () => {
    const { session, people } = await running(1);
    const [id] = people as [number];
    const send = (form: Record<string, string>) =>
      value(
        takeRoll(
          as(w.trainer, session.endInstant),
          rollSchema.parse(posted({ sessionId: String(session.id), ...form })),
        ),
      );
    send({ [`marks.${id}.state`]: "absent" });
    expect(send({ [`marks.${id}.state`]: "present", [`marks.${id}.was`]: "none" }).held).toEqual([id]);
    expect(entryOf(session.id, id)?.state).toBe("absent");
    // Once the page has shown it, it is put.
    expect(send({ [`marks.${id}.state`]: "present", [`marks.${id}.was`]: "absent" }).held).toEqual([]);
    expect(entryOf(session.id, id)?.state).toBe("present");
  });
});

describe("all others present, of a form without scripts", () => {
  it("marks whoever has no mark, and nobody else", async () => {
    const { session, people } = await running(4);
    const [marked, named, ...others] = people as [number, number, ...number[]];
    value(
      takeRoll(
        as(w.coordinator, session.endInstant),
        rollSchema.parse(posted({ sessionId: String(session.id), [`marks.${marked}.state`]: "absent" })),
      ),
    );
    value(
      takeRoll(
        as(w.trainer, session.endInstant),
        rollSchema.parse(
          posted({
            sessionId: String(session.id),
            [`marks.${named}.state`]: "excused",
            rest: people.join(" "),
          }),
        ),
      ),
    );
    expect(people.map((id) => entryOf(session.id, id)?.state)).toEqual([
      "absent",
      "excused",
      ...others.map(() => "present"),
    ]);
  });
});
