import { expect, it } from "vitest";
import { migrate } from "../../db/migrate";
import { oldFile } from "../support/oldFile";
import { now } from "../support/world";

it("migrations keep people, programmes and modules as they were, and let what they work with be said", () => {
  const database = oldFile(63);
  database.exec(`
    INSERT INTO countries (code, zone, weekend) VALUES ('JO', 'Asia/Amman', '[5,6]');
    INSERT INTO organisations (name, kind, country, name_key, sort_name) VALUES ('Al-Amal', 'cooperative', 'JO', 'amal', 'amal');
    INSERT INTO persons (name, search, sort_name, language, country, created_at) VALUES ('Amal', 'amal', 'amal', 'en', 'JO', 0);
    INSERT INTO programmes (code, title, issuer, created_at) VALUES ('P', '{}', '{}', 0);
    INSERT INTO courses (slug, programme_id, kind, title, search, country, place, mode, zone, languages, capacity, min_attendance, micro_teaching, signatories, audience, created_at)
    VALUES ('a', 1, 'user', '{}', '', 'JO', '{}', 'venue', 'Asia/Amman', '["ar"]', 40, 80, 0, '[]', 'Al-Amal', 0);
    INSERT INTO tools (code, title, description, audience, created_at) VALUES ('t', '{}', '{}', '{}', 0);
    INSERT INTO tool_versions (tool_id, label) VALUES (1, '1');
    INSERT INTO modules (tool_version_id, position, code, title, minutes) VALUES (1, 1, 'M1', '{}', 60)`);
  migrate(database, now);
  const all = (sql: string) => database.prepare(sql).raw().all();
  expect(all("SELECT name, country, governorate FROM persons")).toEqual([["Amal", "JO", null]]);
  expect(all("SELECT code, hours_a_day FROM programmes")).toEqual([["P", 8]]);
  expect(all("SELECT code, published_code FROM modules WHERE tool_version_id = 1")).toEqual([["M1", null]]);
  expect(all("SELECT slug, audience FROM courses")).toEqual([["a", "Al-Amal"]]);
  const workshopFor = database.prepare("INSERT INTO course_organisations VALUES (1, ?)");
  database.pragma("foreign_keys = ON");
  expect(() => workshopFor.run(2)).toThrow(/FOREIGN KEY/);
  workshopFor.run(1);
  expect(() => workshopFor.run(1)).toThrow(/UNIQUE/);
  database.exec("DELETE FROM courses");
  expect(all("SELECT * FROM course_organisations")).toEqual([]);
  database.close();
});
