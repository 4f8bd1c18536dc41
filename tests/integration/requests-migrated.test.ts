import { expect, it } from "vitest";
import { migrate } from "../../db/migrate";
import { oldFile } from "../support/oldFile";
import { now } from "../support/world";

it("migrations keep requests, let a deleted group leave its name with them, and more and more of them be late in turn", () => {
  const database = oldFile(59);
  database.exec(`
    INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]');
    INSERT INTO persons (name, search, sort_name, language, created_at) VALUES ('Rami', 'rami', 'rami', 'en', 0);
    INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0);
    INSERT INTO courses (slug, programme_id, kind, title, search, country, place, mode, zone, languages, capacity, min_attendance, micro_teaching, signatories, created_at)
    VALUES ('a', 1, 'user', '{}', '', 'JO', '{}', 'venue', 'Asia/Amman', '["ar"]', 40, 80, 0, '[]', 0);
    INSERT INTO course_groups (course_id, name, created_at) VALUES (1, 'A', 0);
    INSERT INTO trainer_requests (course_id, group_id, person_id, role, answer_by, asked_at, state)
    VALUES (1, 1, 1, 'lead', '2027-02-01', 0, 'waiting'), (1, null, 1, 'lead', '2027-02-01', 0, 'taken_back');
    INSERT INTO due (course_id, programme_id, kind, due_from, count) VALUES (1, 1, 'unanswered', 1000, 1), (1, 1, 'tell', 0, 2)`);
  migrate(database, now);
  expect(
    database.prepare("SELECT group_id, gone_group, state FROM trainer_requests ORDER BY id").raw().all(),
  ).toEqual([
    [1, null, "waiting"],
    [null, null, "taken_back"],
  ]);
  // Late from the day after on.
  const late = 1000 + 24 * 3_600_000;
  expect(database.prepare("SELECT kind, due_from, count FROM due ORDER BY id").raw().all()).toEqual([
    ["unanswered", late, 1],
    ["tell", 0, 2],
  ]);
  const due = (from: number) =>
    database
      .prepare(
        "INSERT INTO due (course_id, programme_id, kind, due_from, count) VALUES (1, 1, 'unanswered', ?, 2)",
      )
      .run(from);
  due(late + 1);
  expect(() => due(late)).toThrow(/UNIQUE/);
  database.prepare("UPDATE trainer_requests SET gone_group = 'A' WHERE group_id = 1").run();
  database.prepare("DELETE FROM course_groups").run();
  expect(
    database.prepare("SELECT group_id, gone_group FROM trainer_requests WHERE id = 1").raw().get(),
  ).toEqual([null, "A"]);
  database.close();
});
