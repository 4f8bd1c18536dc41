import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { courses, holidays } from "../../db/schema";
import { editCourse } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { moveCourse, proposeSessions, undoTimetableChange } from "../../lib/timetable/commands";
import { moveSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseMove, ownTimetableChanges } from "../support/desk";
import { putMany } from "../support/many";
import { said } from "../support/posted";
import { hours, timetables, year } from "../support/timetables";
import { transact } from "../support/transact";
import { courseForm, fault, now, opened, planned, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const { sessionsOf, datesOf, timetable, save } = timetables(w);

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

  it("says how many people are told of it, and how many trainers beside whoever moves it", () => {
    const courseId = timetable();
    const move = () => courseMove(as(w.coordinator), courseId, `${year}-09-01`)!;
    // Of a draft nobody was told who was not asked.
    expect([move().tells, move().trainersTold]).toEqual([0, 0]);
    sqlite().prepare("UPDATE courses SET state = 'open' WHERE id = ?").run(courseId);
    expect(move().trainersTold).toBe(2);
    putMany(courseId, 1, "waiting");
    expect(move().tells).toBe(1);
  });

  it("takes what its page foresaw as the form sends it, also where there is no last day to apply", () => {
    const courseId = timetable();
    const { foreseen } = courseMove(as(w.coordinator), courseId, `${year}-09-01`)!;
    const form = { courseId: String(courseId), startsOn: `${year}-09-01`, foreseen };
    value(moveCourse(as(w.coordinator, now), moveSchema.parse(form)));
  });

  it("is not undone once the day of decision was set by hand, which would be put back with the rest", () => {
    const { courseId } = planned(w, {
      ...{ startsOn: "2029-05-06", endsOn: "2029-05-10" },
      ...{ minimumPeople: "5", decideBy: "2029-05-01" },
    });
    const moved = value(moveCourse(as(w.coordinator, now), { courseId, startsOn: "2029-05-20" }));
    transact((db) =>
      db.update(courses).set({ decideBy: "2029-05-09" }).where(eq(courses.id, courseId)).run(),
    );
    const undo = () => undoTimetableChange(as(w.coordinator, now), { changeId: moved.changeId! });
    expect(fault(undo()).code).toBe("undoDatesChanged");
    transact((db) =>
      db.update(courses).set({ decideBy: "2029-05-15" }).where(eq(courses.id, courseId)).run(),
    );
    value(undo());
    expect(sqlite().prepare("SELECT decide_by FROM courses WHERE id = ?").pluck().get(courseId)).toBe(
      "2029-05-01",
    );
  });

  it("is not undone into days that no longer hold a session that was added since", () => {
    const { courseId } = planned(w, { startsOn: "2028-02-06", endsOn: "2028-02-10" });
    const moved = value(moveCourse(as(w.coordinator, now), { courseId, startsOn: "2028-02-20" }));
    value(save(courseId, { day: "2028-02-24", startsAt: "09:00", endsAt: "10:00" }));
    expect(fault(undoTimetableChange(as(w.coordinator, now), { changeId: moved.changeId! }))).toMatchObject({
      code: "undoOutside",
      params: { weekday: { weekday: "2028-02-24" } },
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
    expect(params.session).toMatchObject({ text: { en: "Elsewhere" } });
    expect(params.trainer).toMatchObject({ person: { name: expect.stringMatching(/Rami|Nour/) } });
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
      weekday: { weekday: list[0]!.day },
      more: list.length - 1,
    });
    expect(later.move).toEqual({ courseId, to: `${year}-03-02` });
    // A shorter course is not a move.
    const shorter = said(edit({ startsOn: `${year}-02-02`, endsOn: list[0]!.day }));
    expect(shorter.move).toBeUndefined();
  });
});
