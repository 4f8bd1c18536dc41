import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { accounts, persons } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system, visitor } from "../../lib/access/table";
import { createAdministrator } from "../../lib/accounts/commands/administrator";
import { confirmRegistrations, decideRegistrations } from "../../lib/admission/commands";
import { setCourseState } from "../../lib/courses/commands";
import { readSensitiveFacts } from "../../lib/people/commands";
import { comeBack, forgetAddresses, withdraw } from "../../lib/registrations/commands";
import { sameContacts } from "../../lib/registrations/queries";
import { as } from "../support/as";
import { followRegistration } from "../support/asked";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { history, rows, states, told, toTell } from "../support/registrationRows";
import { sendRegistration } from "../support/sendRegistration";
import { transact } from "../support/transact";
import {
  day,
  fault,
  now,
  opened,
  person,
  registered,
  registrationForm,
  value,
  viewer,
  world,
} from "../support/world";

freshDatabase();
const w = world();
const hour = 3_600_000;

it("with a password is a sign-in: the account was used from then on", async () => {
  const slug = opened(w).slug;
  const { session } = value(await registered(slug, { phone: "0791112297", password: "long enough 1" }, now));
  const { lastSignInAt } = read().select().from(accounts).where(eq(accounts.id, session!.accountId)).get()!;
  expect(lastSignInAt).toBe(now);
});

describe("a contact that the course knows", () => {
  it("gets the link, at most once an hour; whoever fills in the form hears what everybody hears", async () => {
    const course = opened(w);
    const who = { name: "Reem Haddad", phone: "0791112299" };
    const first = value(await registered(course.slug, who));
    const id = rows(course.courseId)[0]!.id;
    const again = async (at: number) =>
      value(await registered(course.slug, { ...who, name: "reem  haddad" }, at));
    const other = await again(now + 1);
    expect(other).toEqual({ ...first, token: expect.not.stringContaining(first.token) });
    expect(toTell(id).at(-1)).toEqual({ message: "registrationLink", at: now + 1 });
    value(withdraw(as(visitor, now + 2), { token: first.token, reason: null }));
    await again(now + 3);
    expect(toTell(id).filter((n) => n.message === "registrationLink")).toEqual([
      { message: "registrationLink", at: now + 1 },
    ]);
    await again(now + hour + 1);
    expect(toTell(id).at(-1)).toEqual({ message: "registrationLink", at: now + hour + 1 });
  });
  it("is led back to its page in the browser in which it registered, and takes no second place", async () => {
    const course = opened(w);
    const who = { name: "Ali", phone: "0791112298" };
    const { token } = value(await registered(course.slug, who));
    const form = registrationForm(course.slug, { ...who, phone: "+962 79 111 2298" });
    const browser = { device: null, registrations: ["another-token", token] };
    expect(value(await sendRegistration(visitor, form, now, "a", browser)).token).toBe(token);
    expect(rows(course.courseId)).toHaveLength(1);
  });
});

describe("a form that is sent again", () => {
  it("says that its registration stands as it was stored where it tells something else now", async () => {
    const course = opened(w);
    const form = registrationForm(course.slug, { name: "Lina Saad", phone: "0791112280", needs: "A ramp" });
    const send = (more: Record<string, unknown> = {}) =>
      sendRegistration(visitor, { ...form, ...more }, now, "a");
    const first = value(await send());
    expect(first.otherNow).toBe(false);
    expect(value(await send())).toEqual(first);
    for (const other of [{ needs: "Two ramps" }, { phone: "0791112281" }, { name: "Nada" }])
      expect(value(await send(other))).toEqual({ ...first, otherNow: true });
    // What was answered for the totals is guessed by nobody who comes to the same browser.
    for (const sex of ["woman", "man"]) expect(value(await send({ sex }))).toEqual(first);
    expect(rows(course.courseId)).toMatchObject([{ needs: "A ramp" }]);
  });
  it("hears of its consent and its password at once", async () => {
    const form = registrationForm(opened(w).slug, { consent: "", password: "password123" });
    expect(fault(await sendRegistration(visitor, form, now, "a")).fields).toEqual({
      consent: { code: "consentNeeded" },
      password: { code: "passwordGuessable" },
    });
  });
});

describe("one contact in two registrations of a course", () => {
  it("is marked for the coordinator alone, until one of them is withdrawn; other courses say nothing", async () => {
    const course = opened(w);
    const who = { name: "Samer Qasem", phone: "0791112290" };
    const first = value(await registered(course.slug, { ...who, password: "long enough 1" }));
    value(await registered(course.slug, { ...who, password: "another one 22" }, now + 1));
    value(await registered(course.slug, { name: "Other", phone: "0791112291" }));
    value(await registered(opened(w).slug, who));
    const of = (by = w.coordinator) =>
      sameContacts(as(by), gate.course(as(by), "registrations.read", course.courseId));
    const [one, two, other] = rows(course.courseId);
    expect(two!.personId).not.toBe(one!.personId);
    expect(of().get(one!.id)).toEqual([{ kind: "phone", id: two!.id, number: two!.number }]);
    expect(of().get(two!.id)).toEqual([{ kind: "phone", id: one!.id, number: one!.number }]);
    expect(of().has(other!.id)).toBe(false);
    expect(() => of(w.trainer)).toThrow();
    expect(() => of(visitor)).toThrow();
    value(withdraw(as(visitor, now + 2), { token: first.token, reason: null }));
    expect(of().size).toBe(0);
  });
});

