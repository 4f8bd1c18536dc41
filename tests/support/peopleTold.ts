import { sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { editCourse } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { mailSent, takeMail } from "../../lib/messages/outbox";
import { as } from "./as";
import { courseForm, day, now, registered, value, type world } from "./world";

export type Row = { id: number; token: string; state: string; personId: number; email: string | null };

/** The people of courses, what is to be said to them, and an edit of which they hear. */
export function peopleTold(w: ReturnType<typeof world>) {
  const rowsOf = (courseId: number) =>
    sqlite()
      .prepare(
        `SELECT r.id, r.token, r.state, r.person_id AS personId, p.email FROM registrations r
         JOIN persons p ON p.id = r.person_id WHERE r.course_id = ? ORDER BY r.id`,
      )
      .all(courseId) as Row[];

  /** What is to be said to whom, by mail and by people: registration and message. Mail counts as sent by this. */
  function messages(courseId: number): { id: number; message: string }[] {
    const rows = rowsOf(courseId);
    const found: { id: number; message: string }[] = [];
    const later = now + 60 * day;
    for (let job = takeMail(as(system, later)); job; job = takeMail(as(system, later))) {
      const to = job.mail.to;
      const row = rows.find((r) => r.email === to);
      if (row) found.push({ id: row.id, message: job.mail.message });
      mailSent(as(system, later), job);
    }
    const listed = sqlite().prepare("SELECT 1 FROM sqlite_master WHERE name = 'notices'").get();
    if (listed) {
      const untold = sqlite()
        .prepare(
          "SELECT registration_id AS id, message FROM notices WHERE told_at IS NULL AND course_id = ? AND registration_id IS NOT NULL ORDER BY id",
        )
        .all(courseId) as { id: number; message: string }[];
      found.push(...untold);
      sqlite().prepare("UPDATE notices SET told_at = ? WHERE told_at IS NULL").run(later);
    }
    return found.sort((a, b) => a.id - b.id);
  }

  let people = 0;
  /** Registers somebody with an address, or without one. */
  async function join(slug: string, withAddress: boolean) {
    people += 1;
    return value(await registered(slug, withAddress ? { email: `person${people}@example.org` } : {}));
  }

  const edit = (courseId: number, more: Record<string, unknown>) => {
    const { version } = sqlite().prepare("SELECT version FROM courses WHERE id = ?").get(courseId) as {
      version: number;
    };
    const kept = { capacity: "3", ...more };
    return value(
      editCourse(
        as(w.coordinator, now),
        courseEditSchema.parse({
          ...courseForm(w, kept),
          courseId: String(courseId),
          version: String(version),
        }),
      ),
    );
  };
  return { rowsOf, messages, join, edit };
}
