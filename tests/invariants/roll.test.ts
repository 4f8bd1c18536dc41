import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { visitor } from "../../lib/access/table";
import { issueCertificates } from "../../lib/certificates/commands";
import { groupPeople } from "../../lib/groups/commands";
import { deleteSession, proposeSessions } from "../../lib/timetable/commands";
import { as } from "../support/as";
import {
  completionOf,
  courseRecords,
  followRegistration,
  missingRolls,
  registrationsOf,
  rollOf,
} from "../support/asked";
import { freshDatabase } from "../support/database";
import { courseHead } from "../support/desk";
import { minute, peopleOf, rollsIn, sessionsOf } from "../support/rolls";
import { runs } from "../support/runs";
import { ended, fault, now, value, world } from "../support/world";

freshDatabase();
const w = world();
const { running, mark, leave, comeBack, join, lasting, groupNamed, ofGroup, ...more } = rollsIn(w);
const { rollFor, percentOf, settings, expectSound } = more;

describe("marks of people who left", () => {
  it("do not count: not in the list of rolls, not in the head, not for Today", async () => {
    const made = await running(3);
    const [first] = made.blocks;
    const [a, b, c] = made.people;
    value(mark(first!, { [a!.id]: "present", [b!.id]: "present" }));
    value(leave(b!, first!.endInstant));
    expect(rollFor(made.courseId, first!.id)).toEqual({ entries: 1, expected: 2 });
    expect(courseHead(as(w.coordinator), made.courseId)?.counts).toMatchObject({ enrolled: 2, attended: 1 });
    expect(
      missingRolls(as(w.coordinator, first!.endInstant + minute), made.courseId).map((s) => s.id),
    ).toContain(first!.id);
    expect(followRegistration(as(visitor), b!.token)).toMatchObject({ attendedMinutes: 0 });
    // They are seen, and count again with whoever comes back.
    expect(rollOf(as(w.trainer), first!.id)).toMatchObject({
      left: [{ registrationId: b!.id, state: "present", registrationState: "withdrawn" }],
    });
    value(comeBack(made.courseId, b!, first!.endInstant + minute));
    value(mark(first!, { [c!.id]: "absent" }));
    expect(rollFor(made.courseId, first!.id)).toEqual({ entries: 3, expected: 3 });
    expect(rollOf(as(w.trainer), first!.id)!.people.find((p) => p.registrationId === b!.id)?.state).toBe(
      "present",
    );
  });
  it("block neither a session's deletion nor a proposal", async () => {
    const made = await running(2);
    const [first, second] = made.blocks;
    const [a, b] = made.people;
    for (const block of [first!, second!]) value(mark(block, { [a!.id]: "present" }));
    value(mark(second!, { [b!.id]: "present" }));
    const remove = (sessionId: number) =>
      deleteSession(as(w.coordinator, second!.endInstant), { courseId: made.courseId, sessionId });
    expect(fault(remove(first!.id)).code).toBe("rollHasEntries");
    value(leave(a!, second!.endInstant));
    expect(remove(first!.id)).toMatchObject({ ok: true });
    expect(fault(remove(second!.id)).code).toBe("rollHasEntries");
    value(leave(b!, second!.endInstant));
    const hours = { startsAt: "10:00", endsAt: "15:00", breakFrom: "12:00", breakMinutes: 30 };
    value(proposeSessions(as(w.coordinator, second!.endInstant), { courseId: made.courseId, ...hours }));
    expect(sessionsOf(made.courseId).every((s) => s.startsAt >= "10:00")).toBe(true);
  });
});

describe("minutes on the roll", () => {
  it("never exceed a session made shorter, and late is never all of it", async () => {
    const made = await running(3);
    const [session] = made.blocks;
    const [a, b, c] = made.people;
    value(lasting(session!, 60));
    value(mark(session!, { [a!.id]: "late 15", [b!.id]: "late 15", [c!.id]: "absent" }));
    const minutes = () =>
      rollOf(as(w.trainer), session!.id)!
        .people.toSorted((x, y) => x.registrationId - y.registrationId)
        .map((p) => p.minutes);
    value(lasting(session!, 45));
    expect(minutes()).toEqual([30, 30, 0]);
    value(mark(session!, { [b!.id]: "present" }));
    value(lasting(session!, 60));
    expect(minutes()).toEqual([45, 60, 0]);
    value(lasting(session!, 10));
    expect(minutes()).toEqual([0, 10, 0]);
    // Whoever was late by more than there is left may be sent again as they stand, with the whole sheet.
    value(mark(session!, { [a!.id]: "late 15", [b!.id]: "present" }));
    value(lasting(session!, 70));
    expect(minutes()).toEqual([55, 70, 0]);
  });
  it("are counted from joining, and excused counts as missed, unless the course says otherwise", async () => {
    const made = await running(2);
    const { courseId, blocks } = made;
    const [a, b] = made.people;
    const late = value(join(courseId, blocks[1]!.endInstant)).registrationId;
    blocks.forEach((block, i) => {
      const marks = { [a!.id]: "present", [b!.id]: i === 0 ? "excused" : "present" };
      value(mark(block, i < 2 ? marks : { ...marks, [late]: "present" }));
    });
    const completion = () => {
      const { ready, notYet } = completionOf(as(w.coordinator), courseId)!;
      return [ready, notYet].map((list) => list.map((p) => p.registrationId).sort());
    };
    const lateRow = peopleOf(courseId).find((p) => p.id === late)!;
    const everything = blocks.reduce((sum, s) => sum + s.minutes, 0);
    const share = (part: number) => Math.floor((part * 100) / everything);
    expect([percentOf(a!), percentOf(b!), percentOf(lateRow)]).toEqual([
      100,
      share(everything - blocks[0]!.minutes),
      100,
    ]);
    expect(completion()[0]).toContain(late);
    expect(rollFor(courseId, blocks[0]!.id)).toEqual({ entries: 2, expected: 2 });
    settings(made, { excusedLeftOut: "on", joinersFromStart: "on" });
    expect(percentOf(b!)).toBe(100);
    expect(percentOf(lateRow)).toBe(share(everything - blocks[0]!.minutes - blocks[1]!.minutes));
    expect(rollFor(courseId, blocks[0]!.id)).toEqual({ entries: 2, expected: 3 });
    // The person's pages and the certificates' say the same.
    for (const row of peopleOf(courseId)) {
      const record = courseRecords(as(w.coordinator), courseId)!.people.find(
        (p) => p.registrationId === row.id,
      )!;
      const own = registrationsOf(as(w.coordinator), row.personId).find((r) => r.id === row.id)!;
      expect([own.attendedMinutes, own.plannedMinutes]).toEqual([record.minutes, record.plannedMinutes]);
    }
  });
  it("count from the first session for somebody entered after the last one", async () => {
    const made = await running(1);
    const after = made.blocks.at(-1)!.endInstant + minute;
    const late = value(join(made.courseId, after)).registrationId;
    const [first] = made.blocks;
    value(mark(first!, { [late]: "present", [made.people[0]!.id]: "present" }));
    const row = peopleOf(made.courseId).find((p) => p.id === late)!;
    expect(followRegistration(as(visitor), row.token)).toMatchObject({
      attendedMinutes: first!.minutes,
      plannedMinutes: made.blocks.reduce((sum, s) => sum + s.minutes, 0),
    });
  });
});

