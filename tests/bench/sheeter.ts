// A file of its own with a course of 18 days, taught to three groups beside each other, and one of 3 days; answers their keys, and ends.
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { migrate } from "../../db/migrate";
import { accounts } from "../../db/schema";
import { saveGroup } from "../../lib/groups/commands";
import { addDays, minutesOf } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { spanOf } from "../../lib/timetable/rules/conflicts";
import { as } from "../support/as";
import { putMany } from "../support/many";
import { transact } from "../support/transact";
import { now, opened, person, planned, value, world } from "../support/world";
import type { Sheets } from "./sheets";
import { fill, into, keysOf } from "./world/fill";

const firstDay = "2027-02-07";
const days = Array.from({ length: 18 }, (_, nth) => addDays(firstDay, nth));
/** When everybody sits together on a day, and when the groups are beside each other. */
const together = ["09:00"];
const apart = ["10:45", "13:00", "14:45"];
const minutes = 90;

const file = databaseFile(process.env.DATA_DIR!);
migrate(sqlite(), now);
const w = world();
const { courseId } = planned(w, { startsOn: firstDay, endsOn: days.at(-1)!, capacity: "60" });
const few = opened(w, { startsOn: "2027-04-04", endsOn: "2027-04-06" });
const groupIds = ["A", "B", "C"].map(
  (name) =>
    value(saveGroup(as(w.coordinator, now), { courseId, groupId: null, version: null, name, language: null }))
      .groupId,
);
const registrationIds = putMany(courseId, 60, "accepted");
const trainerIds = [...w.trainerIds, person("Third")];
transact((db) =>
  db
    .insert(accounts)
    .values({ personId: w.coordinator.personId!, email: "coordinator@cascade.example", createdAt: now })
    .run(),
);
closeDatabase();

fill(file, (open) => {
  const key = keysOf(open, "sessions");
  const room = into(open, "rooms", "id venue_id name");
  const session = into(
    open,
    "sessions",
    "id course_id kind module_id day starts_at ends_at zone start_instant end_instant minutes room_id group_id",
  );
  const trainer = into(open, "session_trainers", "session_id person_id start_instant");
  const roomKey = keysOf(open, "rooms");
  const roomIds = groupIds.map(() => roomKey());
  for (const [nth, id] of roomIds.entries()) room({ id, venue_id: w.venueId, name: `Room ${nth}` });
  const place = (day: string, startsAt: string, moduleId: number, group: number | null) => {
    const at = { day, startsAt, endsAt: timeOf(minutesOf(startsAt) + minutes) };
    const { startsAt: startInstant, endsAt: endInstant } = spanOf(at, "Asia/Amman");
    const id = key();
    session({
      ...{ id, course_id: courseId, kind: "module", module_id: moduleId, day, zone: "Asia/Amman", minutes },
      ...{ starts_at: at.startsAt, ends_at: at.endsAt, start_instant: startInstant, end_instant: endInstant },
      ...{ room_id: roomIds[group ?? 0]!, group_id: group === null ? null : groupIds[group]! },
    });
    trainer({ session_id: id, person_id: trainerIds[group ?? 0]!, start_instant: startInstant });
  };
  for (const [nth, day] of days.entries()) {
    const moduleId = w.moduleIds[nth % w.moduleIds.length]!;
    for (const startsAt of together) place(day, startsAt, moduleId, null);
    for (const startsAt of apart) for (const group of groupIds.keys()) place(day, startsAt, moduleId, group);
  }
  const join = open.prepare("UPDATE registrations SET group_id = ? WHERE id = ?");
  for (const [nth, id] of registrationIds.entries()) join.run(groupIds[nth % groupIds.length]!, id);
});
const made: Sheets = { now, courseId, fewId: few.courseId };
process.send!(made);
process.disconnect();
