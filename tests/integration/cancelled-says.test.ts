import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { setCourseState } from "../../lib/courses/commands";
import { languagesToldIn, toldByKind } from "../../lib/messages/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { join } from "../support/toTell";
import { now, opened, value, world } from "../support/world";

delete process.env.SMTP_URL;
freshDatabase();
const w = world();
const cx = as(w.coordinator, now);

it("whoever cancels a course learns in which languages its reason is read, and of how many people and trainers somebody is to be told", async () => {
  const course = opened(w);
  const { courseId } = course;
  const languages = () => languagesToldIn(cx, gate.course(cx, "course.run", courseId));
  expect(languages()).toEqual(["en"]);
  const row = await join(course, { language: "fr" });
  await join(course, { language: "ar" });
  expect([...languages()].sort()).toEqual(["ar", "en", "fr"]);
  sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(row.id);
  expect([...languages()].sort()).toEqual(["ar", "en"]);
  sqlite().prepare("UPDATE notices SET told_at = ?").run(now);
  value(setCourseState(cx, { courseId, from: "open", to: "cancelled", reason: "No hall" }));
  expect(toldByKind(cx, gate.course(cx, "registrations.read", courseId))).toEqual({ people: 1, trainers: 2 });
});
