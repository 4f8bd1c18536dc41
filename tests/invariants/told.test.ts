import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { decideRegistrations } from "../../lib/admission/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { issueCertificates, reissueCertificate, revokeCertificate } from "../../lib/certificates/commands";
import { setCourseState } from "../../lib/courses/commands";
import { withdraw } from "../../lib/registrations/commands";
import { proposeSessions } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { peopleTold } from "../support/peopleTold";
import { posted } from "../support/posted";
import { runs } from "../support/runs";
import { now, opened, value, world } from "../support/world";

// Mail is set up, but nobody looks into the box: what would be sent is read from the outbox.
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.PUBLIC_URL = "https://cascade.example.org";
freshDatabase();
const w = world();

const { rowsOf, messages, join, edit } = peopleTold(w);

/** A course of three places with five people, every second of whom has no address; all have been told of that. */
async function courseOfFive(more: Record<string, unknown> = {}) {
  const course = opened(w, { capacity: "3", ...more });
  for (let i = 0; i < 5; i++) await join(course.slug, i % 2 === 0);
  messages(course.courseId);
  return course;
}

const states = (courseId: number, ...of: string[]) =>
  rowsOf(courseId)
    .filter((r) => of.includes(r.state))
    .map((r) => r.id);

const decide = (courseId: number, ids: number[], to: "accepted" | "waiting" | "declined") =>
  decideRegistrations(as(w.coordinator, now), {
    courseId,
    registrationIds: ids,
    to,
    reason: to === "declined" ? "Too far away" : null,
  });

/** Ends a course, with what its page says that this does where it asks for that. */
function end(courseId: number, at: number) {
  const order = { courseId, from: "running", to: "closed", reason: null, withoutRolls: true } as const;
  const asked = setCourseState(as(w.coordinator, at), order);
  if (asked.ok) return;
  const said: Record<string, unknown> = asked.fault.params ?? {};
  const foreseen = ["attended", "noShow", "missingRolls", "waiting", "undecided"]
    .map((what) => said[what])
    .join("-");
  const confirmed = { ...order, foreseen };
  value(setCourseState(as(w.coordinator, at), confirmed));
}