describe("coming back", () => {
  it("gives a place if one is left, else the end of the list, and tells the person", async () => {
    const course = opened(w, { capacity: "1" });
    const a = value(await registered(course.slug));
    const b = value(await registered(course.slug));
    const [first, second] = rows(course.courseId);
    value(withdraw(as(visitor, now), { token: b.token, reason: null }));
    value(withdraw(as(visitor, now), { token: a.token, reason: null }));
    expect(value(comeBack(as(visitor, now), { token: b.token }, "b")).state).toBe("accepted");
    expect(value(comeBack(as(visitor, now), { token: a.token }, "a")).state).toBe("waiting");
    expect(followRegistration(as(visitor), a.token)?.waitingNumber).toBe(1);
    expect(history(first!.id)).toEqual([
      "registered: accepted",
      "withdrawn: withdrawn",
      "came_back: waiting",
    ]);
    expect(told(second!.id)).toEqual(["registrationAccepted"]);
    expect(told(first!.id)).toEqual(["registrationWaiting"]);
    expect(fault(comeBack(as(visitor, now), { token: a.token }, "a")).code).toBe("notWithdrawn");
  });
  it("applies again where places are given by selection, and is over with registration", async () => {
    const course = opened(w, { admission: "selection", applyBy: "2027-01-20" });
    const { token } = value(await registered(course.slug));
    value(withdraw(as(visitor, now), { token, reason: null }));
    expect(fault(comeBack(as(visitor, Date.parse("2027-01-20T22:00:00Z")), { token }, "a")).code).toBe(
      "registrationClosed",
    );
    expect(value(comeBack(as(visitor, now), { token }, "a")).state).toBe("applied");
    value(withdraw(as(visitor, now), { token, reason: null }));
    const cancel = { courseId: course.courseId, from: "open", to: "cancelled", reason: "Snow" } as const;
    value(setCourseState(as(w.coordinator, now), cancel));
    expect(fault(comeBack(as(visitor, now), { token }, "a")).code).toBe("courseCancelled");
    expect(fault(comeBack(as(visitor, now), { token: "no-such-token-0000000000" }, "a")).code).toBe(
      "notFound",
    );
  });
});

describe("registrations that came at once from one address", () => {
  const rush = async (capacity: string, count: number) => {
    const course = opened(w, { capacity });
    for (let i = 0; i < count; i++)
      value(await sendRegistration(visitor, registrationForm(course.slug), now + i, "203.0.113.5"));
    return course;
  };
  it("are one thing to do for the coordinator, who confirms them in the order in which they came", async () => {
    const course = await rush("6", 8);
    expect(states(course.courseId)).toEqual([...Array(3).fill("accepted"), ...Array(5).fill("to_confirm")]);
    const items = () =>
      todayFor(as(w.coordinator, now), "2027-01-10").awaits.filter(
        (a) => a.kind === "confirm" && a.course.id === course.courseId,
      );
    expect(items()).toMatchObject([{ kind: "confirm", count: 5 }]);
    const elsewhere = value(await registered(course.slug, {}, now + 60_000));
    expect(elsewhere.state).toBe("accepted");
    for (const by of [w.stranger, w.trainer, w.participant])
      expect(fault(confirmRegistrations(as(by, now), { courseId: course.courseId })).code).toBe("notFound");
    expect(
      value(confirmRegistrations(as(w.coordinator, now + hour), { courseId: course.courseId })).moved,
    ).toBe(5);
    expect(states(course.courseId)).toEqual([
      ...Array(5).fill("accepted"),
      ...Array(3).fill("waiting"),
      "accepted",
    ]);
    const ids = rows(course.courseId).map((r) => r.id);
    expect([told(ids[3]!), told(ids[7]!)]).toEqual([["registrationAccepted"], ["registrationWaiting"]]);
    expect(history(ids[7]!)).toEqual(["registered: to_confirm", "confirmed: waiting"]);
    expect(items()).toEqual([]);
    expect(
      value(confirmRegistrations(as(w.coordinator, now + hour), { courseId: course.courseId })).moved,
    ).toBe(0);
  });
  it("keep their turn: confirmed onto the list, they stand before whoever came later", async () => {
    const course = await rush("3", 4);
    const later = [];
    for (let i = 0; i < 3; i++) later.push(value(await registered(course.slug, {}, now + 60_000)));
    expect(later.map((l) => l.state)).toEqual(["accepted", "waiting", "waiting"]);
    const [kept, gone] = rows(course.courseId).filter((r) => r.state === "to_confirm");
    const decline = { courseId: course.courseId, registrationIds: [gone!.id], to: "declined" as const };
    value(decideRegistrations(as(w.coordinator, now), { ...decline, reason: "Made up" }));
    const one = { courseId: course.courseId, registrationIds: [kept!.id] };
    value(confirmRegistrations(as(w.coordinator, now + hour), one));
    expect(
      [kept!.token, later[1]!.token, later[2]!.token].map(
        (t) => followRegistration(as(visitor), t)!.waitingNumber,
      ),
    ).toEqual([1, 2, 3]);
    expect(fault(confirmRegistrations(as(w.coordinator, now), one)).code).toBe("decisionNotAllowed");
  });
  it("are no more once an hour has passed, and not of somebody whose contact is proven; their address is forgotten", async () => {
    const course = await rush("9", 5);
    expect(states(course.courseId).filter((s) => s === "to_confirm")).toHaveLength(1);
    const proven = value(
      await createAdministrator(as(system, now), {
        name: "Proven",
        email: "proven@example.org",
        password: "long enough 1",
      }),
    );
    const account = read().select().from(accounts).where(eq(accounts.id, proven.accountId)).get()!;
    const me = viewer(account.personId, { accountId: account.id });
    const mine = registrationForm(course.slug, { who: "self" });
    transact((db) =>
      db.update(accounts).set({ emailProvenAt: now }).where(eq(accounts.id, account.id)).run(),
    );
    expect(value(await sendRegistration(me, mine, now + 10, "203.0.113.5")).state).toBe("accepted");
    const other = registrationForm(course.slug, { who: "other" });
    expect(value(await sendRegistration(me, other, now + 10, "203.0.113.5")).state).toBe("to_confirm");
    const keys = () => rows(course.courseId).filter((r) => r.addressKey !== null).length;
    expect(keys()).toBe(6);
    expect(rows(course.courseId).every((r) => !r.addressKey?.includes("203"))).toBe(true);
    forgetAddresses(as(system, now + hour - 1));
    expect(keys()).toBe(6);
    const next = value(
      await sendRegistration(visitor, registrationForm(course.slug), now + hour + 60_000, "203.0.113.5"),
    );
    expect(next.state).toBe("accepted");
    forgetAddresses(as(system, now + hour + 60_000));
    expect(keys()).toBe(1);
  });
});

