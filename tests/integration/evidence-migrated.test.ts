import { expect, it } from "vitest";
import { migrate } from "../../db/migrate";
import { oldFile } from "../support/oldFile";
import { now } from "../support/world";

it("a database with visits, recognised learning and plans keeps them, and keeps them from then on", () => {
  const database = oldFile(64);
  database.exec(`
    INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]');
    INSERT INTO persons (name, search, sort_name, language, created_at) VALUES ('Amal', 'amal', 'amal', 'en', 0);
    INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0);
    INSERT INTO courses (slug, programme_id, kind, title, search, country, place, mode, zone, languages, capacity, min_attendance, micro_teaching, signatories, created_at)
    VALUES ('a', 1, 'tot', '{}', '', 'JO', '{}', 'venue', 'Asia/Amman', '["ar"]', 40, 80, 0, '[]', 0);
    INSERT INTO tools (code, title, description, audience, created_at) VALUES ('t', '{}', '{}', '{}', 0);
    INSERT INTO tool_versions (tool_id, label) VALUES (1, '1');
    INSERT INTO modules (tool_version_id, position, code, title, minutes) VALUES (1, 1, 'M1', '{}', 60);
    INSERT INTO recognised_learning (person_id, module_id, programme_id, evidence, recognised_at) VALUES (1, 1, 1, 'A list', 0);
    INSERT INTO organisations (name, kind, name_key, sort_name) VALUES ('Weavers', 'cooperative', 'weavers', 'weavers');
    INSERT INTO registrations (token, number, course_id, person_id, state, source, answers, form_key, registered_at)
    VALUES ('t', 1, 1, 1, 'accepted', 'coordinator', '{}', 'k', 0);
    INSERT INTO action_plans (registration_id, number, tool_id, day, place, made_at, changed_at)
    VALUES (1, 1, 1, '2027-03-01', 'Irbid', 1000, 2000);
    INSERT INTO organisation_events (organisation_id, programme_id, kind, day, words, entered_at, entered_by)
    VALUES (1, 1, 'follow_up', '2026-03-01', 'Seen', 1000, 1);
    INSERT INTO organisation_events (organisation_id, programme_id, kind, day, words, of_id, entered_at, entered_by)
    VALUES (1, 1, 'struck', '2026-03-01', 'Another one', 1, 2000, 1)`);
  const kept = () =>
    ["organisation_events", "action_plans", "recognised_learning"].map((table) =>
      database
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) => {
          const { done_by, done_by_words, ...before } = row as Record<string, unknown>;
          expect([done_by ?? null, done_by_words ?? null]).toEqual([null, null]);
          return before;
        }),
    );
  const before = kept();
  migrate(database, now);
  expect(kept()).toEqual(before);
  for (const table of ["organisation_events", "action_plans", "recognised_learning"])
    expect(() => database.exec(`DELETE FROM ${table}`), table).toThrow(/only added to|another one begins/);
  const said = database.prepare(
    "INSERT INTO organisation_events (organisation_id, programme_id, kind, day, done_by_words, entered_at, entered_by) VALUES (1, 1, 'grant', '2026-03-02', ?, 1000, 1)",
  );
  expect(() => said.run(" ")).toThrow(/CHECK/);
  said.run("The union's adviser");
  const counted = database.prepare("INSERT INTO came_by_sex (course_id, women, men) VALUES (1, ?, ?)");
  // Of fewer than five nothing can be kept, whoever writes it.
  expect(() => counted.run(3, 1)).toThrow(/CHECK/);
  counted.run(3, 2);
  database.close();
});
