import { and, eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { courseModules, courseTrainers, modules, rooms } from "@/db/schema";
import type { Context } from "../../acts/context";
import { audit } from "../../audit/commands";
import { calendarOf } from "../../places/queries";
import { type Result, refuse } from "../../result";
import { dayAt, instantOf } from "../../time/zone";
import { proposeTimetable, staysInProposal, workingDays } from "../../timetable/rules/propose";
import { overlapping, sessionFault, swappedPlaces, timetableWord } from "../../timetable/rules/sessions";
import type { proposalSchema, SessionInput, sessionDeleteSchema, swapSchema } from "../schema";
import type { CourseRow } from "../store";
import { engagements } from "./course";
import {
  changeTimetable,
  heldAmong,
  keptParams,
  putSessions,
  removeSessions,
  type TimetableChanged,
  unchanged,
} from "./sessions";

const trainersOf = (cx: Context, courseId: number) =>
  cx.db
    .select({ id: courseTrainers.personId })
    .from(courseTrainers)
    .where(eq(courseTrainers.courseId, courseId))
    .all()
    .map((t) => t.id);

/**
 * Proposes a timetable around the sessions that stay (held, or placed by hand unless these are to go as well) and puts it
 * in place of the others. Refused where the timetable is no longer the one that the page showed. Trainers of the course
 * are put to every session at which they are free.
 */
export function proposeSessions(
  cx: Context,
  input: z.output<typeof proposalSchema>,
): Result<TimetableChanged & { sessions: number; stayed: number; minutesLeftOver: number }> {
  return changeTimetable(cx, input.courseId, "propose", (course, timetable) => {
    if (!course.startsOn || !course.endsOn) refuse("courseNeedsDates");
    const { weekend, free } = calendarOf(cx, course.country);
    const days = workingDays(course.startsOn, course.endsOn, weekend, free);
    if (days.length === 0) refuse("noWorkingDays");
    const held = heldAmong(
      cx,
      timetable.map((s) => s.id),
    );
    const known = timetable.map((s) => ({ ...s, held: held.has(s.id) }));
    if (input.foreseen && input.foreseen !== timetableWord(known)) refuse("timetableChanged");
    const staying = known.filter((s) => staysInProposal(s, input.replaceByHand ?? false));
    const plan = cx.db
      .select({ id: modules.id, minutes: modules.minutes })
      .from(courseModules)
      .innerJoin(modules, eq(modules.id, courseModules.moduleId))
      .where(eq(courseModules.courseId, course.id))
      .orderBy(courseModules.position)
      .all();
    const proposal = proposeTimetable(plan, days, input, staying);
    removeSessions(
      cx,
      known.filter((s) => !staying.includes(s)).map((s) => s.id),
    );
    const trainers = trainersOf(cx, course.id);
    const wanted = proposal.blocks.map((block) => {
      const from = instantOf(block.day, block.startsAt, course.zone);
      const busy = engagements(
        cx,
        trainers,
        from,
        instantOf(block.day, block.endsAt, course.zone),
        course.zone,
      );
      const trainerIds = trainers.filter((t) => !busy.some((e) => e.trainerId === t));
      return { ...block, title: null, roomId: null, placedByHand: false, trainerIds };
    });
    putSessions(cx, course, wanted);
    audit(cx, "timetable.propose", "course", course.id, {
      sessions: proposal.blocks.length,
      stayed: staying.length,
    });
    return {
      sessions: proposal.blocks.length,
      stayed: staying.length,
      minutesLeftOver: proposal.minutesLeftOver,
    };
  });
}

/** Refuses what the course does not have: a module, a room of its venue, a trainer. What a session has may stay on it. */
function demandOffered(
  cx: Context,
  course: CourseRow,
  input: SessionInput,
  there: { roomId: number | null } | undefined,
): void {
  if (input.moduleId !== null) {
    const known = cx.db
      .select({ id: courseModules.moduleId })
      .from(courseModules)
      .where(and(eq(courseModules.courseId, course.id), eq(courseModules.moduleId, input.moduleId)))
      .get();
    if (!known) refuse("invalid", { fields: { moduleId: "choose" } });
  }
  if (input.roomId !== null) {
    const room = cx.db.select().from(rooms).where(eq(rooms.id, input.roomId)).get();
    if (!room || room.venueId !== course.venueId) refuse("invalid", { fields: { roomId: "choose" } });
    if (room.retiredAt !== null && room.id !== there?.roomId)
      refuse("invalid", { fields: { roomId: "retired" } });
  }
  const allowed = trainersOf(cx, course.id);
  if (input.trainerIds.some((t) => !allowed.includes(t)))
    refuse("invalid", { fields: { trainerIds: "choose" } });
}

/**
 * Adds a session or changes one; a roll that was taken is counted again for its new length. Refuses what is outside
 * the course, ends before it starts, or needs a trainer or a room twice.
 */
export function saveSession(
  cx: Context,
  input: SessionInput,
): Result<TimetableChanged & { sessionId: number }> {
  const kind = input.sessionId === null ? "add" : "edit";
  return changeTimetable(cx, input.courseId, kind, (course, timetable) => {
    const fault = sessionFault(input, course);
    if (fault)
      refuse("invalid", { fields: { [fault.field]: `${fault.code}?${new URLSearchParams(fault.params)}` } });
    const session =
      input.sessionId === null
        ? undefined
        : (timetable.find((s) => s.id === input.sessionId) ?? refuse("notFound"));
    demandOffered(cx, course, input, session);
    if (session && input.version !== null && session.version !== input.version)
      refuse("stale", {
        changed: {
          day: session.day,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          title: session.title ?? "",
          version: String(session.version),
        },
      });
    const today = dayAt(cx.now, course.zone);
    if (session && input.day > today && session.day <= today && heldAmong(cx, [session.id]).size > 0)
      refuse("invalid", { fields: { day: "sessionWasHeld" } });
    const wanted = {
      id: session?.id,
      activityId: session?.activityId,
      kind: input.kind,
      moduleId: input.moduleId,
      title: input.title,
      day: input.day,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      roomId: input.roomId,
      trainerIds: input.trainerIds,
      placedByHand: true,
    };
    // Opened and saved as it was: nobody placed it, and there is nothing to undo.
    if (session && unchanged(wanted, session)) return { sessionId: session.id };
    const [sessionId] = putSessions(cx, course, [wanted], ({ field, code }) =>
      refuse("invalid", { fields: { [field]: code } }),
    );
    audit(cx, "timetable.session", "session", sessionId!);
    return { sessionId: sessionId! };
  });
}

/** Takes a session out of the timetable. Refused once its roll has entries that count. */
export function deleteSession(
  cx: Context,
  input: z.output<typeof sessionDeleteSchema>,
): Result<TimetableChanged> {
  return changeTimetable(cx, input.courseId, "delete", (course, timetable) => {
    const session = timetable.find((s) => s.id === input.sessionId) ?? refuse("notFound");
    removeSessions(cx, [session.id]);
    audit(cx, "timetable.delete", "session", session.id, { courseId: course.id });
    return {};
  });
}

/**
 * Lets two sessions of a course change places; each keeps its length, room and trainers. Refused once one of them was
 * held, and where one does not fit into the other's place.
 */
export function swapSessions(cx: Context, input: z.output<typeof swapSchema>): Result<TimetableChanged> {
  return changeTimetable(cx, input.courseId, "edit", (course, timetable) => {
    const find = (id: number) => timetable.find((s) => s.id === id) ?? refuse("notFound");
    const [a, b] = [find(input.sessionId), find(input.otherId)];
    if (a.id === b.id) refuse("invalid", { fields: { otherId: "choose" } });
    if (heldAmong(cx, [a.id, b.id]).size > 0) refuse("rollHasEntries");
    const [placeA, placeB] = swappedPlaces(a, b) ?? refuse("invalid", { fields: { otherId: "swapTooLong" } });
    const wanted = [
      { ...a, ...placeA, placedByHand: true },
      { ...b, ...placeB, placedByHand: true },
    ] as const;
    // Side by side at one time, they have nothing to change.
    if (unchanged(wanted[0], a) && unchanged(wanted[1], b))
      refuse("invalid", { fields: { otherId: "choose" } });
    // The longer of the two must not run into a third session that was free of both.
    const others = timetable.filter((s) => s.id !== a.id && s.id !== b.id);
    const met = others.find(
      (other) =>
        wanted.some((place) => overlapping(place, other)) && !overlapping(a, other) && !overlapping(b, other),
    );
    if (met) refuse("swapMeets", { params: keptParams(cx, met) });
    putSessions(cx, course, wanted);
    audit(cx, "timetable.swap", "course", course.id, { sessions: [a.id, b.id] });
    return {};
  });
}
