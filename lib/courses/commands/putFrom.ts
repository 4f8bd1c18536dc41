import type { GrantedCourse } from "../../access/gate";
import { disabledAmong } from "../../accounts/store";
import type { Context } from "../../acts/context";
import { insertGroup } from "../../groups/store";
import { calendarOf } from "../../places/queries";
import { isClosed, isWithin, roomRow } from "../../places/store";
import { fitted, type KeptPlan, type PlannedSession, type Taken } from "../../templates/rules";
import { putSessions } from "../../timetable/commands/put";
import {
  type Engagement,
  freeTrainers,
  type RoomTaken,
  roomTakenThen,
  spanOf,
  wholeSpan,
} from "../../timetable/rules/conflicts";
import { keepProposal } from "../../timetable/store/proposals";
import { engagements, roomsTaken } from "../../timetable/store/taken";
import type { NewCourseInput } from "../schema";
import { modulesIn, trainersIn } from "../store";

/** Sessions with those of their trainers who train the course, can sign in and are free, and their room where the course has it and it is free. */
function withWhoAndWhere(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  plan: KeptPlan,
  wanted: PlannedSession[],
) {
  const placed = wanted.map((session) => ({ session, span: spanOf(session, course.zone) }));
  const whole = wholeSpan(placed.map(({ span }) => span));
  if (whole === null) return [];
  const team = trainersIn(cx, course.id);
  const disabled = disabledAmong(cx, team);
  const trainers = team.filter((id) => !disabled.includes(id));
  const rooms = [...new Set(wanted.flatMap(({ roomId }) => roomId ?? []))].filter((id) => {
    const room = roomRow(cx, id);
    // A course at another venue does not go on in rooms of the one before.
    const stays = room && (room.venueId === course.venueId || room.venueId !== plan.venueId);
    return stays && !isClosed(cx, room) && isWithin(cx, course, room.venueId);
  });
  const engaged: Engagement[] = [...engagements(cx, trainers, whole)];
  const taken: RoomTaken[] = [...roomsTaken(cx, rooms, whole)];
  return placed.map(({ session, span }, nth) => {
    const here = session.trainerIds.filter((id) => trainers.includes(id));
    const trainerIds = freeTrainers(span, here, engaged);
    const room = session.roomId !== null && rooms.includes(session.roomId) ? session.roomId : null;
    const roomId = roomTakenThen(span, room, taken, new Set()).length > 0 ? null : room;
    // Sessions of the plan that share time are in each other's way too; their keys are not known yet.
    const own = { ...span, sessionId: -1 - nth, courseId: course.id };
    engaged.push(...trainerIds.map((trainerId) => ({ ...own, trainerId })));
    taken.push({ ...own, roomId });
    return { ...session, trainerIds, roomId, missesTrainer: trainerIds.length < session.trainerIds.length };
  });
}

/**
 * Puts the groups and sessions of a plan into a course that was just made from it, as far as the course has the days, modules,
 * rooms and trainers for them, and what its timetable was asked for. Nobody who came and nothing that was entered comes with them. Within the open transaction.
 */
export function putFrom(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  plan: KeptPlan,
  input: Pick<NewCourseInput, "withGroups" | "withSessions">,
): Taken {
  const groups = input.withGroups
    ? plan.groups.map(({ name, language, venueId = null }) =>
        insertGroup(cx, {
          ...{ courseId: course.id, name, language },
          venueId: venueId !== null && isWithin(cx, course, venueId) ? venueId : null,
        }),
      )
    : [];
  if (!input.withSessions) return { sessions: 0, late: 0, otherModules: 0, noRoom: 0, noTrainer: 0 };
  // As many people as the new course has places for; who comes is not known yet.
  if (plan.asked) keepProposal(cx, course.id, { ...plan.asked, people: course.capacity });
  const { startsOn, endsOn } = course;
  const fit = fitted(
    plan,
    { startsOn, endsOn, moduleIds: modulesIn(cx, course.id) },
    calendarOf(cx, plan.country),
    calendarOf(cx, course.country),
  );
  const sessions = withWhoAndWhere(cx, course, plan, fit.sessions);
  putSessions(
    cx,
    course,
    sessions.map(({ group, missesTrainer, ...session }) => ({
      ...session,
      coTrainerIds: session.coTrainerIds.filter((id) => session.trainerIds.includes(id)),
      apprenticeIds: session.apprenticeIds.filter((id) => session.trainerIds.includes(id)),
      groupId: group === null ? null : (groups[group] ?? null),
    })),
  );
  return {
    sessions: sessions.length,
    late: fit.late,
    otherModules: fit.otherModules,
    noRoom: sessions.filter((s, i) => s.roomId === null && fit.sessions[i]!.roomId !== null).length,
    noTrainer: sessions.filter((s) => s.missesTrainer).length,
  };
}
