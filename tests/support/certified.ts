import { eq } from "drizzle-orm";
import { read } from "../../db/client";
import { certificates, courses, registrations, sessions } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { issueCertificates, verifyCertificate as verify } from "../../lib/certificates/commands";
import { setCourseState } from "../../lib/courses/commands";
import { addDays } from "../../lib/time/civil";
import { instantOf } from "../../lib/time/zone";
import { as } from "./as";
import { completionOf } from "./asked";
import { posted } from "./posted";
import { transact } from "./transact";
import { ended, opened, registered, value, type World } from "./world";

const zone = "Asia/Amman";
/** Whatever is asked to be explained. */
export const reason = "Stated here";

/** Makes courses whose certificates are to be decided on, a week each. */
export function coursesToCertify(w: World) {
  let count = 0;

  /** A running course of five days with three people, all present so far: on every day but the last. */
  async function running(
    kind: "user" | "tot" = "user",
    names: readonly (string | Record<string, string>)[] = ["Amal", "Badr", "Chadi"],
  ) {
    const startsOn = addDays("2027-02-07", 7 * count++);
    const endsOn = addDays(startsOn, 4);
    const course = opened(w, { kind, startsOn, endsOn });
    for (const one of names)
      value(await registered(course.slug, typeof one === "string" ? { name: one } : one));
    const { courseId } = course;
    const people = read().select().from(registrations).where(eq(registrations.courseId, courseId)).all();
    const blocks = read().select().from(sessions).where(eq(sessions.courseId, courseId)).all();
    value(
      setCourseState(as(w.coordinator, blocks[0]!.startInstant), {
        courseId,
        from: "open",
        to: "running",
        reason: null,
      }),
    );
    const lastDay = blocks.at(-1)!.day;
    const at = (day: string, time = "21:00") => instantOf(day, time, zone);
    const mark = (person: number, state: string, when: "before" | "last" | "all", now = at(endsOn)) => {
      for (const block of blocks)
        if (when === "all" || (block.day === lastDay) === (when === "last"))
          value(
            takeRoll(
              as(w.trainer, now),
              rollSchema.parse(
                posted({
                  sessionId: String(block.id),
                  [`marks.${people[person]!.id}.state`]: state,
                  // Late by more than an hour, so that the paper would say something else.
                  [`marks.${people[person]!.id}.lateMinutes`]: String(Math.min(75, block.minutes - 1)),
                  reason: "Corrected from the paper",
                }),
              ),
            ),
          );
    };
    for (const i of people.keys()) mark(i, "present", "before");
    const all = () =>
      read()
        .select({ c: certificates })
        .from(certificates)
        .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
        .where(eq(registrations.courseId, courseId))
        .orderBy(certificates.id)
        .all()
        .map((row) => row.c);
    const completion = () => completionOf(as(w.coordinator), courseId)!;
    const answer = (serial: string, now: number) => verify(as(visitor, now), serial, "somewhere").answer;
    return { ...course, people, endsOn, lastDay, at, mark, all, completion, answer };
  }

  /** The same, ended on its last day, everybody present everywhere and with a certificate. */
  async function issued(kind: "user" | "tot" = "user") {
    const course = await running(kind);
    for (const i of course.people.keys()) course.mark(i, "present", "last");
    const evening = course.at(course.endsOn, "22:00");
    if (kind === "tot")
      transact((db) => db.update(courses).set({ minPostTest: null, microTeaching: false }).run());
    value(ended(w.coordinator, course.courseId, evening));
    value(issueCertificates(as(w.coordinator, evening), { courseId: course.courseId }));
    return { ...course, evening };
  }
  return { running, issued };
}
