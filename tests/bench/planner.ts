// A file of its own with so many sessions, in which conflicts are looked for, and proposals made; answers how long each took (ms).
import { closeDatabase, databaseFile, sqlite } from "../../db/client";
import { migrate } from "../../db/migrate";
import * as gate from "../../lib/access/gate";
import { contextOf } from "../../lib/acts/context";
import { addDays, daysFrom } from "../../lib/time/civil";
import { saveSession } from "../../lib/timetable/commands";
import { peopleElsewhere } from "../../lib/timetable/queries";
import { spanOf } from "../../lib/timetable/rules/conflicts";
import { proposeParts, proposeTimetable } from "../../lib/timetable/rules/propose";
import { sessionSchema } from "../../lib/timetable/schema";
import { engagements, roomsTaken } from "../../lib/timetable/store/taken";
import { putMany } from "../support/many";
import { now, planned, world } from "../support/world";
import { timed } from "./figures";
import { fill, into, keysOf } from "./world/fill";

const file = databaseFile(process.env.DATA_DIR!);
const sessions = Number(process.argv[2]);
migrate(sqlite(), now);
const w = world();
const { courseId } = planned(w, { startsOn: "2027-02-07", endsOn: "2027-02-11" });
closeDatabase();

/** Sessions an hour apart, for both trainers and the room in turns, from long before until long after the course. */
fill(file, (open) => {
  const key = keysOf(open, "sessions");
  const session = into(
    open,
    "sessions",
    "id course_id kind day starts_at ends_at zone start_instant end_instant minutes room_id",
  );
  const trainer = into(open, "session_trainers", "session_id person_id start_instant");
  const hour = 3_600_000;
  const first = Date.parse("2027-06-01T00:00:00Z") - Math.floor(sessions / 2) * hour;
  for (let nth = 0; nth < sessions; nth++) {
    const id = key();
    const startInstant = first + nth * hour;
    session({
      ...{ id, course_id: courseId, kind: "other", day: "2027-02-07", starts_at: "09:00", ends_at: "09:50" },
      ...{ zone: "Asia/Amman", start_instant: startInstant, end_instant: startInstant + 50 * 60_000 },
      ...{ minutes: 50, room_id: w.roomId },
    });
    trainer({ session_id: id, person_id: w.trainerIds[nth % 2]!, start_instant: startInstant });
  }
});

const cx = contextOf(w.coordinator, now);
const at = { day: "2027-02-08", startsAt: "10:05", endsAt: "10:45" };
const span = spanOf(at, "Asia/Amman");
// Of a course with no other sessions: what is in the way is of the many.
const other = planned(w, { startsOn: "2027-02-07", endsOn: "2027-02-11" });
const asked = sessionSchema.parse({
  ...{ courseId: String(other.courseId), kind: "other", title: "A visit", ...at },
  ...{ roomId: String(w.roomId), trainerIds: w.trainerIds.map(String) },
});
const added = sqlite().prepare(
  `INSERT INTO sessions (course_id, kind, day, starts_at, ends_at, zone, start_instant, end_instant, minutes, room_id)
   VALUES (${other.courseId}, 'other', '2027-02-08', '10:50', '10:59', 'Asia/Amman', ?, ?, 9, ?)`,
);
// A course whose people all have a place in the one with the many sessions too; it has a session of its own.
const both = planned(w, { startsOn: "2027-02-07", endsOn: "2027-02-11" });
const people = putMany(both.courseId, 20, "accepted").length;
sqlite().exec(
  `INSERT INTO registrations (token, number, course_id, person_id, state, place_since, source, answers, form_key, registered_at)
   SELECT token || '-there', number, ${courseId}, person_id, state, place_since, source, answers, form_key || '-there', registered_at
   FROM registrations WHERE course_id = ${both.courseId}`,
);
sqlite()
  .prepare(
    `INSERT INTO sessions (course_id, kind, day, starts_at, ends_at, zone, start_instant, end_instant, minutes)
     VALUES (${both.courseId}, 'other', '2027-02-08', '10:05', '10:45', 'Asia/Amman', ?, ?, 40)`,
  )
  .run(span.startsAt, span.endsAt);
const days = daysFrom("2027-02-07", addDays("2027-02-07", 17));
const modules = Array.from({ length: 18 }, (_, nth) => ({
  ...{ id: nth + 1, minutes: 330, title: { own: "en" as const, en: `Module ${nth}` }, activities: [] },
}));
const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };

/** What a page asks for: of the lengths tried, that for which most layouts are. */
const wholeCourse = {
  ...{ days, staying: [], titles: { preTest: "Pre-test", postTest: "Post-test" } },
  modules: modules.map(({ id }, nth) => ({
    ...{ id, minutes: 150, inGroups: nth % 3 === 0 },
    activities: [1, 2, 3, 4].map((part) => ({ id: 100 * id + part, title: `Activity ${part}`, minutes: 30 })),
  })),
  hours: { ...hours, endsAt: "16:30" },
  pauses: { restMinutes: 15, prayerFrom: "15:00", prayerMinutes: 20 },
  groups: [1, 2, 3].map((id) => ({ id, people: 8 })),
  parts: {
    ...{ opening: 30, preTest: 45, fieldVisit: 300, microTeaching: 20, people: 24, practicum: 480 },
    ...{ postTest: 45, evaluation: 30, closing: 45 },
  },
};

const works: Record<string, () => unknown> = {
  "who and what is in the way": () => [
    ...engagements(cx, w.trainerIds, span),
    ...roomsTaken(cx, [w.roomId], span),
  ],
  "people who are expected in another course": () => {
    const found = peopleElsewhere(cx, gate.course(cx, "registrations.read", both.courseId));
    if (found.people.length !== people) throw new Error("All of them were to be found.");
  },
  "a session saved, refused for a trainer": () => {
    const answer = saveSession(cx, asked);
    if (answer.ok) throw new Error("It was to be refused.");
  },
  "the guards of the file": () => {
    sqlite().exec("BEGIN IMMEDIATE");
    // Between two of the many: nothing is in the way.
    added.run(span.startsAt + 46 * 60_000, span.startsAt + 54 * 60_000, w.roomId);
    sqlite().exec("ROLLBACK");
  },
  "a proposal for 18 days": () => proposeTimetable(modules as never, days, hours),
  "the same with all parts, rests and three groups": () => proposeParts(wholeCourse as never),
};
process.send!(Object.keys(works));
process.on("message", async ({ name, times }: { name: string; times: number }) => {
  const answers: number[] = [];
  for (let nth = 0; nth < times; nth++) answers.push(await timed(works[name]!));
  process.send!(answers);
});
process.on("disconnect", () => process.exit(0));
