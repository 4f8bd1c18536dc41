import { sqlite } from "../../db/client";
import { now, type World } from "./world";

/** A workshop of 2028 that somebody led and that is known by numbers alone: 30 women and 10 men; gives its key. */
export function recordedWorkshop(w: Pick<World, "programmeId" | "moduleIds">, trainerId: number): number {
  const recorded = Number(
    sqlite()
      .prepare(
        `INSERT INTO courses (slug, programme_id, kind, title, search, country, place, mode, zone, year, languages, capacity, counted_by, state, min_attendance, micro_teaching, signatories, created_at, approved_at)
         VALUES ('recorded', ?, 'user', '{"own":"en","en":"Recorded"}', '', 'JO', '{"own":"en","en":"Irbid"}', 'venue', 'Asia/Amman', 2028, '["ar"]', 1, 'numbers', 'closed', 80, 0, '[]', ?, ?)`,
      )
      .run(w.programmeId, now, now).lastInsertRowid,
  );
  sqlite()
    .prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)")
    .run(recorded, trainerId);
  sqlite()
    .prepare("INSERT INTO course_modules (course_id, module_id, position) VALUES (?, ?, 1)")
    .run(recorded, w.moduleIds[0]);
  for (const [grouping, count] of Object.entries({ total: 40, woman: 30, man: 10 }))
    sqlite()
      .prepare(
        "INSERT INTO headcounts (course_id, measure, grouping, count, source) VALUES (?, 'attended', ?, ?, 'document')",
      )
      .run(recorded, grouping, count);
  return recorded;
}
