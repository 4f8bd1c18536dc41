import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { holidays, rooms } from "../../db/schema";
import type { Viewer } from "../../lib/access/table";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { editCourse, setCourseState } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import {
  deleteSession,
  moveCourse,
  proposeSessions,
  saveSession,
  swapSessions,
  undoTimetableChange,
} from "../../lib/timetable/commands";
import { timetableWord } from "../../lib/timetable/rules/sessions";
import { moveSchema, sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseMove, courseSessions, ownTimetableChanges } from "../support/desk";
import { posted, said } from "../support/posted";
import { transact } from "../support/transact";
import { courseForm, fault, now, opened, planned, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };
const sessionsOf = (courseId: number) => courseSessions(as(w.coordinator), courseId);
const word = (courseId: number) =>
  timetableWord(sessionsOf(courseId).map((s) => ({ ...s, held: s.entries > 0 })));
const datesOf = (courseId: number) =>
  sqlite()
    .prepare("SELECT starts_on AS startsOn, ends_on AS endsOn, apply_by AS applyBy FROM courses WHERE id = ?")
    .get(courseId);

let year = 2030;
/** A timetable in a year of its own, so that its trainers and room are free; the 7th of February is a Sunday in 2027. */
function timetable(more: Record<string, unknown> = {}) {
  year += 1;
  const { courseId } = planned(w, { startsOn: `${year}-02-02`, endsOn: `${year}-02-16`, ...more });
  value(proposeSessions(as(w.coordinator, now), { courseId, ...hours }));
  return courseId;
}

const save = (courseId: number, more: Record<string, unknown>, by: Viewer = w.coordinator) =>
  saveSession(
    as(by, now),
    sessionSchema.parse({ courseId: String(courseId), kind: "other", title: "A visit", ...more }),
  );

