import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { rooms } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { change } from "../../lib/acts/command";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { setCourseState } from "../../lib/courses/commands";
import { faultOf } from "../../lib/faults";
import {
  deleteSession,
  moveCourse,
  proposeSessions,
  swapSessions,
  undoTimetableChange,
} from "../../lib/timetable/commands";
import { keepTimes } from "../../lib/timetable/commands/keepTimes";
import { takenElsewhere } from "../../lib/timetable/queries";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { ownTimetableChanges } from "../support/desk";
import { posted, said } from "../support/posted";
import { withoutGuards } from "../support/timetableGuards";
import { hours, timetables, year } from "../support/timetables";
import { transact } from "../support/transact";
import { fault, now, opened, planned, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { sessionsOf, word, timetable, save } = timetables(w);

describe("a room", () => {
  it("is not taken twice at one hour, by any course that is not cancelled; the other session is named", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    const at = { day: first!.day, roomId: String(w.roomId) };
    value(save(courseId, { ...at, startsAt: "17:00", endsAt: "18:00" }));
    // Midnight as an end: said beside the field, and nothing about the start.
    for (const [endsAt, code] of [
      ["00:00", "endsAtMidnight"],
      ["24:00", "timeInvalid"],
    ])
      expect(
        sessionSchema
          .safeParse({ courseId: "1", kind: "other", title: "x", ...at, startsAt: "21:00", endsAt })
          .error?.issues.map((issue) => [issue.path.join(), faultOf(issue).code]),
      ).toEqual([["endsAt", code]]);
    const other = planned(w, { startsOn: first!.day, endsOn: first!.day });
    for (const id of [courseId, other.courseId]) {
      const { code, params } = said(
        fault(save(id, { ...at, startsAt: "17:30", endsAt: "19:00" })).fields!.roomId!,
      );
      expect(code).toBe("roomBusy");
      expect(params).toMatchObject({
        kind: "named",
        session: { text: { en: "A visit" } },
        weekday: { weekday: first!.day },
        times: { from: "17:00", to: "18:00" },
        room: "Hall",
        // Whose hours these are, by the name that the course's page has for them.
        city: { text: { en: "Irbid", ar: "إربد" } },
      });
    }
    // Touching ends, another room and no room are free.
    value(save(courseId, { ...at, startsAt: "18:00", endsAt: "19:00" }));
    value(save(courseId, { ...at, roomId: "", startsAt: "17:00", endsAt: "18:00" }));
    const second = transact((db) =>
      db.insert(rooms).values({ venueId: w.venueId, name: "Second" }).returning({ id: rooms.id }).get(),
    ).id;
    value(save(courseId, { ...at, roomId: String(second), startsAt: "17:00", endsAt: "18:00" }));
    sqlite()
      .prepare("UPDATE courses SET state = 'cancelled', state_reason = 'Snow' WHERE id = ?")
      .run(courseId);
    value(save(other.courseId, { ...at, startsAt: "17:30", endsAt: "19:00" }));
  });
});

describe("what is in the way of a timetable that stands", () => {
  const wrong = (courseId: number) => {
    const cx = as(w.coordinator, now);
    return takenElsewhere(cx, gate.course(cx, "timetable.edit", courseId), sessionsOf(courseId));
  };

  it("is found on both sides and named; touching ends and other hours are in nobody's way", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    const other = planned(w, { startsOn: first!.day, endsOn: first!.day });
    const at = { day: first!.day, roomId: String(w.roomId), startsAt: "17:00", endsAt: "18:00" };
    const { sessionId: here } = value(save(courseId, at));
    const { sessionId: there } = value(save(other.courseId, { ...at, startsAt: "18:00", endsAt: "19:00" }));
    expect(wrong(courseId).size + wrong(other.courseId).size).toBe(0);
    // As data from before the file refused it: nobody was asked.
    withoutGuards(() =>
      sqlite().prepare("UPDATE sessions SET start_instant = start_instant - 1800000 WHERE id = ?").run(there),
    );
    expect([...wrong(courseId).keys()]).toEqual([here]);
    expect([...wrong(other.courseId).keys()]).toEqual([there]);
    const [found] = wrong(courseId).get(here)!;
    expect(found).toMatchObject({ what: "room", fault: { code: "roomBusy" } });
    expect(said(found!.fault).params).toMatchObject({ room: "Hall", times: { from: "17:30", to: "19:00" } });
  });
});

