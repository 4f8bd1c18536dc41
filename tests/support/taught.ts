import { eq } from "drizzle-orm";
import { read } from "../../db/client";
import { certificates, registrations, sessions } from "../../db/schema";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { setCourseState } from "../../lib/courses/commands";
import { as } from "./as";
import { posted } from "./posted";
import { day, ended, now, opened, registered, value, type World } from "./world";

/** A year later: every course of those that are made here has ended. */
export const after = now + 365 * day;

/** Makes courses that have run, a month each. */
export function coursesTaught(w: World) {
  let month = 2;

  /** A course that has run, its people, and its sessions; everybody present everywhere but the last person. */
  async function taught(kind: "user" | "tot", count = 3, more: Record<string, unknown> = {}) {
    month += 1;
    const span = {
      startsOn: `2027-${String(month).padStart(2, "0")}-07`,
      endsOn: `2027-${String(month).padStart(2, "0")}-18`,
    };
    const rule = kind === "tot" ? { minPostTest: "70", microTeaching: "on" } : {};
    const course = opened(w, { kind, ...span, ...rule, ...more });
    for (let i = 0; i < count; i++)
      value(
        await registered(course.slug, {
          name: i === 0 ? "هنيّة محيي الدين مجيب الخطيب" : `Person ${"ABCDEF"[i]}`,
          latinName: i === 0 ? "Laila Al-Khatib" : "",
          language: i === 0 ? "ar" : "fr",
        }),
      );
    const people = read()
      .select()
      .from(registrations)
      .where(eq(registrations.courseId, course.courseId))
      .all();
    const blocks = read().select().from(sessions).where(eq(sessions.courseId, course.courseId)).all();
    value(
      setCourseState(as(w.coordinator, blocks[0]!.startInstant), {
        courseId: course.courseId,
        from: "open",
        to: "running",
        reason: null,
      }),
    );
    for (const block of blocks) {
      const marks = people.map((p, i) => [`marks.${p.id}.state`, i === count - 1 ? "absent" : "present"]);
      value(
        takeRoll(
          as(w.trainer, block.endInstant),
          rollSchema.parse(posted({ sessionId: String(block.id), ...Object.fromEntries(marks) })),
        ),
      );
    }
    return { ...course, people, blocks };
  }

  const close = (courseId: number) => value(ended(w.coordinator, courseId, after, { withoutRolls: false }));

  return { taught, close };
}

/** The certificates of a course. */
export const issuedOf = (courseId: number) =>
  read()
    .select({ c: certificates })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .where(eq(registrations.courseId, courseId))
    .all()
    .map((r) => r.c);