describe("a room", () => {
  it("is not taken twice at one hour, by any course that is not cancelled; the other session is named", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    const at = { day: first!.day, roomId: String(w.roomId) };
    value(save(courseId, { ...at, startsAt: "17:00", endsAt: "18:00" }));
    const other = planned(w, { startsOn: first!.day, endsOn: first!.day });
    for (const id of [courseId, other.courseId]) {
      const { code, params } = said(
        fault(save(id, { ...at, startsAt: "17:30", endsAt: "19:00" })).fields!.roomId!,
      );
      expect(code).toBe("roomBusy");
      expect(params).toMatchObject({ kind: "named", weekday: first!.day });
      expect(params.session).toContain("A visit");
      expect(params.room).toContain("Hall");
      expect(params.times).toContain("17:00–18:00");
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

describe("a proposal", () => {
  it("keeps what a hand placed and goes around it, unless these are to go as well", () => {
    const courseId = timetable();
    const [, second] = sessionsOf(courseId);
    value(save(courseId, { day: second!.day, startsAt: "16:00", endsAt: "17:00" }));
    const byHand = sessionsOf(courseId).filter((s) => s.placedByHand);
    expect(byHand).toHaveLength(1);
    const again = value(proposeSessions(as(w.coordinator, now), { courseId, ...hours, endsAt: "18:00" }));
    expect(again).toMatchObject({ stayed: 1, minutesLeftOver: 0 });
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
        trainerIds: s.trainers.map((t) => String(t.id)),
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
    expect(find(a!.id)).toMatchObject({ startsAt: b!.startsAt, endsAt: b!.endsAt, placedByHand: true });
    expect(find(b!.id)).toMatchObject({ startsAt: a!.startsAt, endsAt: a!.endsAt });
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
    expect(refused).toMatchObject({ code: "swapMeets", params: { weekday: opening!.day } });
  });
});

describe("moving a course", () => {
  it("moves dates, last day to apply and sessions to working days, around a holiday; one undo brings all back", () => {
    const { courseId } = planned(w, {
      startsOn: "2029-02-04",
      endsOn: "2029-02-08",
      applyBy: "2029-01-28",
    });
    value(proposeSessions(as(w.coordinator, now), { courseId, ...hours }));
    transact((db) =>
      db
        .insert(holidays)
        .values({ country: "JO", day: "2029-02-12", name: { own: "en", en: "A holiday" } })
        .run(),
    );
    const before = sessionsOf(courseId);
    expect(before.length).toBeGreaterThan(4);
    // Foreseen by the page exactly as it is then done.
    const foreseen = courseMove(as(w.coordinator), courseId, "2029-02-09")!;
    expect(foreseen.dates).toEqual({ startsOn: "2029-02-11", endsOn: "2029-02-18", applyBy: "2029-02-04" });
    const moved = value(
      moveCourse(as(w.coordinator, now), { courseId, startsOn: "2029-02-09", foreseen: foreseen.foreseen }),
    );
    expect(datesOf(courseId)).toEqual(foreseen.dates);
    const after = sessionsOf(courseId);
    expect(after.map(({ id, day }) => ({ id, day }))).toEqual(
      foreseen.sessions.map(({ id, day }) => ({ id, day })),
    );
    expect(after.map((s) => [s.id, s.startsAt, s.endsAt, s.trainers.length])).toEqual(
      before.map((s) => [s.id, s.startsAt, s.endsAt, s.trainers.length]),
    );
    expect(after.some((s) => s.day === "2029-02-12")).toBe(false);
    expect(after.every((s, i) => s.version > before[i]!.version)).toBe(true);
    value(undoTimetableChange(as(w.coordinator, now), { changeId: moved.changeId! }));
    expect(datesOf(courseId)).toEqual({
      startsOn: "2029-02-04",
      endsOn: "2029-02-08",
      applyBy: "2029-01-28",
    });
    expect(sessionsOf(courseId).map((s) => s.startInstant)).toEqual(before.map((s) => s.startInstant));
  });

  it("takes what its page foresaw as the form sends it, also where there is no last day to apply", () => {
    const courseId = timetable();
    const { foreseen } = courseMove(as(w.coordinator), courseId, `${year}-09-01`)!;
    const form = { courseId: String(courseId), startsOn: `${year}-09-01`, foreseen };
    value(moveCourse(as(w.coordinator, now), moveSchema.parse(form)));
  });

  it("is not undone into days that no longer hold a session that was added since", () => {
    const { courseId } = planned(w, { startsOn: "2028-02-06", endsOn: "2028-02-10" });
    const moved = value(moveCourse(as(w.coordinator, now), { courseId, startsOn: "2028-02-20" }));
    value(save(courseId, { day: "2028-02-24", startsAt: "09:00", endsAt: "10:00" }));
    expect(fault(undoTimetableChange(as(w.coordinator, now), { changeId: moved.changeId! }))).toMatchObject({
      code: "undoOutside",
      params: { weekday: "2028-02-24" },
    });
    expect(datesOf(courseId)).toMatchObject({ startsOn: "2028-02-20", endsOn: "2028-02-24" });
  });

  it("is refused onto its own days, from a page that is out of date, and to whoever may not", () => {
    const courseId = timetable();
    const { startsOn } = datesOf(courseId) as { startsOn: string };
    expect(fault(moveCourse(as(w.coordinator, now), { courseId, startsOn })).fields?.startsOn?.code).toBe(
      "moveNowhere",
    );
    const to = `${year}-06-01`;
    const { foreseen } = courseMove(as(w.coordinator), courseId, to)!;
    value(save(courseId, { day: `${year}-02-03`, startsAt: "17:00", endsAt: "18:00" }));
    expect(fault(moveCourse(as(w.coordinator, now), { courseId, startsOn: to, foreseen })).code).toBe(
      "moveChanged",
    );
    for (const by of [w.trainer, w.stranger, w.participant]) {
      expect(fault(moveCourse(as(by, now), { courseId, startsOn: to })).code).toBe("notFound");
      expect(courseMove(as(by), courseId, to)).toBeNull();
      expect(ownTimetableChanges(as(by), courseId, null)).toEqual([]);
    }
  });

  it("names the trainer, the room and the session that are in the way, all of them on the page", () => {
    const courseId = timetable();
    const [first] = sessionsOf(courseId);
    value(save(courseId, { day: first!.day, startsAt: "17:00", endsAt: "18:00", roomId: String(w.roomId) }));
    const there = planned(w, { startsOn: `${year}-06-01`, endsOn: `${year}-06-30` });
    const trainerIds = w.trainerIds.map(String);
    const { sessions } = courseMove(as(w.coordinator), courseId, `${year}-06-01`)!;
    const day = sessions.find((s) => s.trainerIds.length > 0)!.day;
    value(save(there.courseId, { title: "Elsewhere", day, startsAt: "09:00", endsAt: "16:00", trainerIds }));
    const visit = sessions.find((s) => s.startsAt === "17:00")!;
    const inRoom = { day: visit.day, startsAt: "17:00", endsAt: "17:30", roomId: String(w.roomId) };
    value(save(there.courseId, { title: "In the hall", ...inRoom }));
    const { clashes } = courseMove(as(w.coordinator), courseId, `${year}-06-01`)!;
    expect(new Set(clashes.map((c) => said(c).code))).toEqual(new Set(["trainerBusy", "roomBusy"]));
    const refused = fault(moveCourse(as(w.coordinator, now), { courseId, startsOn: `${year}-06-01` }));
    const { code, params } = said(refused.fields!.startsOn!);
    expect(code).toBe("trainerBusy");
    expect(params.session).toContain("Elsewhere");
    expect(params.trainer).toMatch(/Rami|Nour/);
  });

  it("tells whoever holds a place once, and an undo before that takes it back", async () => {
    const course = opened(w, { startsOn: "2035-08-05", endsOn: "2035-08-09" });
    value(await registered(course.slug));
    const untold = () =>
      sqlite()
        .prepare(
          "SELECT message FROM notices WHERE course_id = ? AND told_at IS NULL AND message = 'courseMoved'",
        )
        .pluck()
        .all(course.courseId);
    const moved = value(
      moveCourse(as(w.coordinator, now), { courseId: course.courseId, startsOn: "2035-08-12" }),
    );
    expect(untold()).toEqual(["courseMoved"]);
    value(undoTimetableChange(as(w.coordinator, now + 60_000), { changeId: moved.changeId! }));
    expect(untold()).toEqual([]);
  });
});

describe("the plan", () => {
  it("names the session that other dates would leave outside, and offers the move", () => {
    const courseId = timetable();
    const list = sessionsOf(courseId);
    const { version } = sqlite().prepare("SELECT version FROM courses WHERE id = ?").get(courseId) as {
      version: number;
    };
    const edit = (more: Record<string, unknown>) =>
      fault(
        editCourse(
          as(w.coordinator, now),
          courseEditSchema.parse({
            ...courseForm(w, more),
            courseId: String(courseId),
            version: String(version),
          }),
        ),
      ).fields!.startsOn!;
    const later = said(edit({ startsOn: `${year}-03-02`, endsOn: `${year}-03-20` }));
    expect(later.code).toBe("sessionWouldBeOutside");
    expect(later.params).toMatchObject({
      kind: "opening",
      weekday: list[0]!.day,
      more: list.length - 1,
    });
    expect(later.href).toBe(`/desk/courses/${courseId}/move?to=${year}-03-02`);
    // A shorter course is not a move.
    const shorter = said(edit({ startsOn: `${year}-02-02`, endsOn: list[0]!.day }));
    expect(shorter.href).toBeUndefined();
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