describe("whoever is affected is told once, and nobody else", () => {
  it("when registrations are decided", async () => {
    const course = await courseOfFive({ admission: "selection" });
    const all = rowsOf(course.courseId).map((r) => r.id);
    for (const [to, message] of [
      ["accepted", "registrationAccepted"],
      ["waiting", "registrationWaiting"],
      ["declined", "registrationDeclined"],
    ] as const) {
      value(decide(course.courseId, all.slice(0, 2), to));
      expect(messages(course.courseId)).toEqual(all.slice(0, 2).map((id) => ({ id, message })));
    }
  });

  it("when somebody gives a place back and the next moves up", async () => {
    const course = await courseOfFive();
    const waiting = states(course.courseId, "waiting");
    const leaving = rowsOf(course.courseId).find((r) => r.state === "accepted")!;
    value(withdraw(as(w.participant, now), { token: leaving.token, reason: null }));
    expect(messages(course.courseId)).toEqual([{ id: waiting[0], message: "registrationMovedUp" }]);
  });

  it("when a course is cancelled", async () => {
    const course = await courseOfFive();
    const affected = states(course.courseId, "accepted", "waiting");
    value(
      setCourseState(as(w.coordinator, now), {
        courseId: course.courseId,
        from: "open",
        to: "cancelled",
        reason: "No trainer",
      }),
    );
    expect(messages(course.courseId)).toEqual(affected.map((id) => ({ id, message: "courseCancelled" })));
  });

  const at = (dayOf: string) => Date.parse(`${dayOf}T20:00:00Z`);
  /** A course of five that has ended, with certificates issued to the two who were there; and who these are. */
  async function certified() {
    const course = await courseOfFive();
    const { courseId } = course;
    const begun = { courseId, from: "open", to: "running", reason: null } as const;
    value(setCourseState(as(w.coordinator, Date.parse("2027-02-07T06:00:00Z")), begun));
    const present = states(courseId, "accepted").slice(0, 2);
    const marks = states(courseId, "accepted").map((id) => [
      `marks.${id}.state`,
      present.includes(id) ? "present" : "absent",
    ]);
    const sessions = sqlite()
      .prepare("SELECT id, day FROM sessions WHERE course_id = ? ORDER BY start_instant")
      .all(courseId) as { id: number; day: string }[];
    for (const session of sessions)
      value(
        takeRoll(
          as(w.trainer, at(session.day)),
          rollSchema.parse(posted({ sessionId: String(session.id), ...Object.fromEntries(marks) })),
        ),
      );
    end(courseId, at("2027-02-12"));
    messages(courseId);
    const order = { courseId, reason: null };
    value(issueCertificates(as(w.coordinator, at("2027-02-13")), order));
    return { courseId, present };
  }
  const certificateOf = (registrationId: number) =>
    (
      sqlite()
        .prepare("SELECT max(id) AS id FROM certificates WHERE registration_id = ?")
        .get(registrationId) as { id: number }
    ).id;

  it("when certificates are issued", async () => {
    const { courseId, present } = await certified();
    expect(messages(courseId)).toEqual(present.map((id) => ({ id, message: "certificateReady" })));
  });

  it("when a certificate is revoked, whether or not they have heard of it", async () => {
    const { courseId, present } = await certified();
    const [heard, unaware] = present as [number, number];
    const revoke = (id: number) =>
      value(
        revokeCertificate(as(w.coordinator, at("2027-02-14")), {
          certificateId: certificateOf(id),
          reason: "Issued by mistake",
        }),
      );
    revoke(unaware);
    expect(messages(courseId)).toEqual(
      [
        { id: heard, message: "certificateReady" },
        { id: unaware, message: "certificateRevoked" },
      ].sort((a, b) => a.id - b.id),
    );
    revoke(heard);
    expect(messages(courseId)).toEqual([{ id: heard, message: "certificateRevoked" }]);
  });

  it("when a certificate is put in the place of another: of the new one alone", async () => {
    const { courseId, present } = await certified();
    messages(courseId);
    const order = { certificateId: certificateOf(present[0]!), reason: "A name" };
    value(reissueCertificate(as(w.coordinator, at("2027-02-14")), order));
    expect(messages(courseId)).toEqual([{ id: present[0], message: "certificateReady" }]);
  });

  it("when the place of a course changes", async () => {
    const course = await courseOfFive();
    edit(course.courseId, { placeEn: "Salt", placeAr: "السلط" });
    const affected = states(course.courseId, "accepted", "waiting");
    expect(messages(course.courseId)).toEqual(affected.map((id) => ({ id, message: "courseMoved" })));
  });

  it("when its dates change", async () => {
    const course = await courseOfFive();
    edit(course.courseId, { startsOn: "2027-02-06" });
    const affected = states(course.courseId, "accepted", "waiting");
    expect(messages(course.courseId)).toEqual(affected.map((id) => ({ id, message: "courseMoved" })));
  });

  it("when its sessions change: those who have a place", async () => {
    const course = await courseOfFive();
    const hours = { startsAt: "10:00", endsAt: "16:30", breakFrom: "13:00", breakMinutes: 60 };
    value(proposeSessions(as(w.coordinator, now), { courseId: course.courseId, ...hours }));
    const affected = states(course.courseId, "accepted");
    expect(messages(course.courseId)).toEqual(affected.map((id) => ({ id, message: "courseMoved" })));
  });

  it("and not when nothing changes that people plan by", async () => {
    const course = await courseOfFive();
    edit(course.courseId, { titleEn: "Training of trainers", minAttendance: "75" });
    expect(messages(course.courseId)).toEqual([]);
  });
});

describe("what is still to be said agrees with what is", () => {
  const agrees: Record<string, string[]> = {
    accepted: ["registrationAccepted", "registrationMovedUp", "courseMoved"],
    waiting: ["registrationWaiting", "courseMoved"],
    declined: ["registrationDeclined", "registrationReleased"],
    withdrawn: [],
  };
  it("after any sequence of decisions, withdrawals and moves", async () => {
    const step = fc.record({
      what: fc.constantFrom("accepted", "waiting", "declined", "withdrawn", "withdraw", "move"),
      who: fc.nat(4),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const course = await courseOfFive();
        let places = 0;
        for (const { what, who } of steps) {
          const row = rowsOf(course.courseId)[who]!;
          if (what === "withdraw") withdraw(as(w.participant, now), { token: row.token, reason: null });
          else if (what === "move") edit(course.courseId, { placeEn: `Place ${places++}` });
          else decide(course.courseId, [row.id], what as "accepted");
        }
        const said = messages(course.courseId);
        for (const row of rowsOf(course.courseId)) {
          const own = said.filter((m) => m.id === row.id).map((m) => m.message);
          // One of the place and one of the course at most.
          expect(own.filter((m) => m.startsWith("registration")).length).toBeLessThanOrEqual(1);
          expect(own.length).toBeLessThanOrEqual(2);
          for (const message of own) expect(agrees[row.state], `${row.state} ${own}`).toContain(message);
        }
      }),
      { numRuns: runs(10), seed: 7 },
    );
  });
});
