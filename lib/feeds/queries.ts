import * as gate from "../access/gate";
import type { Viewer } from "../access/table";
import type { Context } from "../acts/context";
import { awaitsApproval, isPublic, isTentative } from "../courses/rules";
import { type CourseRow, coursesOnce } from "../courses/store";
import { venueRow } from "../places/store";
import { placesWithGroup } from "../registrations/store/ofPerson";
import { type OnCalendar, sessionsOnCalendar, type Whose } from "../timetable/store/calendar";
import { linksAmong } from "../timetable/store/links";
import { pastShownMs } from "./rules";
import type { FeedAsked } from "./schema";
import { addressesOf } from "./store";
import type { FeedOf } from "./whose";

/** How many addresses of a calendar the viewer has, and when the last was made (ms; null: never). */
export const ownAddresses = (cx: Context, self: ReturnType<typeof gate.self>, asked: FeedAsked) =>
  addressesOf(cx, self.accountId, asked);

/** Where somebody may read more of a course; null: on no page, though they may know of it. */
type Page = "desk" | "public" | null;

/** What a calendar says of the course of a session. */
export type CourseOnCalendar = Pick<
  CourseRow,
  "id" | "slug" | "title" | "place" | "state" | "version" | "updatedAt" | "decideBy" | "confirmedAt"
> & { venue: string | null; page: Page };

export type FeedEvent = OnCalendar & {
  /** Null where it is not the reader's to know which course it is: then only that somebody is busy. */
  course: CourseOnCalendar | null;
  /** The versions of session and course, and how often what is said of it became another thing, together: all of them only grow. */
  sequence: number;
  lastModified: number;
  state: "planned" | "tentative" | "cancelled";
  /** Where it is joined, in a calendar of somebody who is in it, trains or coordinates it; null in every other. */
  joinAt: string | null;
};

/** A calendar: what it is of, whose address was asked, its events. */
export type Feed = { of: FeedOf; reader: Viewer; events: FeedEvent[] };

/** Sessions as a calendar's events, with where to read more of each course; undefined where it is not the reader's to know. */
function eventsOf(
  cx: Context,
  sessions: readonly OnCalendar[],
  pageOf: (course: CourseRow) => Page | undefined,
  courseOf = coursesOnce(cx),
  links: ReadonlyMap<number, string> = new Map(),
): FeedEvent[] {
  const described = new Map(
    [...new Set(sessions.map((s) => s.courseId))].map((id) => {
      const course = courseOf(id);
      const page = pageOf(course);
      const venue = course.venueId === null ? null : (venueRow(cx, course.venueId)?.name ?? null);
      return [id, page === undefined ? null : { ...course, venue, page }];
    }),
  );
  return sessions.map((session) => {
    const course = courseOf(session.courseId);
    const cancelled = session.gone || course.state === "cancelled";
    return {
      ...session,
      course: described.get(session.courseId) ?? null,
      sequence: session.version - 1 + (session.renamed ?? 0) + course.version - 1,
      lastModified: Math.max(session.updatedAt, course.updatedAt),
      joinAt: links.get(session.id) ?? null,
      state: cancelled
        ? "cancelled"
        : course.state === "draft" || isTentative(course) || awaitsApproval(course)
          ? "tentative"
          : "planned",
    };
  });
}

/** Where somebody may read of a course: at the desk, on its public page; undefined where nowhere. */
const pageFor =
  (cx: Context) =>
  (course: CourseRow): Page | undefined =>
    gate.coursesAmong(cx, "course.read", [course]).length > 0
      ? "desk"
      : isPublic(course)
        ? "public"
        : undefined;

/** One's own: what one teaches in courses that one may see, and what is planned for one where one has a place. */
function ownEvents(cx: Context, personId: number, from: number): FeedEvent[] {
  const places = placesWithGroup(cx, personId);
  const attends = {
    courseIds: places.map(({ courseId }) => courseId),
    groupIds: places.flatMap(({ groupId }) => groupId ?? []),
  };
  const attended = sessionsOnCalendar(cx, attends, from);
  const known = new Set(attended.map(({ id }) => id));
  const taught = sessionsOnCalendar(cx, { trainerId: personId }, from).filter(({ id }) => !known.has(id));
  const [page, courseOf] = [pageFor(cx), coursesOnce(cx)];
  const links = linksAmong(
    cx,
    [...attended, ...taught].flatMap(({ id, gone }) => (gone ? [] : id)),
  );
  return [
    ...eventsOf(cx, attended, (course) => page(course) ?? null, courseOf, links),
    ...eventsOf(
      cx,
      taught,
      (course) => (page(course) === "desk" ? "desk" : undefined),
      courseOf,
      links,
    ).filter(({ course }) => course !== null),
  ];
}

/** Where those sessions are joined whose courses the viewer trains or coordinates, by their keys. */
function linksToJoin(
  cx: Context,
  sessions: readonly OnCalendar[],
  courseOf: (id: number) => CourseRow,
): ReadonlyMap<number, string> {
  const courses = [...new Set(sessions.map(({ courseId }) => courseId))].map(courseOf);
  const joined = new Set(gate.coursesAmong(cx, "session.join", courses).map(({ id }) => id));
  return linksAmong(
    cx,
    sessions.flatMap(({ id, gone, courseId }) => (!gone && joined.has(courseId) ? id : [])),
  );
}

/** The events of a calendar, as the viewer may see them. */
export function eventsIn(cx: Context, of: FeedOf): FeedEvent[] {
  const from = cx.now - pastShownMs;
  if (of.feed === "mine") return ownEvents(cx, of.self.personId, from);
  const whose: Whose =
    of.feed === "course"
      ? { courseIds: [of.course.id] }
      : of.feed === "trainer"
        ? { trainerId: of.person.id }
        : { roomId: of.roomId };
  const [sessions, courseOf] = [sessionsOnCalendar(cx, whose, from), coursesOnce(cx)];
  return eventsOf(cx, sessions, pageFor(cx), courseOf, linksToJoin(cx, sessions, courseOf));
}

/**
 * The events of a public course, or of it the one session that is asked for, or what is planned for a group of it (null: for
 * whoever is in none).
 */
export const publicEvents = (
  cx: Context,
  course: gate.GrantedCourse<"public.read">,
  asked: { sessionId?: number | null; groupId?: number | null },
): FeedEvent[] => {
  const { sessionId = null, groupId } = asked;
  const whose =
    groupId === undefined
      ? { courseIds: [course.id] }
      : { courseIds: [course.id], groupIds: groupId === null ? [] : [groupId] };
  return eventsOf(
    cx,
    sessionsOnCalendar(cx, whose, 0).filter(({ id }) => (sessionId ?? id) === id),
    () => "public",
  );
};

/** One session, for whoever may see its course at the desk. */
export const sessionEvents = (cx: Context, session: gate.GrantedSession<"course.read">): FeedEvent[] =>
  eventsOf(
    cx,
    sessionsOnCalendar(cx, { courseIds: [session.courseId] }, 0).filter(({ id }) => id === session.id),
    () => "desk",
    undefined,
    gate.mayIn(cx, "session.join", session.course) ? linksAmong(cx, [session.id]) : undefined,
  );
