import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { undoTimetableChange } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { rowsOf } from "../support/timetableSteps";
import { timetables, year } from "../support/timetables";
import { fault, now, value, world } from "../support/world";

freshDatabase();
const w = world();
const { sessionsOf, word, timetable, save, rearrange } = timetables(w);

const undo = (changeId: number | null) =>
  undoTimetableChange(as(w.coordinator, now), { changeId: changeId! });
const place = ({ day, startsAt, endsAt }: { day: string; startsAt: string; endsAt: string }) =>
  `${day} ${startsAt}-${endsAt}`;
const placeOf = (courseId: number, id: number) => place(sessionsOf(courseId).find((s) => s.id === id)!);

describe("what a hand moves", () => {
  it("keeps its length, its trainers and its room, by a field and by a tap; the undo puts it back", () => {
    const courseId = timetable();
    const [first, second] = sessionsOf(courseId);
    value(
      save(courseId, {
        title: "Evening",
        day: first!.day,
        startsAt: "18:00",
        endsAt: "19:00",
        roomId: String(w.roomId),
      }),
    );
    const evening = sessionsOf(courseId).find((s) => s.title === "Evening")!;
    const before = rowsOf(courseId);
    const moved = value(
      rearrange(courseId, evening.id, {
        how: "move",
        day: first!.day,
        startsAt: "١٩:٣٠",
        version: String(evening.version),
      }),
    );
    expect(placeOf(courseId, evening.id)).toBe(`${first!.day} 19:30-20:30`);
    expect(sessionsOf(courseId).find((s) => s.id === evening.id)!.room).toBe("Hall");
    value(rearrange(courseId, evening.id, { how: "move", when: `${first!.day} 20:00` }));
    expect(placeOf(courseId, evening.id)).toBe(`${first!.day} 20:00-21:00`);
    // A later change stands in the way of undoing the earlier one alone.
    expect(fault(undo(moved.changeId)).code).toBe("undoChanged");
    value(rearrange(courseId, evening.id, { how: "length", by: "30" }));
    expect(placeOf(courseId, evening.id)).toBe(`${first!.day} 20:00-21:30`);
    value(
      rearrange(courseId, evening.id, { how: "move", day: first!.day, startsAt: "18:00", endsAt: "19:00" }),
    );
    expect(rowsOf(courseId)).toEqual(before);
    // Put where it is, it stays as it is.
    expect(
      value(rearrange(courseId, second!.id, { how: "move", day: second!.day, startsAt: second!.startsAt }))
        .changeId,
    ).toBeNull();
  });

  it("is split, copied to the next free place and inserted, which pushes what follows that day; each is undone whole", () => {
    const courseId = timetable();
    const [, second] = sessionsOf(courseId);
    value(save(courseId, { day: second!.day, startsAt: second!.endsAt, endsAt: "11:00" }));
    const before = rowsOf(courseId);
    const count = sessionsOf(courseId).length;
    const split = value(rearrange(courseId, second!.id, { how: "split", startsAt: "09:50" }));
    const halves = sessionsOf(courseId).filter(
      (s) => s.moduleId === second!.moduleId && s.day === second!.day,
    );
    expect(halves.slice(0, 2).map(place)).toEqual([
      `${second!.day} ${second!.startsAt}-09:50`,
      `${second!.day} 09:50-${second!.endsAt}`,
    ]);
    expect(halves[1]!.trainers.map((t) => t.id)).toEqual(second!.trainers.map((t) => t.id));
    value(undo(split.changeId));
    expect(rowsOf(courseId)).toEqual(before);
    const copy = value(rearrange(courseId, second!.id, { how: "duplicate" }));
    expect(sessionsOf(courseId)).toHaveLength(count + 1);
    const made = sessionsOf(courseId).find((s) => s.id === copy.sessionId)!;
    expect(made).toMatchObject({ moduleId: second!.moduleId, minutes: second!.minutes });
    expect(
      sessionsOf(courseId).filter(
        (s) => s.id !== made.id && s.startInstant < made.endInstant && made.startInstant < s.endInstant,
      ),
    ).toEqual([]);
    value(undo(copy.changeId));
    const later = sessionsOf(courseId).filter((s) => s.day === second!.day && s.startsAt >= second!.endsAt);
    expect(later.length).toBeGreaterThan(0);
    const inserted = value(
      rearrange(courseId, second!.id, {
        how: "insert",
        minutes: "45",
        kind: "other",
        title: "Visit",
        foreseen: word(courseId),
      }),
    );
    expect(sessionsOf(courseId).find((s) => s.id === inserted.sessionId)).toMatchObject({
      title: "Visit",
      startsAt: second!.endsAt,
      minutes: 45,
      placedByHand: true,
    });
    for (const s of later) {
      const now = sessionsOf(courseId).find((other) => other.id === s.id)!;
      expect(now.startInstant - s.startInstant).toBe(45 * 60_000);
      expect(now.minutes).toBe(s.minutes);
    }
    value(undo(inserted.changeId));
    expect(rowsOf(courseId)).toEqual(before);
  });

  it("takes everything after it along: minutes on its day, days onto working days", () => {
    // From a Tuesday on; Friday and Saturday are the weekend.
    const courseId = timetable();
    sqlite().prepare("UPDATE courses SET ends_on = ? WHERE id = ?").run(`${year}-03-10`, courseId);
    const before = rowsOf(courseId);
    const [first] = sessionsOf(courseId);
    const list = sessionsOf(courseId);
    const pushed = value(rearrange(courseId, first!.id, { how: "push", by: "20", unit: "minutes" }));
    for (const s of sessionsOf(courseId)) {
      const was = list.find((other) => other.id === s.id)!;
      const moves = s.day === first!.day && s.id !== first!.id;
      expect(s.startInstant - was.startInstant).toBe(moves ? 20 * 60_000 : 0);
    }
    value(undo(pushed.changeId));
    expect(rowsOf(courseId)).toEqual(before);
    const by = value(rearrange(courseId, first!.id, { how: "push", by: "2", unit: "days" }));
    const worked = (day: string) => ![5, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    const after = sessionsOf(courseId);
    expect(after.every((s) => worked(s.day))).toBe(true);
    expect(after.filter((s) => s.id !== first!.id && s.day <= first!.day)).toEqual([]);
    expect(after.map((s) => s.id)).toEqual(list.map((s) => s.id));
    value(undo(by.changeId));
    expect(rowsOf(courseId)).toEqual(before);
  });
});
