import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { deleteSession, proposeSessions, swapSessions } from "../../lib/timetable/commands";
import { takenByOthers } from "../../lib/timetable/queries";
import * as schemas from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { posted, said } from "../support/posted";
import { rowsOf } from "../support/timetableSteps";
import { hours, timetables, year } from "../support/timetables";
import { fault, now, opened, planned, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const { sessionsOf, word, timetable, save, rearrange } = timetables(w);

describe("what is refused changes nothing and says why:", () => {
  /** Refused with this code, and the rows stand. */
  function refused(courseId: number, sessionId: number, more: Record<string, string>, code: string) {
    const rows = rowsOf(courseId);
    const found = fault(rearrange(courseId, sessionId, more));
    expect(found.code).toBe(code);
    expect(rowsOf(courseId)).toEqual(rows);
    return said(found).params;
  }

  it("a page that is out of date, of the session itself and of those that it pushes", () => {
    const courseId = timetable();
    const [first, second] = sessionsOf(courseId);
    const seen = word(courseId);
    value(rearrange(courseId, second!.id, { how: "length", by: "-5" }));
    refused(
      courseId,
      second!.id,
      { how: "length", by: "15", version: String(second!.version) },
      "rearrangeStale",
    );
    refused(
      courseId,
      first!.id,
      { how: "push", by: "15", unit: "minutes", foreseen: seen },
      "rearrangeStale",
    );
    refused(
      courseId,
      first!.id,
      { how: "insert", minutes: "30", kind: "other", foreseen: seen },
      "rearrangeStale",
    );
    refused(
      planned(w, { startsOn: first!.day, endsOn: first!.day }).courseId,
      first!.id,
      { how: "duplicate" },
      "sessionGone",
    );
  });

  it("a swap or a deletion of a session, or with one, that a colleague changed since", () => {
    const courseId = timetable();
    const [first, second] = sessionsOf(courseId);
    const seen = word(courseId);
    const stale = { courseId, sessionId: second!.id, version: second!.version };
    value(rearrange(courseId, second!.id, { how: "length", by: "-5" }));
    const rows = rowsOf(courseId);
    for (const done of [
      deleteSession(as(w.coordinator, now), stale),
      swapSessions(as(w.coordinator, now), { ...stale, otherId: first!.id }),
      swapSessions(as(w.coordinator, now), {
        ...{ courseId, sessionId: first!.id, version: first!.version },
        ...{ otherId: second!.id, foreseen: seen },
      }),
    ])
      expect(fault(done).code).toBe("rearrangeStale");
    expect(rowsOf(courseId)).toEqual(rows);
    const [, { version }] = sessionsOf(courseId) as [unknown, { version: number }];
    value(deleteSession(as(w.coordinator, now), { ...stale, version }));
  });

  it("whatever changes a session by its key says which version of it the page showed", () => {
    const without = Object.entries(schemas).flatMap(([name, schema]) =>
      typeof schema === "object" &&
      "shape" in schema &&
      "sessionId" in schema.shape &&
      !("version" in schema.shape)
        ? [name]
        : [],
    );
    expect(without).toEqual([]);
  });

  it("across midnight, of the session and of any that it pushes; backwards, and split outside of itself", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    value(save(courseId, { title: "Late", day: first!.day, startsAt: "22:30", endsAt: "23:30" }));
    const late = sessionsOf(courseId).find((s) => s.title === "Late")!;
    expect(
      refused(courseId, late.id, { how: "move", day: late.day, startsAt: "23:30" }, "rearrangeMidnight"),
    ).toMatchObject({ session: { text: { en: "Late" } } });
    refused(courseId, late.id, { how: "length", by: "30" }, "rearrangeMidnight");
    refused(courseId, first!.id, { how: "push", by: "60", unit: "minutes" }, "rearrangeMidnight");
    refused(courseId, first!.id, { how: "push", by: "-600", unit: "minutes" }, "rearrangeMidnight");
    // Free time in between would take it up.
    const last = sessionsOf(courseId).findLast((s) => s.day === first!.day && s.id !== late.id)!;
    value(save(courseId, { title: "Through", day: first!.day, startsAt: last.endsAt, endsAt: "22:30" }));
    refused(courseId, first!.id, { how: "insert", minutes: "60", kind: "other" }, "rearrangeMidnight");
    refused(courseId, late.id, { how: "length", by: "-60" }, "endBeforeStart");
    refused(
      courseId,
      late.id,
      { how: "move", day: late.day, startsAt: "22:00", endsAt: "21:00" },
      "endBeforeStart",
    );
    refused(courseId, late.id, { how: "split", startsAt: "23:30" }, "splitOutside");
    refused(
      courseId,
      sessionsOf(courseId).at(-1)!.id,
      { how: "push", by: "15", unit: "minutes" },
      "pushNothing",
    );
  });

  it("what follows put before what it follows, or to hours in which nobody teaches", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    const push = (by: string, unit: "minutes" | "days", code: string) =>
      refused(courseId, first!.id, { how: "push", by, unit }, code);
    push("-60", "minutes", "pushBefore");
    push("-5", "days", "pushBefore");
    value(save(courseId, { title: "Evening", day: first!.day, startsAt: "20:00", endsAt: "21:00" }));
    push("125", "minutes", "pushHours");
    const last = sessionsOf(courseId).findLast((s) => s.day === first!.day && s.title !== "Evening")!;
    value(save(courseId, { title: "Through", day: first!.day, startsAt: last.endsAt, endsAt: "20:00" }));
    // A session that is put between pushes what follows as far as no free time takes that up, and goes no later itself.
    const insert = (sessionId: number, minutes: string, code: string) =>
      refused(courseId, sessionId, { how: "insert", minutes, kind: "other" }, code);
    insert(first!.id, "125", "pushHours");
    const evening = sessionsOf(courseId).find((s) => s.title === "Evening")!;
    insert(evening.id, "125", "pushHours");
    value(rearrange(courseId, evening.id, { how: "insert", minutes: "120", kind: "other" }));
    value(save(courseId, { title: "Early", day: first!.day, startsAt: "04:00", endsAt: "04:30" }));
    const early = sessionsOf(courseId).find((s) => s.title === "Early")!;
    refused(courseId, early.id, { how: "push", by: "-245", unit: "minutes" }, "pushHours");
  });

  it("outside the course, and onto a weekend or a holiday unless that is meant", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    const to = { how: "move", startsAt: "19:00" };
    refused(courseId, first!.id, { ...to, day: `${year}-02-20` }, "rearrangeOutside");
    refused(courseId, first!.id, { how: "push", by: "20", unit: "days" }, "rearrangeOutside");
    const days = Array.from({ length: 12 }, (_, i) => `${year}-02-${String(i + 3).padStart(2, "0")}`);
    const friday = days.find((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 5)!;
    expect(refused(courseId, first!.id, { ...to, day: friday }, "dayNotWorked")).toMatchObject({
      why: "weekend",
      day: { day: friday },
    });
    value(rearrange(courseId, first!.id, { ...to, day: friday, anyway: "on" }));
    // It is there by choice: another hour of that day asks nothing more.
    value(rearrange(courseId, first!.id, { ...to, day: friday, startsAt: "17:00" }));
    expect(sessionsOf(courseId).find((s) => s.id === first!.id)).toMatchObject({
      day: friday,
      startsAt: "17:00",
    });
  });

  it("a trainer who is elsewhere, was disabled or left, and a room that is taken or was closed with its venue", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    const trainerId = w.trainerIds[0]!;
    const other = planned(w, { startsOn: first!.day, endsOn: first!.day });
    const there = { day: first!.day, startsAt: "20:00", endsAt: "21:00" };
    const to = { how: "move", day: first!.day, startsAt: "20:30" };
    value(save(other.courseId, { ...there, trainerIds: [String(trainerId)] }));
    refused(courseId, first!.id, to, "trainerBusy");
    value(
      save(courseId, {
        title: "Roomed",
        day: first!.day,
        startsAt: "17:00",
        endsAt: "18:00",
        roomId: String(w.roomId),
      }),
    );
    const roomed = sessionsOf(courseId).find((s) => s.title === "Roomed")!;
    value(save(other.courseId, { ...there, startsAt: "18:00", endsAt: "19:00", roomId: String(w.roomId) }));
    refused(courseId, roomed.id, { how: "length", by: "15" }, "roomBusy");
    const whileSet = (set: string, unset: string, key: number, check: () => void) => {
      sqlite().prepare(set).run(key);
      check();
      sqlite().prepare(unset).run(key);
    };
    const free = { how: "move", day: first!.day, startsAt: "22:00" };
    whileSet(
      "UPDATE venues SET retired_at = 1 WHERE id = ?",
      "UPDATE venues SET retired_at = NULL WHERE id = ?",
      w.venueId,
      () => expect(refused(courseId, roomed.id, free, "rearrangeRoomGone")).toMatchObject({ room: "Hall" }),
    );
    whileSet(
      "UPDATE rooms SET retired_at = 1 WHERE id = ?",
      "UPDATE rooms SET retired_at = NULL WHERE id = ?",
      w.roomId,
      () => refused(courseId, roomed.id, free, "rearrangeRoomGone"),
    );
    sqlite()
      .prepare(
        "INSERT OR IGNORE INTO accounts (person_id, email, created_at) VALUES (?, 'disabled@example.org', 1)",
      )
      .run(trainerId);
    const { courseId: unproposed } = planned(w, { startsOn: "2025-02-02", endsOn: "2025-02-16" });
    whileSet(
      "UPDATE accounts SET disabled_at = 1 WHERE person_id = ?",
      "UPDATE accounts SET disabled_at = NULL WHERE person_id = ?",
      trainerId,
      () => {
        refused(courseId, first!.id, free, "rearrangeTrainerGone");
        refused(courseId, first!.id, { how: "push", by: "5", unit: "minutes" }, "rearrangeTrainerGone");
        // Nor does it change places with another one, and a proposal goes on without the trainer.
        const [, next] = sessionsOf(courseId);
        const swap = { courseId, sessionId: first!.id, otherId: next!.id };
        expect(fault(swapSessions(as(w.coordinator, now), swap)).code).toBe("rearrangeTrainerGone");
        value(proposeSessions(as(w.coordinator, now), { courseId: unproposed, ...hours }));
        expect(sessionsOf(unproposed).flatMap((s) => s.trainers.map(({ id }) => id))).not.toContain(
          trainerId,
        );
        // Its own form refuses as moving does, beside the field.
        const put = { title: "Put", day: first!.day, startsAt: "22:00", endsAt: "23:00" };
        for (const field of ["trainerIds", "apprenticeIds"])
          expect(fault(save(courseId, { ...put, [field]: [String(trainerId)] })).fields?.[field]?.code).toBe(
            "trainerDisabled",
          );
      },
    );
    value(rearrange(courseId, first!.id, free));
  });

  it("is known before: when other courses take its trainers and rooms, and not which course where that is not the viewer's", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    const day = first!.day;
    const cx = as(w.coordinator, now);
    const taken = () => {
      const course = gate.course(cx, "timetable.edit", courseId);
      return takenByOthers(cx, course, sessionsOf(courseId)).map(({ course: of, ...one }) => [one, of?.en]);
    };
    expect(taken()).toEqual([]);
    const other = planned(w, { startsOn: day, endsOn: day });
    const trainerId = first!.trainers[0]!.id;
    value(save(other.courseId, { day, startsAt: "20:00", endsAt: "21:00", trainerIds: [String(trainerId)] }));
    const one = { trainerId, roomId: null, day, startsAt: "20:00", endsAt: "21:00" };
    expect(taken()).toMatchObject([[one, expect.any(String)]]);
    const moved = sqlite().prepare("UPDATE courses SET programme_id = ?, state = 'draft' WHERE id = ?");
    moved.run(w.otherId, other.courseId);
    expect(taken()).toEqual([[one, undefined]]);
  });

  it("a session of which attendance was taken, itself or as one of those that follow", async () => {
    const course = opened(w, { startsOn: "2027-01-17", endsOn: "2027-01-21" });
    const id = course.courseId;
    const { token } = value(await registered(course.slug));
    const registrationId = sqlite()
      .prepare("SELECT id FROM registrations WHERE token = ?")
      .pluck()
      .get(token) as number;
    sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(id);
    const [first, second] = sessionsOf(id);
    value(
      takeRoll(
        as(w.coordinator, Date.parse("2027-01-20T09:00:00Z")),
        rollSchema.parse(
          posted({ sessionId: String(second!.id), [`marks.${registrationId}.state`]: "present" }),
        ),
      ),
    );
    refused(id, second!.id, { how: "move", day: second!.day, startsAt: "20:00" }, "rearrangeRollTaken");
    refused(
      id,
      second!.id,
      { how: "split", startsAt: second!.startsAt.replace(":00", ":30") },
      second!.startsAt.endsWith(":00") ? "rearrangeRollTaken" : "splitOutside",
    );
    refused(id, first!.id, { how: "push", by: "1", unit: "days" }, "rearrangeRollTaken");
  });

  it("whoever may not plan the course", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    for (const by of [w.trainer, w.stranger, w.participant])
      expect(fault(rearrange(courseId, first!.id, { how: "duplicate" }, by)).code).toBe("notFound");
  });
});
