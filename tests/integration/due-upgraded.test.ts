import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import { courseNotices } from "../../lib/messages/queries";
import { askTrainers } from "../../lib/requests/commands";
import { fillDue } from "../../lib/store/due";
import { todayFor } from "../../lib/today/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { day, now, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const [rami, ziad] = w.trainerIds as [number, number];
const startsOn = "2027-06-06";
const course = (more = {}) => opened(w, { startsOn, endsOn: startsOn, trainerIds: [String(rami)], ...more });

it("after an upgrade what is due is counted by the rules of today: Today and the list of people to tell agree", async () => {
  const ended = course();
  value(await registered(ended.slug));
  const asked = course({ startsOn: "2027-07-04", endsOn: "2027-07-04" });
  const request = { courseId: asked.courseId, sessionId: null, role: "co_trainer" as const, message: null };
  value(askTrainers(as(w.coordinator, now), { ...request, trainerIds: [ziad], answerBy: "2027-02-01" }));
  sqlite().prepare("UPDATE courses SET state = 'closed' WHERE id = ?").run(ended.courseId);
  // As the version before counted: what was to be told stays after the end, an answer is late on its last day.
  sqlite().exec("DELETE FROM due");
  const due = sqlite().prepare(
    "INSERT INTO due (course_id, programme_id, kind, due_from, count) VALUES (?, ?, ?, ?, 1)",
  );
  due.run(ended.courseId, w.programmeId, "tell", 0);
  due.run(asked.courseId, w.programmeId, "unanswered", Date.parse("2027-01-31T22:00:00Z"));
  sqlite().prepare("INSERT OR REPLACE INTO settings (name, value) VALUES ('due', '2')").run();
  expect(fillDue(as(system, now))).toBeGreaterThan(0);
  const on = Date.parse("2027-02-01T09:00:00Z");
  const awaits = (at: number) => {
    const cx = as(w.coordinator, at);
    return todayFor(cx, gate.reach(cx, "today.read"), new Date(at).toISOString().slice(0, 10)).awaits.map(
      (item) =>
        [item.kind, "course" in item && item.course.id === ended.courseId ? "ended" : "asked"].join(" "),
    );
  };
  const cx = as(w.coordinator, on);
  expect(courseNotices(cx, gate.course(cx, "registrations.decide", ended.courseId)).toTell).toEqual([]);
  expect(awaits(on)).toEqual(["tell asked"]);
  expect(awaits(on + day)).toEqual(["tell asked", "unanswered asked"]);
  // Nothing that counts is left to whom it names nobody.
  sqlite().prepare("UPDATE due SET due_from = 0 WHERE kind = 'unanswered'").run();
  expect(awaits(on)).toEqual(["tell asked"]);
});
