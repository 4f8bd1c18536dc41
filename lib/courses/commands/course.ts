import { and, eq, inArray, ne, sql } from "drizzle-orm";
import {
  courses,
  modules,
  persons,
  rooms,
  sessions,
  sessionTrainers,
  tools,
  toolVersions,
} from "@/db/schema";
import { courseScope } from "../../access/queries";
import { may } from "../../access/rules";
import type { Context } from "../../acts/context";
import { sendTexts, type Translated } from "../../i18n/rules";
import { withParams } from "../../result";
import { dayAt, timeAt } from "../../time/zone";
import { allows, type CourseState, isApproved, type SessionKind } from "../rules";

type NamedSession = {
  kind: SessionKind;
  title: string | null;
  tool: Translated | null;
  module: string | null;
  day: string;
  from: string;
  to: string;
};

/** A session as a fault names it: what it is and when. The reader's page puts it into words. */
export function sessionParams(named: NamedSession) {
  const session: Translated | null = named.title
    ? { own: "en", en: named.title }
    : named.tool
      ? (Object.fromEntries(
          Object.entries(named.tool).map(([key, text]) => [
            key,
            key === "own" ? text : `${text} ${named.module ?? ""}`.trim(),
          ]),
        ) as Translated)
      : null;
  return {
    kind: session ? "named" : named.kind,
    session: session ? sendTexts(session) : "",
    weekday: named.day,
    times: sendTexts({ own: "en", en: `${named.from}–${named.to}` }),
  };
}

/** A session of another course that is in the way, with what says who may read of that course. */
type InTheWay = NamedSession & {
  course: Translated;
  courseId: number;
  state: CourseState;
  approvedAt: number | null;
};

/** True where this viewer may know which course a session is of: it is public, or they may read it. */
function mayKnow(cx: Context, { courseId, state, approvedAt }: InTheWay): boolean {
  const scope = courseScope(cx, courseId);
  return (
    (allows(state, "public") && isApproved({ approvedAt })) ||
    (!!scope && may(cx.viewer, "course.read", scope))
  );
}

/** That somebody or something is taken: by what session of which course, or only when, where that is not the viewer's to know. */
function takenCode(
  cx: Context,
  codes: { named: string; elsewhere: string },
  who: Record<string, string>,
  other: InTheWay,
): string {
  const named = sessionParams(other);
  if (mayKnow(cx, other))
    return withParams(codes.named, { ...who, ...named, course: sendTexts(other.course) });
  return withParams(codes.elsewhere, { ...who, weekday: named.weekday, times: named.times });
}

/** That a trainer is elsewhere: who, when and, where the viewer may know it, in what session of which course. */
export const busyCode = (cx: Context, other: InTheWay & { trainer: string }): string =>
  takenCode(
    cx,
    { named: "trainerBusy", elsewhere: "trainerBusyElsewhere" },
    { trainer: sendTexts({ own: "en", en: other.trainer }) },
    other,
  );

/** That a room is taken: which, when and, where the viewer may know it, by what session of which course. */
export const roomCode = (cx: Context, other: InTheWay & { room: string }): string =>
  takenCode(
    cx,
    { named: "roomBusy", elsewhere: "roomBusyElsewhere" },
    { room: sendTexts({ own: "en", en: other.room }) },
    other,
  );

/** What names a session and its course in a fault; joined with module, version and tool. */
const namedColumns = {
  kind: sessions.kind,
  title: sessions.title,
  tool: tools.title,
  module: modules.code,
  startsAt: sessions.startInstant,
  endsAt: sessions.endInstant,
  courseId: sessions.courseId,
  course: courses.title,
  state: courses.state,
  approvedAt: courses.approvedAt,
};

/** A session that is in the way, at the hours of whoever is told of it: the course that it is of may be elsewhere. */
const atTheirHours =
  (zone: string) =>
  <Row extends { startsAt: number; endsAt: number }>(row: Row) => ({
    ...row,
    day: dayAt(row.startsAt, zone),
    from: timeAt(row.startsAt, zone),
    to: timeAt(row.endsAt, zone),
  });

/** Sessions that take a room during a span of time, in courses that are not cancelled; said at the hours of a zone. */
export function roomTakenBy(cx: Context, roomId: number, from: number, to: number, zone: string) {
  return cx.db
    .select({ sessionId: sessions.id, room: rooms.name, ...namedColumns })
    .from(sessions)
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(rooms, eq(rooms.id, sessions.roomId))
    .leftJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .leftJoin(tools, eq(tools.id, toolVersions.toolId))
    .where(
      and(
        eq(sessions.roomId, roomId),
        ne(courses.state, "cancelled"),
        sql`${sessions.startInstant} < ${to}`,
        sql`${sessions.endInstant} > ${from}`,
      ),
    )
    .all()
    .map(atTheirHours(zone));
}

/** Engagements of trainers in courses that are not cancelled, during a span of time; said at the hours of a zone. */
export function engagements(
  cx: Context,
  trainerIds: readonly number[],
  from: number,
  to: number,
  zone: string,
) {
  if (trainerIds.length === 0) return [];
  return cx.db
    .select({
      sessionId: sessions.id,
      trainerId: sessionTrainers.personId,
      trainer: persons.name,
      ...namedColumns,
    })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(persons, eq(persons.id, sessionTrainers.personId))
    .leftJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .leftJoin(tools, eq(tools.id, toolVersions.toolId))
    .where(
      and(
        inArray(sessionTrainers.personId, [...trainerIds]),
        ne(courses.state, "cancelled"),
        sql`${sessions.startInstant} < ${to}`,
        sql`${sessions.endInstant} > ${from}`,
      ),
    )
    .all()
    .map(atTheirHours(zone));
}
