import { sqlite } from "../../db/client";

type Guard = { name: string; sql: string };

/** The triggers that refuse a trainer in two places and a room taken twice, as the file has them. */
export const timetableGuards = (): Guard[] =>
  sqlite()
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND (sql LIKE '%two places%' OR sql LIKE '%taken twice%')",
    )
    .all() as Guard[];

/** Does something to the file as it was before these guards, which come back: what overlaps then is what older data may hold. */
export function withoutGuards<T>(work: () => T): T {
  const guards = timetableGuards();
  for (const { name } of guards) sqlite().exec(`DROP TRIGGER ${name}`);
  try {
    return work();
  } finally {
    for (const { sql } of guards) sqlite().exec(sql);
  }
}

/** What a model that compares every session with every other one finds taken twice, of courses that are not cancelled. */
export function takenTwice(): { what: "trainer" | "room"; which: number; sessions: [number, number] }[] {
  const rows = sqlite()
    .prepare(
      `SELECT s.id, s.start_instant AS startsAt, s.end_instant AS endsAt, s.room_id AS roomId,
         (SELECT json_group_array(person_id) FROM session_trainers WHERE session_id = s.id) AS trainers
       FROM sessions s JOIN courses c ON c.id = s.course_id WHERE c.state <> 'cancelled' ORDER BY s.start_instant, s.id`,
    )
    .all() as { id: number; startsAt: number; endsAt: number; roomId: number | null; trainers: string }[];
  const all = rows.map((row) => ({ ...row, trainerIds: JSON.parse(row.trainers) as number[] }));
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => {
      if (a.endsAt <= b.startsAt || b.endsAt <= a.startsAt) return [];
      const sessions = [a.id, b.id].sort((x, y) => x - y) as [number, number];
      const shared = a.trainerIds.filter((id) => b.trainerIds.includes(id));
      return [
        ...shared.map((which) => ({ what: "trainer" as const, which, sessions })),
        ...(a.roomId !== null && a.roomId === b.roomId
          ? [{ what: "room" as const, which: a.roomId, sessions }]
          : []),
      ];
    }),
  );
}
