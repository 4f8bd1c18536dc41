import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { entriesOf } from "../../attendance/store/kept";
import { type CourseRow, modulesIn, trainersIn } from "../../courses/store";
import { fault } from "../../faults";
import { groupRow } from "../../groups/store";
import { isClosed, isWithin, roomRow } from "../../places/store";
import { refuse, refuseAt } from "../../result";
import { dayAt, instantOf } from "../../time/zone";
import { cannotSignIn } from "../../trainers/signsIn";
import { samePlace } from "../rules/carry";
import { differences, sessionFault, unchanged } from "../rules/sessions";
import { titleKept } from "../rules/titles";
import { type SessionInput, sessionSchema } from "../schema";
import type { KeptSession } from "../store";
import { keepChange, timetableToChange } from "./change";
import { offDay } from "./offDay";
import { putSessions, type WantedSession } from "./put";

const trainerFields = ["trainerIds", "coTrainerIds", "apprenticeIds"] as const;

/** True of a day before today, at its place: what was then stays as it was. */
const isOver = (cx: Context, { zone }: CourseRow, { day }: Pick<SessionInput, "day">): boolean =>
  day < dayAt(cx.now, zone);

/**
 * Refuses what the course does not have: a module, a room in its country, a group, a trainer. What a session has may stay on it, but
 * for a closed room where it goes to another time.
 */
function demandOffered(
  cx: Context,
  course: CourseRow,
  input: SessionInput,
  there: KeptSession | undefined,
): void {
  const { moduleId, roomId, groupId } = input;
  if (moduleId !== null && !modulesIn(cx, course.id).includes(moduleId))
    refuseAt({ moduleId: fault("retired") });
  if (roomId !== null) {
    const room = roomRow(cx, roomId);
    if (!room || !isWithin(cx, course, room.venueId)) refuseAt({ roomId: fault("retired") });
    const stays = room.id === there?.roomId && (samePlace(input, there) || isOver(cx, course, input));
    if (isClosed(cx, room) && !stays) refuseAt({ roomId: fault("retired") });
  }
  if (groupId !== null && !groupRow(cx, course.id, groupId)) refuseAt({ groupId: fault("groupGone") });
  const allowed = trainersIn(cx, course.id);
  for (const field of trainerFields)
    if (input[field].some((id) => !allowed.includes(id))) refuseAt({ [field]: fault("trainerLeft") });
  if (!isOver(cx, course, input)) demandSignsIn(cx, input);
}

/** Refuses whoever can no longer sign in to train what is to come; who trained before stays on what was. */
function demandSignsIn(cx: Context, input: Pick<SessionInput, (typeof trainerFields)[number]>): void {
  for (const field of trainerFields) {
    const disabled = cannotSignIn(cx, input[field]);
    if (disabled) refuseAt({ [field]: disabled });
  }
}

/**
 * Refuses what somebody else changed meanwhile, and a time to come for a session that was held. Asks before any other time of
 * one: the hours of everybody on its roll are counted again by that.
 */
function demandAsShown(cx: Context, course: CourseRow, input: SessionInput, session: KeptSession): void {
  if (input.version !== null && session.version !== input.version) refuse("stale");
  if (samePlace(input, session)) return;
  const count = entriesOf(cx, session.id);
  if (count === 0) return;
  const begins = instantOf(input.day, input.startsAt, course.zone);
  if (begins > cx.now && session.startInstant <= cx.now)
    refuseAt({ [input.day === session.day ? "startsAt" : "day"]: fault("sessionWasHeld") });
  if (!input.corrects) refuseAt({ corrects: fault("sessionTimeHeld", { params: { count } }) });
}

/** The session as its form says that it is to be. Given another room alone it is no more placed by hand than it was. */
function wantedOf(input: SessionInput, session: KeptSession | undefined): WantedSession {
  const wanted = { ...saidIn(input, session), placedByHand: true };
  const moved = !session || differences(wanted, session).some((aspect) => aspect !== "room");
  return moved ? wanted : { ...wanted, placedByHand: session.placedByHand };
}

/** What a form says of a session, with what it keeps. */
const saidIn = (input: SessionInput, session: KeptSession | undefined) => ({
  id: session?.id,
  activityId: session?.activityId,
  kind: input.kind,
  moduleId: input.moduleId,
  title: titleKept(input.title, session?.title ?? null),
  day: input.day,
  startsAt: input.startsAt,
  endsAt: input.endsAt,
  roomId: input.roomId,
  groupId: input.groupId,
  online: input.online ?? false,
  link: input.link ?? null,
  interpretedInto: input.interpretedInto?.length ? input.interpretedInto : null,
  interpreter: input.interpretedInto?.length ? (input.interpreter ?? null) : null,
  trainerIds: [...input.trainerIds, ...input.coTrainerIds, ...input.apprenticeIds],
  coTrainerIds: input.coTrainerIds,
  apprenticeIds: input.apprenticeIds,
});

/**
 * Adds a session or changes one; a roll that was taken is counted again for its new length. Refuses what is outside
 * the course, ends before it starts, or needs a trainer or a room twice, and asks before it is put on a day off.
 */
export const saveSession = command("timetable.edit", sessionSchema, (cx, input) => {
  const before = timetableToChange(cx, input.courseId);
  const { course, timetable } = before;
  const wrong = sessionFault(input, course);
  if (wrong) refuseAt({ [wrong.field]: wrong.fault });
  const session =
    input.sessionId === null
      ? undefined
      : (timetable.find((s) => s.id === input.sessionId) ?? refuse("sessionGone"));
  demandOffered(cx, course, input, session);
  if (session) demandAsShown(cx, course, input, session);
  const wanted = wantedOf(input, session);
  const off = input.anyway ? null : offDay(cx, before, [wanted]);
  if (off) refuseAt({ day: off });
  // Opened and saved as it was: nobody placed it, and there is nothing to undo.
  if (session && unchanged(wanted, session))
    return { courseId: course.id, slug: course.slug, changeId: null, sessionId: session.id };
  const [sessionId] = putSessions(cx, course, [wanted], (...clashes) =>
    refuseAt(Object.fromEntries(clashes.map(({ field, fault: said }) => [field, said]))),
  ) as [number];
  const changed = keepChange(cx, before, session ? "edit" : "add");
  happened(cx, { kind: "timetable.session-saved", courseId: course.id, sessionId });
  return { ...changed, sessionId };
});