describe("a roll on which a certificate rests", () => {
  it("is mended for a reason only, which is kept with the person", async () => {
    const made = await running(2);
    const [a, b] = made.people;
    for (const block of made.blocks) value(mark(block, { [a!.id]: "present", [b!.id]: "absent" }));
    const last = made.blocks.at(-1)!;
    value(ended(w.coordinator, made.courseId, last.endInstant));
    value(issueCertificates(as(w.coordinator, last.endInstant + 86_400_000), { courseId: made.courseId }));
    const refused = mark(last, { [a!.id]: "absent", [b!.id]: "present" });
    expect(refused).toMatchObject({
      ok: false,
      fault: {
        fields: {
          reason: { code: "rollMended", params: { name: { person: { name: expect.any(String) } } } },
        },
      },
    });
    // What stays as it is, and whoever holds no certificate, needs none.
    value(mark(last, { [a!.id]: "present", [b!.id]: "present" }));
    value(mark(last, { [a!.id]: "absent" }, { reason: "Signed for by a colleague" }));
    expect(
      sqlite()
        .prepare("SELECT kind, registration_id AS id, reason FROM exceptions WHERE course_id = ?")
        .all(made.courseId),
    ).toEqual([{ kind: "roll.mended", id: a!.id, reason: "Signed for by a colleague" }]);
  });
});

describe("whatever happens to a course while it runs", () => {
  const which = fc.nat(9);
  const action = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        what: fc.constant("mark" as const),
        session: which,
        person: which,
        as: fc.constantFrom("present", "late 5", "late 25", "excused", "absent", "none"),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constant("length" as const),
        session: which,
        minutes: fc.integer({ min: 1, max: 200 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constantFrom("leave" as const, "return" as const),
        person: which,
        session: which,
      }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("join" as const), session: which }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("delete" as const), session: which }) },
    {
      weight: 4,
      arbitrary: fc.record({
        what: fc.constantFrom("into" as const, "of" as const),
        group: fc.option(fc.nat(1)),
        person: which,
        session: which,
        /** That a session of a group begins with the one before it. */
        beside: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant("settings" as const),
        excusedLeftOut: fc.constantFrom("", "on"),
        joinersFromStart: fc.constantFrom("", "on"),
      }),
    },
  );
  it("keeps its rolls sound, and lets go of sessions that only people who left were at", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 14 }), async (actions) => {
        const made = await running(3, { minAttendance: "100" });
        const { courseId } = made;
        const groups = ["A", "B"].map((name) => groupNamed(courseId, name));
        for (const step of actions) {
          const blocks = sessionsOf(courseId);
          if (blocks.length === 0) break;
          const people = peopleOf(courseId);
          const session = blocks[("session" in step ? step.session : 0) % blocks.length]!;
          const person = people[("person" in step ? step.person : 0) % people.length]!;
          switch (step.what) {
            case "mark":
              mark(session, { [person.id]: step.as });
              break;
            case "length":
              value(lasting(session, step.minutes));
              break;
            case "leave":
              leave(person, session.endInstant);
              break;
            case "return":
              comeBack(courseId, person, session.endInstant);
              break;
            case "join":
              join(courseId, session.startInstant + minute);
              break;
            case "into":
              groupPeople(as(w.coordinator, now), {
                courseId,
                groupId: step.group === null ? null : groups[step.group]!,
                registrationIds: [person.id],
              });
              break;
            case "of": {
              const before = blocks[blocks.indexOf(session) - 1];
              const at = step.beside && before ? before : session;
              ofGroup(session, step.group === null ? null : groups[step.group]!, at);
              break;
            }
            case "settings":
              settings(made, {
                excusedLeftOut: step.excusedLeftOut,
                joinersFromStart: step.joinersFromStart,
              });
              break;
            case "delete": {
              const counting = rollFor(courseId, session.id).entries;
              const result = deleteSession(as(w.coordinator, now), { courseId, sessionId: session.id });
              expect(result.ok).toBe(counting === 0);
            }
          }
          expectSound(courseId);
        }
      }),
      { numRuns: runs(10) },
    );
  });
});
