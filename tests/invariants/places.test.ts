import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeDatabase, read } from "../../db/client";
import { courses, registrations } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import * as admission from "../../lib/admission/commands";
import { editCourse, setCourseState } from "../../lib/courses/commands";
import { publicCourse } from "../../lib/courses/queries";
import { courseEditSchema } from "../../lib/courses/schema";
import { comeBack, withdraw } from "../../lib/registrations/commands";
import { decisions } from "../../lib/registrations/rules";
import { registerPersonSchema } from "../../lib/registrations/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { placeFaults } from "../support/places";
import { race } from "../support/race";
import { runs } from "../support/runs";
import { sendRegistration } from "../support/sendRegistration";
import { courseForm, day, now, opened, registrationForm, value, world } from "../support/world";

freshDatabase();
const w = world();
let people = 0;

const stateOf = (courseId: number) =>
  read()
    .select()
    .from(courses)
    .all()
    .find((c) => c.id === courseId)!;

/** Sends the plan of a course again with something changed. Refused where it does not fit; that is as good. */
function change(courseId: number, more: Record<string, unknown>, at: number) {
  const { version, capacity, admission, endsOn } = stateOf(courseId);
  const form = { ...courseForm(w), capacity: String(capacity), admission, endsOn, ...more };
  const input = courseEditSchema.parse({ ...form, courseId: String(courseId), version: String(version) });
  return editCourse(as(w.coordinator, at), input);
}

type Step = { course: number; what: string; which: number; count: number };
const whats = [
  "register",
  "register",
  "register",
  "behalf",
  "withdraw",
  "withdraw",
  "comeBack",
  "decide",
  "decide",
  "confirm",
  "capacity",
  "capacity",
  "admission",
  "lastDay",
  "state",
  "days",
];
const step = fc.record<Step>({
  course: fc.nat(1),
  what: fc.constantFrom(...whats),
  which: fc.nat(200),
  count: fc.integer({ min: 1, max: 4 }),
});

/** Does one step. Whether it is refused is not looked at: what must hold, holds after either. */
async function take(courseId: number, { what, which, count }: Step, at: number): Promise<void> {
  const rows = read()
    .select()
    .from(registrations)
    .all()
    .filter((r) => r.courseId === courseId);
  const some = (state?: string) => rows.filter((r) => !state || r.state === state);
  const one = (list: typeof rows) => list[which % Math.max(1, list.length)];
  const course = stateOf(courseId);
  switch (what) {
    case "register":
      for (let i = 0; i < count; i++)
        await sendRegistration(
          visitor,
          registrationForm(course.slug),
          at,
          which % 3 === 0 ? "203.0.113.7" : `10.0.0.${people++}`,
        );
      return;
    case "behalf": {
      const sent = { courseId: String(courseId), name: `Nominee ${people}`, language: "ar", consent: "on" };
      const more = { formKey: `behalf-key-${people++}`, accept: which % 2 ? "on" : "" };
      admission.registerPerson(as(w.coordinator, at), registerPersonSchema([]).parse({ ...sent, ...more }));
      return;
    }
    case "withdraw": {
      const token = one(some(which % 2 ? "accepted" : undefined))?.token;
      if (token) withdraw(as(visitor, at), { token, reason: null });
      return;
    }
    case "comeBack": {
      const token = one(some("withdrawn"))?.token;
      if (token) comeBack(as(visitor, at), { token }, `10.0.1.${people++}`);
      return;
    }
    case "decide": {
      const to = decisions[which % decisions.length]!;
      const from = which % 3 ? [one(rows)] : some(to === "accepted" ? "waiting" : "accepted").slice(0, count);
      const registrationIds = from.flatMap((r) => (r ? [r.id] : []));
      if (registrationIds.length > 0)
        admission.decideRegistrations(as(w.coordinator, at), {
          courseId,
          registrationIds,
          to,
          reason: "Said",
        });
      return;
    }
    case "confirm":
      admission.confirmRegistrations(as(w.coordinator, at), { courseId });
      return;
    case "capacity":
      change(courseId, { capacity: String(Math.max(1, course.capacity + (which % 7) - 2)) }, at);
      return;
    case "admission":
      change(courseId, { admission: course.admission === "selection" ? "first_come" : "selection" }, at);
      return;
    case "lastDay":
      change(courseId, { endsOn: `2027-02-${11 + (which % 15)}` }, at);
      return;
    case "state": {
      const to = (["open", "running", "closed", "draft", "cancelled", "running"] as const)[which % 6]!;
      if (to === "cancelled" && which % 4 !== 0) return;
      const input = { courseId, from: course.state, to, reason: "Said" };
      setCourseState(as(w.coordinator, at), input as Parameters<typeof setCourseState>[1]);
    }
  }
}

