import { and, eq, lt, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import { transact } from "@/db/client";
import { courseModules, courses, type KeptSession, rooms, timetableChanges } from "@/db/schema";
import * as gate from "../../access/gate";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { promote } from "../../admission/commands";
import { agreedOf, courseMoved } from "../../admission/commands/moved";
import { audit } from "../../audit/commands";
import { sendTexts } from "../../i18n/rules";
import { type Result, refuse } from "../../result";
import { differences, sessionFault } from "../../timetable/rules/sessions";
import { allows } from "../rules";
import type { timetableUndoSchema } from "../schema";
import type { CourseRow } from "../store";
import { keepingApproval } from "./keepApproval";
import { moveWithDates } from "./move";
import {
  datesOf,
  demandTrainers,
  heldAmong,
  keptParams,
  putSessions,
  removeSessions,
  roomName,
  sameDates,
  timetableOf,
} from "./sessions";

/** Refuses where a session is no longer as the change left it, with what is different now. */
function demandAsLeft(cx: Context, left: KeptSession, now: KeptSession | undefined): void {
  if (!now) refuse("undoGone", { params: keptParams(cx, left) });
  const [aspect] = differences(left, now);
  if (!aspect) return;
  const { kind, session } = keptParams(cx, left);
  const { weekday, times } = keptParams(cx, now);
  const room = sendTexts({ own: "en", en: now.roomId === null ? "–" : roomName(cx, now.roomId) });
  refuse("undoChanged", { params: { kind, session, aspect, weekday, times, room } });
}

/** Refuses where a session would come back into a room or with a module that the course has no more. */
function demandStillOffered(
  cx: Context,
  course: CourseRow,
  before: KeptSession,
  now: KeptSession | undefined,
): void {
  if (before.roomId !== null && before.roomId !== now?.roomId) {
    const room = cx.db.select().from(rooms).where(eq(rooms.id, before.roomId)).get();
    if (!room || room.retiredAt !== null || room.venueId !== course.venueId)
      refuse("undoRoomGone", { params: { room: sendTexts({ own: "en", en: room?.name ?? "–" }) } });
  }
  if (before.moduleId !== null && before.moduleId !== now?.moduleId) {
    const taught = cx.db
      .select({ id: courseModules.moduleId })
      .from(courseModules)
      .where(and(eq(courseModules.courseId, course.id), eq(courseModules.moduleId, before.moduleId)))
      .get();
    if (!taught) refuse("undoModuleGone", { params: keptParams(cx, before) });
  }
}

/**
 * Forgets changes of timetables from before an instant (ms), which nobody undoes any more. Of a trainer's workshop that
 * is not over, the ones that stand stay: they tell that its timetable was changed by hand.
 */
export function forgetTimetableChanges(cx: Context, before: number): void {
  transact(cx.db, () =>
    cx.db
      .delete(timetableChanges)
      .where(
        and(
          lt(timetableChanges.at, before),
          sql`not (${timetableChanges.undoneAt} is null and exists (select 1 from ${courses} where ${courses.id} = ${timetableChanges.courseId} and ${courses.scheduledBy} is not null and ${courses.state} in ('draft', 'open', 'running')))`,
        ),
      )
      .run(),
  );
}

/**
 * Undoes what the viewer did to a timetable: the sessions are again as they were, under their own keys, and so are the
 * course's dates where these had moved. Refused as a whole where anything that it touched was changed since, where a roll
 * has entries that rest on it, or where a trainer, a room, a module or a day is no longer to be had. Sessions keep counting their
 * versions, so that calendars take it for news.
 */
export function undoTimetableChange(
  cx: Context,
  input: z.output<typeof timetableUndoSchema>,
): Result<{ courseId: number; slug: string; changeId: number }> {
  return change(cx, () => {
    const done =
      cx.db.select().from(timetableChanges).where(eq(timetableChanges.id, input.changeId)).get() ??
      refuse("notFound");
    const course = gate.course(cx, "timetable.edit", done.courseId);
    // Everybody undoes their own: what a colleague did is theirs to take back, or to be changed by hand.
    if (done.byPersonId === null || done.byPersonId !== cx.viewer.personId) refuse("notFound");
    if (done.undoneAt !== null) refuse("undoneAlready");
    if (!allows(course.state, "plan")) refuse("courseStateForbids", { params: { state: course.state } });
    const { startsOn, endsOn } = course;
    const dates = done.datesBefore;
    if (done.datesAfter && (startsOn === null || !sameDates(datesOf(course), done.datesAfter)))
      refuse("undoDatesChanged", { params: { from: startsOn ?? "–", to: endsOn ?? "–" } });

    const there = new Map(timetableOf(cx, course.id).map((s) => [s.id, s]));
    for (const left of done.after) demandAsLeft(cx, left, there.get(left.id));
    const was = new Map(done.before.map((s) => [s.id, s]));
    const touchesRoll = done.after.filter((left) => {
      const before = was.get(left.id);
      return !before || differences(before, left).some((a) => a === "time" || a === "content");
    });
    const restsOn = heldAmong(
      cx,
      touchesRoll.map((s) => s.id),
    );
    const held = touchesRoll.find((s) => restsOn.has(s.id));
    if (held) refuse("undoRollTaken", { params: keptParams(cx, held) });
    // Sessions that were added since stand beside those that come back, and the days must hold them all.
    const added = [...there.values()].filter(
      (s) => !was.has(s.id) && !done.after.some((left) => left.id === s.id),
    );
    const days = dates ?? { startsOn, endsOn };
    const outside = [...done.before, ...added].find((s) => sessionFault(s, days));
    if (outside)
      refuse("undoOutside", {
        params: { ...keptParams(cx, outside), from: days.startsOn ?? "–", to: days.endsOn ?? "–" },
      });
    for (const before of done.before) {
      const kept = there.get(before.id)?.trainerIds ?? [];
      demandTrainers(
        cx,
        course.id,
        before.trainerIds.filter((id) => !kept.includes(id)),
      );
      demandStillOffered(cx, course, before, there.get(before.id));
    }

    const agreed = agreedOf(cx, course.id);
    const putBack = () => {
      const gone = done.after.filter((s) => !was.has(s.id));
      removeSessions(
        cx,
        gone.map((s) => s.id),
      );
      putSessions(cx, course, done.before);
    };
    if (dates) {
      keepingApproval(cx, course.id, () => moveWithDates(cx, course, dates, putBack));
      promote(cx, gate.course(cx, "timetable.edit", course.id));
    } else putBack();
    cx.db.update(timetableChanges).set({ undoneAt: cx.now }).where(eq(timetableChanges.id, done.id)).run();
    courseMoved(cx, agreed);
    audit(cx, "timetable.undo", "course", course.id, { change: done.id });
    return { courseId: course.id, slug: course.slug, changeId: done.id };
  });
}
