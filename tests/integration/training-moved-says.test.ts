import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import { askTrainers } from "../../lib/requests/commands";
import { askSchema } from "../../lib/requests/schema";
import { moveCourse } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { trainingAsWritten as written } from "../support/toTell";
import { transact } from "../support/transact";
import { day, now, opened, ownWorkshop, person, value, world } from "../support/world";

delete process.env.SMTP_URL;
freshDatabase();
const w = world();
const [rami] = w.trainerIds as [number, number];
const coordinator = as(w.coordinator, now);
let weeks = 0;
/** Days of its own for each course, from a Sunday. */
const days = () => {
  const from = Date.parse("2027-06-06") + 7 * day * weeks++;
  const at = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { startsOn: at(from), endsOn: at(from + 2 * day) };
};
const move = (courseId: number) => value(moveCourse(coordinator, { courseId, startsOn: days().startsOn }));

it("trainers read when the course was that moved, from the days that they know to those that hold", () => {
  const { startsOn, endsOn } = days();
  const { courseId } = opened(w, { startsOn, endsOn });
  move(courseId);
  // Nobody was told of these days.
  move(courseId);
  const params = sqlite()
    .prepare("SELECT params FROM notices WHERE person_id = ? AND course_id = ?")
    .pluck()
    .get(rami, courseId) as string;
  expect(JSON.parse(params).datesWas).toBe(`${startsOn}/${endsOn}`);
  expect(written(coordinator, courseId, rami)).toMatch(/Dates: .+, instead of .+\n/);
});

it("whoever is asked for one session reads which it is, from when to when", () => {
  const salma = person("Salma");
  const row = { programmeId: w.programmeId, personId: salma, role: "trainer" as const, since: now };
  transact((db) => db.insert(programmeMembers).values(row).run());
  const { courseId } = opened(w, days());
  const [first] = courseSessions(coordinator, courseId);
  const asks = { courseId: String(courseId), sessionId: String(first!.id), trainerIds: [String(salma)] };
  value(
    askTrainers(
      coordinator,
      askSchema.parse({ ...asks, role: "co_trainer", answerBy: "2027-02-01", message: "" }),
    ),
  );
  sqlite().prepare("UPDATE notices SET told_at = ? WHERE person_id = ?").run(now, salma);
  move(courseId);
  expect(written(coordinator, courseId, salma)).toMatch(
    new RegExp(`What has changed:\\n.+: now .+ ${first!.startsAt}.+, instead of .+ ${first!.startsAt}`),
  );
});

it("whoever is asked reads with the move by when and whom to answer, and that the workshop awaits approval", () => {
  const huda = person("Huda");
  const row = { programmeId: w.programmeId, personId: huda, role: "trainer" as const, since: now };
  transact((db) => db.insert(programmeMembers).values(row).run());
  const { courseId } = ownWorkshop(w, { ...days(), trainerIds: [String(rami)] }, "open", false);
  const asks = { courseId: String(courseId), sessionId: "", trainerIds: [String(huda)] };
  value(
    askTrainers(
      as(w.trainer, now),
      askSchema.parse({ ...asks, role: "co_trainer", answerBy: "2027-02-01", message: "" }),
    ),
  );
  sqlite().prepare("UPDATE notices SET told_at = ? WHERE person_id = ?").run(now, huda);
  move(courseId);
  const text = written(coordinator, courseId, huda);
  expect(text).toMatch(/Please answer Rami by .*1 February 2027/);
  expect(text).toContain("still awaits the approval");
  expect(text).not.toContain("applies now");
});
