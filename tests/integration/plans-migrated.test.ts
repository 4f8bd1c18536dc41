import { expect, it } from "vitest";
import { migrate } from "../../db/migrate";
import { oldFile } from "../support/oldFile";
import { now } from "../support/world";

it("migrations keep action plans as they hold, let them end, and keep who was asked for one and of which workshop", () => {
  const database = oldFile(62);
  database.exec(`
    INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]');
    INSERT INTO persons (name, search, sort_name, language, created_at) VALUES ('Amal', 'amal', 'amal', 'en', 0);
    INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0);
    INSERT INTO courses (slug, programme_id, kind, title, search, country, place, mode, zone, languages, capacity, min_attendance, micro_teaching, signatories, created_at)
    VALUES ('a', 1, 'tot', '{}', '', 'JO', '{}', 'venue', 'Asia/Amman', '["ar"]', 40, 80, 0, '[]', 0);
    INSERT INTO tools (code, title, description, audience, created_at) VALUES ('t', '{}', '{}', '{}', 0);
    INSERT INTO registrations (token, number, course_id, person_id, state, source, answers, form_key, registered_at)
    VALUES ('t', 1, 1, 1, 'accepted', 'coordinator', '{}', 'k', 0)`);
  database.exec(`
    INSERT INTO action_plans (registration_id, number, tool_id, day, place, audience, made_at, changed_at, changed_by)
    VALUES (1, 1, 1, '2027-03-01', 'Irbid', 'Al-Amal', 1000, 2000, 1), (1, 2, 1, '2027-04-01', 'Ajloun', NULL, 1000, 2000, NULL);
    INSERT INTO plan_chases (registration_id, tool_id, day, chased_at) VALUES (1, NULL, NULL, 500), (1, 1, '2027-03-01', 3000)`);
  migrate(database, now);
  const plans =
    "SELECT number, tool_id, day, place, audience, made_at, changed_at, changed_by, ended_at FROM action_plans";
  expect(database.prepare(`${plans} ORDER BY id`).raw().all()).toEqual([
    [1, 1, "2027-03-01", "Irbid", "Al-Amal", 1000, 2000, 1, null],
    [2, 1, "2027-04-01", "Ajloun", null, 1000, 2000, null, null],
  ]);
  expect(
    database.prepare("SELECT tool_id, day, planned, chased_at FROM plan_chases ORDER BY id").raw().all(),
  ).toEqual([
    [null, null, 0, 500],
    [1, "2027-03-01", 0, 3000],
  ]);
  const plan = database.prepare(
    "INSERT INTO action_plans (registration_id, number, tool_id, day, place, made_at, changed_at, ended_at) VALUES (1, 1, 1, '2027-05-01', 'Karak', 4000, 4000, ?)",
  );
  // One of a number holds; as many as there were have ended, none before it was written.
  expect(() => plan.run(null)).toThrow(/UNIQUE/);
  database.prepare("UPDATE action_plans SET ended_at = 4000 WHERE number = 1").run();
  plan.run(null);
  plan.run(5000);
  expect(() => plan.run(3999)).toThrow(/CHECK/);
  const asked = database.prepare(
    "INSERT INTO plan_chases (registration_id, planned, chased_at) VALUES (1, ?, 600)",
  );
  asked.run(1);
  expect(() => asked.run(0)).toThrow(/UNIQUE/);
  database.close();
});
