import { expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { sqlite } from "../../db/client";
import fr from "../../lib/i18n/messages/fr.json";
import { freshDatabase } from "../support/database";
import { join, peopleToTellIn } from "../support/toTell";
import { opened, world } from "../support/world";

delete process.env.SMTP_URL;
process.env.PUBLIC_URL = "https://cascade.example.org";
freshDatabase();
const w = world();
const { notices } = peopleToTellIn(w);

it("people to tell read of the first session in which room it is, or that it is online", async () => {
  const course = opened(w);
  await join(course, { language: "fr" });
  const first = "(SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1)";
  const said = () => {
    const [notice] = notices(course.courseId).toTell;
    return writeMessage({ language: "fr", message: notice!.message, params: notice!.values }).text;
  };
  expect(said()).not.toContain("Hall");
  sqlite().prepare(`UPDATE sessions SET room_id = ? WHERE id = ${first}`).run(w.roomId, course.courseId);
  expect(said()).toMatch(/ · \d\d:\d\d.* · Hall/);
  sqlite().prepare(`UPDATE sessions SET room_id = NULL, online = 1 WHERE id = ${first}`).run(course.courseId);
  expect(said()).toContain(` · ${fr.online.online}`);
});
