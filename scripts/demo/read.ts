// What the tellers of the demonstration look up as they go.
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { read } from "../../db/client";
import {
  certificates,
  courseModules,
  courses,
  notices,
  registrations,
  rooms,
  sessions,
  sessionTrainers,
  stageEvents,
} from "../../db/schema";
import type { StageEventKind } from "../../db/values/stages";
import { moduleView } from "../../lib/curriculum/store";

/** A tool that a course teaches: all of it or some modules, of a national variant where one is named. */
export type Taught = { code: string; modules?: readonly string[]; country?: string };

/** Keys of the modules of these tools. */
export const moduleIdsOf = (taught: readonly Taught[]): number[] =>
  taught.flatMap(({ code, modules: chosen, country }) =>
    read()
      .select({ id: moduleView.moduleId, code: moduleView.moduleCode })
      .from(moduleView)
      .where(and(eq(moduleView.toolCode, code), eq(moduleView.versionCountry, country ?? "")))
      .orderBy(asc(moduleView.modulePosition))
      .all()
      .filter((module) => !chosen || chosen.includes(module.code))
      .map((module) => module.id),
  );

/** The first room of a venue. */
export const firstRoom = (venueId: number): number =>
  read().select({ id: rooms.id }).from(rooms).where(eq(rooms.venueId, venueId)).get()!.id;

/** The room of a venue that comes after the first; null where it has one alone. */
export const secondRoom = (venueId: number): number | null =>
  read()
    .select({ id: rooms.id })
    .from(rooms)
    .where(eq(rooms.venueId, venueId))
    .orderBy(asc(rooms.id))
    .limit(1)
    .offset(1)
    .get()?.id ?? null;

/** The timetable of a course, from its first session on, with who teaches. */
export const timetableOf = (courseId: number) =>
  read()
    .select()
    .from(sessions)
    .where(eq(sessions.courseId, courseId))
    .orderBy(asc(sessions.startInstant))
    .all()
    .map((session) => ({
      ...session,
      trainerIds: read()
        .select({ id: sessionTrainers.personId })
        .from(sessionTrainers)
        .where(eq(sessionTrainers.sessionId, session.id))
        .all()
        .map(({ id }) => id),
    }));
export type Session = ReturnType<typeof timetableOf>[number];

/** Everybody who registered in a course, by their number. */
export const registrationsIn = (courseId: number) =>
  read()
    .select({ id: registrations.id, number: registrations.number, state: registrations.state })
    .from(registrations)
    .where(eq(registrations.courseId, courseId))
    .orderBy(asc(registrations.number))
    .all();

/** Those of them who hold a place. */
export const seatsIn = (courseId: number) =>
  registrationsIn(courseId).filter(({ state }) => state === "accepted");

/** Certificates of participation of a course, in the order in which they were issued. */
export const certificatesIn = (courseId: number) =>
  read()
    .select({ id: certificates.id, registrationId: certificates.registrationId })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .where(and(eq(registrations.courseId, courseId), inArray(certificates.kind, ["participation"])))
    .orderBy(asc(certificates.id))
    .all();

/** Registrations of those who completed a course and whose certificate stands, in the order in which they registered. */
export const completedIn = (courseId: number): number[] =>
  read()
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(certificates, eq(certificates.registrationId, registrations.id))
    .where(
      and(
        eq(registrations.courseId, courseId),
        eq(certificates.kind, "participation"),
        isNull(certificates.revokedAt),
      ),
    )
    .orderBy(asc(registrations.id))
    .all()
    .map(({ id }) => id);

/** What somebody in a course is still to be told. */
export const untoldIn = (courseId: number): number[] =>
  read()
    .select({ id: notices.id })
    .from(notices)
    .where(and(eq(notices.courseId, courseId), isNull(notices.toldAt)))
    .all()
    .map(({ id }) => id);

/** The last thing of a kind that was entered of somebody. */
export const lastEntry = (personId: number, kind: StageEventKind): number =>
  read()
    .select({ id: stageEvents.id })
    .from(stageEvents)
    .where(and(eq(stageEvents.personId, personId), eq(stageEvents.kind, kind)))
    .orderBy(desc(stageEvents.id))
    .get()!.id;

/** The way of somebody in a course with one of its tools, the first unless another is named: whose and where, and the modules that it taught of it. */
export function wayOf(registrationId: number, tool?: string) {
  const rows = read()
    .select({
      personId: registrations.personId,
      programmeId: courses.programmeId,
      toolId: moduleView.toolId,
      code: moduleView.moduleCode,
      toolCode: moduleView.toolCode,
    })
    .from(registrations)
    .innerJoin(courses, eq(courses.id, registrations.courseId))
    .innerJoin(courseModules, eq(courseModules.courseId, courses.id))
    .innerJoin(moduleView, eq(moduleView.moduleId, courseModules.moduleId))
    .where(eq(registrations.id, registrationId))
    .orderBy(asc(courseModules.position))
    .all();
  const { code: _, toolCode: __, ...first } = rows.find(({ toolCode }) => toolCode === (tool ?? toolCode))!;
  return {
    ...first,
    modules: rows.flatMap((row) => (row.toolId === first.toolId ? row.code : [])),
  };
}

/** Whose registration this is. */
export const personOfRegistration = (registrationId: number): number =>
  read()
    .select({ personId: registrations.personId })
    .from(registrations)
    .where(eq(registrations.id, registrationId))
    .get()!.personId;