describe("places", () => {
  it("are never idle beside a waiting list, never too many, and in turn, whatever is done in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
        const ids = ["3", "6"].map((capacity) => opened(w, { capacity }).courseId);
        let at = now;
        for (const next of steps) {
          at += next.what === "days" ? next.count * 3 * day : 60_000;
          const courseId = ids[next.course]!;
          await take(courseId, next, at);
          expect(placeFaults(courseId, at), JSON.stringify(next)).toEqual([]);
        }
        for (const courseId of ids) expect(placeFaults(courseId, at)).toEqual([]);
      }),
      { numRuns: runs(10) },
    );
  });

  const full = async (capacity: number, waiting: number) => {
    const course = opened(w, { capacity: String(capacity) });
    const tokens: string[] = [];
    for (let i = 0; i < capacity + waiting; i++) {
      const form = registrationForm(course.slug);
      tokens.push(value(await sendRegistration(visitor, form, now, `10.1.0.${people++}`)).token);
    }
    return { ...course, tokens };
  };
  const accepted = (courseId: number) =>
    read()
      .select()
      .from(registrations)
      .all()
      .filter((r) => r.courseId === courseId && r.state === "accepted").length;

  it("go to those who wait when the capacity is raised", async () => {
    const course = await full(3, 4);
    value(change(course.courseId, { capacity: "5" }, now));
    expect(accepted(course.courseId)).toBe(5);
    expect(publicCourse(as(visitor), course.slug)!.placesLeft).toBe(0);
    value(change(course.courseId, { capacity: "20" }, now));
    expect(accepted(course.courseId)).toBe(7);
    expect(publicCourse(as(visitor), course.slug)!.placesLeft).toBe(13);
  });
  it("go to those who wait when places are given by turn again", async () => {
    const course = await full(2, 2);
    value(change(course.courseId, { admission: "selection" }, now));
    value(withdraw(as(visitor, now), { token: course.tokens[0]!, reason: null }));
    expect(accepted(course.courseId)).toBe(1);
    expect(publicCourse(as(visitor), course.slug)!.placesLeft).toBe(0);
    value(change(course.courseId, { admission: "first_come" }, now));
    expect(accepted(course.courseId)).toBe(2);
  });
  it("are not given once the last day has passed where the course is, but again when it is moved", async () => {
    const course = await full(2, 2);
    const lastMinute = Date.parse("2027-02-11T20:59:00Z");
    const nextDay = lastMinute + 60_000;
    value(withdraw(as(visitor, lastMinute), { token: course.tokens[0]!, reason: null }));
    expect(accepted(course.courseId)).toBe(2);
    const { id: left } = read()
      .select()
      .from(registrations)
      .all()
      .find(({ token }) => token === course.tokens[1])!;
    const gone = { courseId: course.courseId, registrationIds: [left], reason: "Ill" };
    value(admission.decideRegistrations(as(w.coordinator, nextDay), { ...gone, to: "withdrawn" }));
    expect(accepted(course.courseId)).toBe(1);
    value(change(course.courseId, { endsOn: "2027-02-12" }, nextDay));
    expect(accepted(course.courseId)).toBe(2);
  });

  it("hold while four processes register, withdraw and change the capacity at once", async () => {
    const of = ["2", "3", "4", "5", "6", "8"].map((capacity) => opened(w, { capacity }));
    closeDatabase();
    await race(
      [0, 1, 2, 3].map((racer) => ({
        what: "mix",
        courses: of,
        form: courseForm(w),
        coordinator: w.coordinator,
        count: 12,
        racer,
        now,
      })),
    );
    expect(of.map(({ courseId }) => placeFaults(courseId, now + day))).toEqual(of.map(() => []));
  });
});
