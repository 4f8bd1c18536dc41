import { createHash } from "node:crypto";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { courses, persons, registrations, sessions } from "@/db/schema";
import type { Context } from "../../acts/context";
import { inLanguage, type Locale, locales } from "../../i18n/rules";
import { forgetUntold, tellPerson, untoldOf } from "../../messages/tell";
import { dayAt } from "../../time/zone";

/** Several edits in a row are one message: a mail about a moved course is held back so long after the last, in ms. */
const heldBackMs = 10 * 60_000;

/** What people plan by: `course` is its dates and place by language, `times` its sessions that are not over. */
export type Agreed = { courseId: number; over: boolean; course: Record<Locale, string>; times: string };

const digest = (parts: unknown) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** What is agreed on about a course at this moment, to be compared with what an edit makes of it. */
export function agreedOf(cx: Context, courseId: number): Agreed {
  const course = cx.db.select().from(courses).where(eq(courses.id, courseId)).get()!;
  const { startsOn, endsOn, zone, mode, venueId, country } = course;
  const coming = cx.db
    .select({ day: sessions.day, from: sessions.startsAt, to: sessions.endsAt, room: sessions.roomId })
    .from(sessions)
    .where(and(eq(sessions.courseId, courseId), gt(sessions.endInstant, cx.now)))
    .orderBy(asc(sessions.day), asc(sessions.startsAt), asc(sessions.endsAt), asc(sessions.roomId))
    .all();
  const plan = (locale: Locale) =>
    digest([startsOn, endsOn, zone, mode, venueId, country, inLanguage(course.place, locale).text]);
  return {
    courseId,
    over: endsOn !== null && endsOn < dayAt(cx.now, zone),
    course: Object.fromEntries(locales.map((l) => [l, plan(l)])) as Record<Locale, string>,
    times: digest(coming),
  };
}

/**
 * Tells everybody who has a place, and whoever waits for one where dates or place are others, that an open or running
 * course has moved. Call it at the end of an edit, with what was agreed on before. Where several edits bring back what
 * people know, what they were to be told is taken back. Within the open transaction.
 */
export function courseMoved(cx: Context, before: Agreed): void {
  const { courseId } = before;
  const course = cx.db.select().from(courses).where(eq(courses.id, courseId)).get()!;
  if (course.state !== "open" && course.state !== "running") return;
  const after = agreedOf(cx, courseId);
  if (before.over && after.over) return;
  const people = cx.db
    .select({
      id: registrations.id,
      personId: registrations.personId,
      state: registrations.state,
      language: persons.language,
    })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.courseId, courseId), inArray(registrations.state, ["accepted", "waiting"])))
    .all();
  for (const { id, personId, state, language } of people) {
    const known = (agreed: Agreed) =>
      state === "waiting" ? agreed.course[language] : `${agreed.course[language]} ${agreed.times}`;
    if (known(before) === known(after)) continue;
    const pending = untoldOf(cx, id, "course");
    const was = pending?.params.was ?? known(before);
    if (pending && was === known(after)) forgetUntold(cx, id, ["course"]);
    else {
      const told = {
        personId,
        registrationId: id,
        courseId,
        message: "courseMoved",
        params: { was },
      } as const;
      tellPerson(cx, told, heldBackMs);
    }
  }
}
