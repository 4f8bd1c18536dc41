import { and, eq, inArray, type SQL } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Db } from "@/db/client";
import {
  attendance,
  countries,
  courseModules,
  courseTrainers,
  holidays,
  modules,
  rooms,
  sessions,
  sessionTrainers,
} from "@/db/schema";
import type { Viewer } from "../../access/rules";
import { recount } from "../../attendance/commands";
import { entryCounts } from "../../attendance/queries/entries";
import { audit, change } from "../../audit/commands";
import { agreedOf, courseMoved } from "../../registrations/commands/moved";
import { type Result, refuse } from "../../result";
import { dayAt, instantOf } from "../../time/zone";
import {
  allows,
  plannedMinutes,
  proposeTimetable,
  sessionFault,
  trainerConflict,
  workingDays,
} from "../rules";
import type { proposalSchema, SessionInput, sessionDeleteSchema } from "../schema";
import { busyCode, courseFor, engagements } from "./course";

/** True where the roll of one of these sessions has entries that count: it was held. */
const wereHeld = (db: Db, sessionIds: number[]): boolean =>
  db
    .select({ id: attendance.sessionId })
    .from(attendance)
    .where(and(inArray(attendance.sessionId, sessionIds), entryCounts))
    .get() !== undefined;

/**
 * Deletes sessions, with the marks of people who left. Refused once their rolls have entries that count. Within the open
 * transaction.
 */
function removeSessions(db: Db, which: SQL): void {
  const ids = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(which)
    .all()
    .map((s) => s.id);
  if (wereHeld(db, ids)) refuse("rollHasEntries");
  db.delete(attendance).where(inArray(attendance.sessionId, ids)).run();
  db.delete(sessions).where(inArray(sessions.id, ids)).run();
}

/**
 * Proposes a timetable and puts it in place of the sessions so far. Refused once the roll of a session has entries that
 * count.
 * Trainers of the course are put to every session at which they are free.
 */
export function proposeSessions(
  viewer: Viewer,
  input: z.output<typeof proposalSchema>,
  now: number,
): Result<{ courseId: number; slug: string; sessions: number; minutesLeftOver: number }> {
  return change((db) => {
    const course = courseFor(db, viewer, input.courseId, "timetable.edit");
    if (!allows(course.state, "plan")) refuse("courseStateForbids", { params: { state: course.state } });
    const before = agreedOf(db, course.id, now);
    if (!course.startsOn || !course.endsOn) refuse("courseNeedsDates");
    const country = db.select().from(countries).where(eq(countries.code, course.country)).get()!;
    const free = new Set(
      db
        .select({ day: holidays.day })
        .from(holidays)
        .where(eq(holidays.country, course.country))
        .all()
        .map((h) => h.day),
    );
    const days = workingDays(course.startsOn, course.endsOn, country.weekend, free);
    if (days.length === 0) refuse("noWorkingDays");
    const plan = db
      .select({ id: modules.id, minutes: modules.minutes })
      .from(courseModules)
      .innerJoin(modules, eq(modules.id, courseModules.moduleId))
      .where(eq(courseModules.courseId, course.id))
      .orderBy(courseModules.position)
      .all();
    const proposal = proposeTimetable(plan, days, input);
    removeSessions(db, eq(sessions.courseId, course.id));
    const trainers = db
      .select({ id: courseTrainers.personId })
      .from(courseTrainers)
      .where(eq(courseTrainers.courseId, course.id))
      .all()
      .map((t) => t.id);
    for (const block of proposal.blocks) {
      const startInstant = instantOf(block.day, block.startsAt, course.zone);
      const endInstant = instantOf(block.day, block.endsAt, course.zone);
      const session = db
        .insert(sessions)
        .values({
          ...block,
          courseId: course.id,
          zone: course.zone,
          startInstant,
          endInstant,
          minutes: plannedMinutes(block),
          updatedAt: now,
        })
        .returning({ id: sessions.id })
        .get();
      const busy = engagements(db, trainers, startInstant, endInstant);
      for (const personId of trainers.filter((t) => !busy.some((e) => e.trainerId === t)))
        db.insert(sessionTrainers).values({ sessionId: session.id, personId }).run();
    }
    courseMoved(db, before, now);
    audit(db, viewer, now, "timetable.propose", "course", course.id, { sessions: proposal.blocks.length });
    return {
      courseId: course.id,
      slug: course.slug,
      sessions: proposal.blocks.length,
      minutesLeftOver: proposal.minutesLeftOver,
    };
  });
}

/** The room of a session as it is kept: one that is retired stays where it is. */
const roomOf = (db: Db, sessionId: number) =>
  db.select({ roomId: sessions.roomId }).from(sessions).where(eq(sessions.id, sessionId)).get()?.roomId;

/**
 * Adds a session or changes one; a roll that was taken is counted again for its new length. Refuses what is outside
 * the course, ends before it starts, or needs a trainer twice.
 */