describe("a proposal", () => {
  it("keeps what a hand placed and goes around it, unless these are to go as well", () => {
    const courseId = timetable();
    const [, second] = sessionsOf(courseId);
    value(save(courseId, { day: second!.day, startsAt: "16:00", endsAt: "17:00" }));
    const byHand = sessionsOf(courseId).filter((s) => s.placedByHand);
    expect(byHand).toHaveLength(1);
    const again = value(proposeSessions(as(w.coordinator, now), { courseId, ...hours, endsAt: "18:00" }));
    expect(again).toMatchObject({ stayed: 1, leftOver: [] });
    const list = sessionsOf(courseId);
    expect(list).toHaveLength(again.sessions + 1);
    expect(list.find((s) => s.id === byHand[0]!.id)?.version).toBe(byHand[0]!.version);
    for (const [i, s] of list.entries())
      expect(list[i + 1] === undefined || s.endInstant <= list[i + 1]!.startInstant).toBe(true);
    const all = value(proposeSessions(as(w.coordinator, now), { courseId, ...hours, replaceByHand: true }));
    expect(all.stayed).toBe(0);
    expect(sessionsOf(courseId).some((s) => s.placedByHand)).toBe(false);
  });

  it("keeps what was held, whatever is to go", async () => {
    const course = opened(w, { startsOn: "2027-01-17", endsOn: "2027-01-21" });
    const { token } = value(await registered(course.slug));
    const registrationId = sqlite()
      .prepare("SELECT id FROM registrations WHERE token = ?")
      .pluck()
      .get(token) as number;
    sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(course.courseId);
    const [first] = sessionsOf(course.courseId);
    const at = first!.endInstant;
    value(
      takeRoll(
        as(w.coordinator, at),
        rollSchema.parse(
          posted({ sessionId: String(first!.id), [`marks.${registrationId}.state`]: "present" }),
        ),
      ),
    );
    const input = { courseId: course.courseId, ...hours, startsAt: "08:00", replaceByHand: true };
    expect(value(proposeSessions(as(w.coordinator, at), input)).stayed).toBe(1);
    expect(sessionsOf(course.courseId).find((s) => s.id === first!.id)).toMatchObject({ entries: 1 });
    // The course as a whole stays where it is once something of it was held.
    expect(
      fault(moveCourse(as(w.coordinator, at), { courseId: course.courseId, startsOn: "2027-02-07" })).code,
    ).toBe("moveAfterRoll");
  });

  it("from a page that is out of date replaces nothing", () => {
    const courseId = timetable();
    const foreseen = word(courseId);
    value(save(courseId, { day: `${year}-02-03`, startsAt: "17:00", endsAt: "18:00" }));
    const before = sessionsOf(courseId);
    const input = { courseId, ...hours, foreseen };
    expect(fault(proposeSessions(as(w.coordinator, now), input)).code).toBe("timetableChanged");
    expect(sessionsOf(courseId)).toEqual(before);
    value(proposeSessions(as(w.coordinator, now), { ...input, foreseen: word(courseId) }));
  });
});

/** The trainers of a session as its form sends them. */
const inRoles = ({ trainers }: ReturnType<typeof sessionsOf>[number]) => {
  const who = (role: string) => trainers.filter((t) => t.role === role).map((t) => String(t.id));
  return { trainerIds: who("lead"), coTrainerIds: who("co_trainer"), apprenticeIds: who("apprentice") };
};

describe("saving a session as it is", () => {
  it("changes nothing: no version, no hand, nothing to undo", () => {
    const courseId = timetable();
    const before = sessionsOf(courseId);
    const s = before[1]!;
    const saved = value(
      save(courseId, {
        sessionId: String(s.id),
        kind: s.kind,
        moduleId: String(s.moduleId),
        title: "",
        day: s.day,
        startsAt: s.startsAt,
        endsAt: s.endsAt,
        ...inRoles(s),
      }),
    );
    expect(saved.changeId).toBeNull();
    expect(sessionsOf(courseId)).toEqual(before);
  });
});