describe("somebody signed in", () => {
  it("says for whom the form is, and registers themselves with their own name and contact", async () => {
    const course = opened(w);
    const me = person("Hanan", { phone: "+962791110077" });
    const by = viewer(me);
    expect(fault(await registered(course.slug, {}, now, by)).fields).toEqual({
      who: { code: "registerWhom" },
    });
    expect(fault(await registered(course.slug, { who: "me" }, now, by)).fields).toEqual({
      who: { code: "registerWhom" },
    });
    const typed = { who: "self", name: "\u202E", phone: "12", email: "x", password: "short", sex: "woman" };
    value(await registered(course.slug, typed, now, by));
    expect(rows(course.courseId).map((r) => r.personId)).toEqual([me]);
    expect(read().select().from(persons).where(eq(persons.id, me)).get()?.name).toBe("Hanan");
    expect(value(readSensitiveFacts(as(w.coordinator, now), { personId: me }))).toEqual({ sex: "woman" });
    expect(fault(await registered(course.slug, { who: "self" }, now, by)).code).toBe("registeredYourself");
    expect(fault(await registered(course.slug, { who: "other", phone: "" }, now, by)).fields).toEqual({
      phone: { code: "contactNeeded" },
    });
    const before = read().select().from(accounts).all().length;
    value(await registered(course.slug, { who: "other", password: "long enough 1" }, now, by));
    expect(read().select().from(accounts).all()).toHaveLength(before);
    // A visitor is never asked.
    value(await registered(course.slug, { who: "self" }));
    expect(new Set(rows(course.courseId).map((r) => r.personId)).size).toBe(3);
  });
});

describe("the waiting list by hand", () => {
  it("is refused where the place would come right back, and not by selection", async () => {
    const turn = opened(w, { capacity: "3" });
    for (let i = 0; i < 2; i++) value(await registered(turn.slug));
    const waiting = (courseId: number) => ({
      courseId,
      registrationIds: [rows(courseId)[0]!.id],
      to: "waiting" as const,
      reason: null,
    });
    expect(fault(decideRegistrations(as(w.coordinator, now), waiting(turn.courseId))).code).toBe(
      "placeComesBack",
    );
    expect(history(rows(turn.courseId)[0]!.id)).toEqual(["registered: accepted"]);
    for (let i = 0; i < 3; i++) value(await registered(turn.slug));
    value(decideRegistrations(as(w.coordinator, now + day), waiting(turn.courseId)));
    expect(states(turn.courseId)).toEqual(["waiting", "accepted", "accepted", "accepted", "waiting"]);
    expect(told(rows(turn.courseId)[3]!.id)).toEqual(["registrationMovedUp"]);
    const selection = opened(w, { admission: "selection", capacity: "3" });
    value(await registered(selection.slug));
    value(decideRegistrations(as(w.coordinator, now), waiting(selection.courseId)));
    expect(states(selection.courseId)).toEqual(["waiting"]);
  });
});