export function saveSession(
  viewer: Viewer,
  input: SessionInput,
  now: number,
): Result<{ courseId: number; slug: string; sessionId: number }> {
  return change((db) => {
    const course = courseFor(db, viewer, input.courseId, "timetable.edit");
    if (!allows(course.state, "plan")) refuse("courseStateForbids", { params: { state: course.state } });
    const before = agreedOf(db, course.id, now);
    const fault = sessionFault(input, course);
    if (fault)
      refuse("invalid", { fields: { [fault.field]: `${fault.code}?${new URLSearchParams(fault.params)}` } });
    if (input.moduleId !== null) {
      const known = db
        .select({ id: courseModules.moduleId })
        .from(courseModules)
        .where(and(eq(courseModules.courseId, course.id), eq(courseModules.moduleId, input.moduleId)))
        .get();
      if (!known) refuse("invalid", { fields: { moduleId: "choose" } });
    }
    if (input.roomId !== null) {
      const room = db.select().from(rooms).where(eq(rooms.id, input.roomId)).get();
      if (!room || room.venueId !== course.venueId) refuse("invalid", { fields: { roomId: "choose" } });
      const there = input.sessionId === null ? undefined : roomOf(db, input.sessionId);
      if (room.retiredAt !== null && room.id !== there) refuse("invalid", { fields: { roomId: "retired" } });
    }
    const allowed = db
      .select({ id: courseTrainers.personId })
      .from(courseTrainers)
      .where(eq(courseTrainers.courseId, course.id))
      .all()
      .map((t) => t.id);
    if (input.trainerIds.some((t) => !allowed.includes(t)))
      refuse("invalid", { fields: { trainerIds: "choose" } });
    const startInstant = instantOf(input.day, input.startsAt, course.zone);
    const endInstant = instantOf(input.day, input.endsAt, course.zone);
    if (endInstant <= startInstant) refuse("invalid", { fields: { endsAt: "endBeforeStart" } });
    const conflict = trainerConflict(
      { sessionId: input.sessionId, startsAt: startInstant, endsAt: endInstant },
      input.trainerIds,
      engagements(db, input.trainerIds, startInstant, endInstant),
    );
    if (conflict) refuse("invalid", { fields: { trainerIds: busyCode(conflict) } });
    const columns = {
      kind: input.kind,
      moduleId: input.moduleId,
      title: input.title,
      day: input.day,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      zone: course.zone,
      startInstant,
      endInstant,
      minutes: plannedMinutes(input),
      roomId: input.roomId,
      updatedAt: now,
    };
    let sessionId = input.sessionId;
    if (sessionId === null) {
      sessionId = db
        .insert(sessions)
        .values({ ...columns, courseId: course.id })
        .returning({ id: sessions.id })
        .get().id;
    } else {
      const session =
        db
          .select()
          .from(sessions)
          .where(and(eq(sessions.id, sessionId), eq(sessions.courseId, course.id)))
          .get() ?? refuse("notFound");
      if (input.version !== null && session.version !== input.version)
        refuse("stale", {
          changed: {
            day: session.day,
            startsAt: session.startsAt,
            endsAt: session.endsAt,
            title: session.title ?? "",
            version: String(session.version),
          },
        });
      const today = dayAt(now, course.zone);
      if (input.day > today && session.day <= today && wereHeld(db, [sessionId]))
        refuse("invalid", { fields: { day: "sessionWasHeld" } });
      if (columns.minutes < session.minutes) recount(db, sessionId, columns.minutes);
      db.delete(sessionTrainers).where(eq(sessionTrainers.sessionId, sessionId)).run();
      db.update(sessions)
        .set({ ...columns, version: session.version + 1 })
        .where(eq(sessions.id, sessionId))
        .run();
      if (columns.minutes > session.minutes) recount(db, sessionId, columns.minutes);
    }
    for (const personId of input.trainerIds) db.insert(sessionTrainers).values({ sessionId, personId }).run();
    courseMoved(db, before, now);
    audit(db, viewer, now, "timetable.session", "session", sessionId);
    return { courseId: course.id, slug: course.slug, sessionId };
  });
}

/** Takes a session out of the timetable. Refused once its roll has entries that count. */
export function deleteSession(
  viewer: Viewer,
  input: z.output<typeof sessionDeleteSchema>,
  now: number,
): Result<{ courseId: number; slug: string }> {
  return change((db) => {
    const course = courseFor(db, viewer, input.courseId, "timetable.edit");
    if (!allows(course.state, "plan")) refuse("courseStateForbids", { params: { state: course.state } });
    const before = agreedOf(db, course.id, now);
    const session =
      db
        .select()
        .from(sessions)
        .where(and(eq(sessions.id, input.sessionId), eq(sessions.courseId, course.id)))
        .get() ?? refuse("notFound");
    removeSessions(db, eq(sessions.id, session.id));
    courseMoved(db, before, now);
    audit(db, viewer, now, "timetable.delete", "session", session.id, { courseId: course.id });
    return { courseId: course.id, slug: course.slug };
  });
}