describe("two sessions", () => {
  it("change places in one step, trainers and rooms going along", () => {
    const courseId = timetable();
    const [, a, b] = sessionsOf(courseId);
    value(swapSessions(as(w.coordinator, now), { courseId, sessionId: a!.id, otherId: b!.id }));
    const find = (id: number) => sessionsOf(courseId).find((s) => s.id === id)!;
    // On two days: each begins where the other began and keeps its length.
    const placed = { day: b!.day, startsAt: b!.startsAt, minutes: a!.minutes, placedByHand: true };
    expect(find(a!.id)).toMatchObject(placed);
    expect(find(b!.id)).toMatchObject({ day: a!.day, startsAt: a!.startsAt, minutes: b!.minutes });
    expect(
      find(a!.id)
        .trainers.map((t) => t.id)
        .sort(),
    ).toEqual(a!.trainers.map((t) => t.id).sort());
  });
  it("do not where the longer one would run into a third, which is named", () => {
    const courseId = timetable();
    const [opening, , after] = sessionsOf(courseId);
    const refused = fault(
      swapSessions(as(w.coordinator, now), { courseId, sessionId: opening!.id, otherId: after!.id }),
    );
    expect(refused).toMatchObject({ code: "swapMeets", params: { weekday: { weekday: opening!.day } } });
  });
});

describe("the trainer whose own workshop it is", () => {
  it("edits, moves and undoes like a coordinator, and sees what they did themselves", () => {
    const courseId = timetable();
    sqlite().prepare("UPDATE courses SET scheduled_by = ? WHERE id = ?").run(w.trainer.personId, courseId);
    const [first] = sessionsOf(courseId);
    const gone = value(deleteSession(as(w.trainer, now), { courseId, sessionId: first!.id }));
    expect(ownTimetableChanges(as(w.trainer), courseId, null).map((c) => c.kind)).toEqual(["delete"]);
    expect(
      ownTimetableChanges(as(w.coordinator), courseId, gone.changeId).some((c) => c.id === gone.changeId),
    ).toBe(false);
    value(undoTimetableChange(as(w.trainer, now), { changeId: gone.changeId! }));
    value(moveCourse(as(w.trainer, now), { courseId, startsOn: `${year}-05-02` }));
    const other = viewer(w.trainerIds[1]!, { trains: [w.programmeId] });
    expect(fault(moveCourse(as(other, now), { courseId, startsOn: `${year}-07-02` })).code).toBe("notFound");
  });
});

describe("a course that is over", () => {
  it("keeps its timetable: what was done before is no longer undone", () => {
    const courseId = timetable();
    const gone = value(
      deleteSession(as(w.coordinator, now), { courseId, sessionId: sessionsOf(courseId)[0]!.id }),
    );
    const cancel = { courseId, from: "draft", to: "cancelled", reason: "Snow" } as const;
    value(setCourseState(as(w.coordinator, now), cancel));
    expect(fault(undoTimetableChange(as(w.coordinator, now), { changeId: gone.changeId! })).code).toBe(
      "courseStateForbids",
    );
  });
});

describe("a zone that is corrected", () => {
  it("keeps what was agreed on, also where one session follows another and the clocks change in between", () => {
    for (const [from, to] of [
      ["Asia/Amman", "Africa/Cairo"],
      ["Africa/Cairo", "Asia/Amman"],
    ] as const) {
      const days = ["2027-10-26", "2027-11-02"];
      const { courseId } = planned(w, { startsOn: days[0], endsOn: days[1], zone: from });
      for (const day of days)
        for (const [startsAt, endsAt] of [
          ["09:00", "10:00"],
          ["10:00", "11:00"],
        ] as const) {
          const at = { day, startsAt, endsAt, roomId: String(w.roomId) };
          value(save(courseId, { ...at, trainerIds: [String(w.trainerIds[0])] }));
        }
      const cx = as(w.coordinator, now);
      const civil = () => sessionsOf(courseId).map(({ day, startsAt, endsAt }) => [day, startsAt, endsAt]);
      const agreed = civil();
      value(
        change(cx, () => {
          const course = gate.course(cx, "course.edit", courseId);
          keepTimes(cx, course, { ...course, zone: to });
        }),
      );
      expect(civil()).toEqual(agreed);
      const zones = sqlite().prepare("SELECT DISTINCT zone FROM sessions WHERE course_id = ?");
      expect(zones.pluck().all(courseId)).toEqual([to]);
      sqlite().prepare("DELETE FROM sessions WHERE course_id = ?").run(courseId);
    }
  });
});
