import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { roomsElsewhere, roomsToGive } from "../../lib/places/queries";
import { giveRoom, proposeSessions, undoTimetableChange } from "../../lib/timetable/commands";
import { doneTo } from "../../lib/timetable/rules/done";
import { giveRoomSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { hours, timetables } from "../support/timetables";
import { fault, now, planned, value, world } from "../support/world";

freshDatabase();
const w = world();
const cx = as(w.coordinator, now);
const { sessionsOf, timetable, save } = timetables(w);
const give = (courseId: number, roomId: number, groupId = "") =>
  giveRoom(cx, giveRoomSchema.parse({ courseId: String(courseId), roomId: String(roomId), groupId }));
const room = (name: string, seats: number | null, venueId = w.venueId) =>
  sqlite()
    .prepare("INSERT INTO rooms (venue_id, name, seats) VALUES (?, ?, ?) RETURNING id")
    .pluck()
    .get(venueId, name, seats) as number;
const change = (changeId: number) => {
  const row = sqlite().prepare("SELECT before, after FROM timetable_changes WHERE id = ?").get(changeId) as {
    before: string;
    after: string;
  };
  return [JSON.parse(row.before), JSON.parse(row.after)] as const;
};
type Session = ReturnType<typeof sessionsOf>[number];
const inRole = (s: Session, role: string) =>
  s.trainers.flatMap((one) => (one.role === role ? [String(one.id)] : []));
/** A session as its form says it. */
const asForm = (s: Session) => ({
  ...{ sessionId: String(s.id), version: String(s.version), kind: s.kind, title: s.title ?? "" },
  ...{ moduleId: String(s.moduleId ?? ""), day: s.day, startsAt: s.startsAt, endsAt: s.endsAt },
  ...{ roomId: String(s.roomId ?? ""), trainerIds: inRole(s, "lead") },
  coTrainerIds: inRole(s, "co_trainer"),
});

it("offers rooms at the place of the course first, and says of the others in which town they are", () => {
  const venue = (name: string, place: string) =>
    sqlite()
      .prepare("INSERT INTO venues (name, country, place) VALUES (?, 'JO', ?) RETURNING id")
      .pluck()
      .get(name, place) as number;
  const added = [venue("Annex", "Amman"), venue("Club", "irbid"), venue("Hall of Arts", "إربد")];
  for (const venueId of added) room("Upper", 10, venueId);
  const offered = roomsElsewhere(cx, gate.course(cx, "timetable.edit", planned(w).courseId));
  expect(offered.map(({ venue: name, town }) => [name, town])).toEqual([
    ["Club", null],
    ["Hall of Arts", null],
    ["Annex", "Amman"],
  ]);
  sqlite().prepare("DELETE FROM rooms WHERE name = 'Upper'").run();
});
it("gives a room to all sessions without one where it is free, says how many have none, and undoes it at once", () => {
  const courseId = timetable();
  const before = sessionsOf(courseId);
  const [taken] = before;
  // Another course has the room at the time of the first.
  const other = planned(w, { startsOn: taken!.day, endsOn: taken!.day }).courseId;
  const { day, startsAt, endsAt } = taken!;
  value(save(other, { day, startsAt, endsAt, roomId: String(w.roomId) }));
  const { changeId, given, left } = value(give(courseId, w.roomId));
  expect([given, left]).toEqual([before.length - 1, 1]);
  const after = sessionsOf(courseId);
  expect(after.filter((s) => s.roomId === null).map(({ id }) => id)).toEqual([taken!.id]);
  // Nobody placed them by that.
  expect(after.some((s) => s.placedByHand)).toBe(false);
  expect(doneTo(...change(changeId!))).toBe("rooms");
  value(undoTimetableChange(cx, { changeId: changeId! }));
  expect(sessionsOf(courseId).every((s) => s.roomId === null)).toBe(true);
});

it("changes nothing where somebody gave one to all of them meanwhile, and keeps theirs", () => {
  const courseId = timetable();
  const [theirs, mine] = [room("Theirs", null), room("Mine", null)];
  expect(value(give(courseId, theirs)).left).toBe(0);
  expect(value(give(courseId, mine))).toMatchObject({ changeId: null, given: 0, left: 0 });
  expect(new Set(sessionsOf(courseId).map(({ roomId }) => roomId))).toEqual(new Set([theirs]));
});

it("gives none that is too small, and leaves what has a room and what needs none as it is", () => {
  const courseId = timetable();
  expect(value(give(courseId, room("Cupboard", 1)))).toMatchObject({ changeId: null, given: 0 });
  const [first, second] = sessionsOf(courseId);
  value(save(courseId, { ...asForm(first!), kind: "field_visit", moduleId: "" }));
  const own = room("Own", null);
  value(save(courseId, { ...asForm(second!), roomId: String(own) }));
  expect(value(give(courseId, w.roomId)).left).toBe(0);
  const after = sessionsOf(courseId);
  expect(after.find(({ id }) => id === first!.id)?.roomId).toBeNull();
  expect(after.find(({ id }) => id === second!.id)?.roomId).toBe(own);
  const closed = room("Closed", null);
  sqlite().prepare("UPDATE rooms SET retired_at = 1 WHERE id = ?").run(closed);
  expect(fault(give(courseId, closed)).fields).toMatchObject({ roomId: { code: "retired" } });
});

it("a session that was given another room is not placed by hand, and a new proposal has the rooms again", () => {
  const courseId = timetable();
  value(give(courseId, w.roomId));
  const [first, second] = sessionsOf(courseId);
  value(save(courseId, { ...asForm(first!), roomId: "" }));
  value(save(courseId, { ...asForm(second!), endsAt: second!.startsAt.replace(/\d$/, "5") }));
  expect(
    [first, second].map((one) => sessionsOf(courseId).find(({ id }) => id === one!.id)?.placedByHand),
  ).toEqual([false, true]);
  const { stayed } = value(proposeSessions(cx, { courseId, ...hours }));
  expect(stayed).toBe(1);
  expect(sessionsOf(courseId).every((s) => s.roomId === w.roomId)).toBe(true);
});

it("a session whose trainer and room are both taken says both beside their fields", () => {
  const courseId = timetable();
  const [first] = sessionsOf(courseId);
  value(save(courseId, { ...asForm(first!), roomId: String(w.roomId) }));
  const { day, startsAt, endsAt } = first!;
  const trainerIds = first!.trainers.map(({ id }) => String(id));
  const twice = save(courseId, { day, startsAt, endsAt, trainerIds, roomId: String(w.roomId) });
  expect(Object.keys(fault(twice).fields ?? {}).sort()).toEqual(["roomId", "trainerIds"]);
});

it("gives no rooms of a town to all sessions of a village without one", () => {
  const course = gate.course(cx, "timetable.edit", planned(w).courseId);
  expect(roomsToGive(cx, course)).not.toBeNull();
  const village = { ...course, venueId: null, place: { own: "en" as const, en: "Kufr Asad" } };
  expect(roomsElsewhere(cx, village).length).toBeGreaterThan(0);
  expect(roomsToGive(cx, village)).toBeNull();
});
