import { and, asc, desc, eq, gte, inArray, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { among, type Db, outer, prepared } from "@/db/client";
import {
  attendance,
  auditLog,
  certificateStands,
  certificates,
  courseFacts,
  courseModules,
  courseQuestions,
  courses,
  courseTrainers,
  headcounts,
  modules,
  persons,
  programmes,
  registrations,
  rooms,
  sessions,
  sessionTrainers,
  tools,
  toolVersions,
  venues,
} from "@/db/schema";
import { courseScope, programmeFilter } from "../access/queries";
import { may } from "../access/rules";
import type { Context } from "../acts/context";
import { rollEntries, rollGaps, rollLacksSomebody } from "../attendance/queries/entries";
import { mostFound } from "../names/rules";
import { hasWords, keysNamed } from "../names/store";
import { placesLeft, seatStates, undecidedStates } from "../registrations/rules";
import { type CourseState, type Ending, isApproved } from "./rules";
import type { CatalogueFilter } from "./schema";

/** How many hold a place in a course of an outer query. */
export const seats = sql<number>`(select count(*) from ${registrations} where ${registrations.courseId} = ${outer(courses.id)} and ${inArray(registrations.state, [...seatStates])})`;
const waiting = sql<number>`(select count(*) from ${registrations} where ${registrations.courseId} = ${outer(courses.id)} and ${registrations.state} = 'waiting')`;

/** Condition: the course counts and may be public. The same as `isApproved`, for whatever looks at courses in SQL. */
export const counts: SQL = sql`${courses.approvedAt} is not null`;

/**
 * A course and its timetable as a coordinator saw them, as one word that a decision carries: another one where somebody
 * changed its plan or a session since. People who come, and room made for them, leave it.
 */
export const seenWord = sql<string>`(coalesce((select max(${auditLog.id}) from ${auditLog} where ${auditLog.subject} = 'course' and ${auditLog.subjectId} = ${outer(courses.id)} and ${auditLog.action} in ('course.edit', 'workshop.edit', 'timetable.move', 'timetable.undo')), 0) || '-' || (select count(*) || '-' || coalesce(max(${sessions.id}), 0) || '-' || coalesce(sum(${sessions.version}), 0) from ${sessions} where ${sessions.courseId} = ${outer(courses.id)}))`;

const rowColumns = {
  id: courses.id,
  slug: courses.slug,
  kind: courses.kind,
  title: courses.title,
  place: courses.place,
  country: courses.country,
  mode: courses.mode,
  zone: courses.zone,
  state: courses.state,
  startsOn: courses.startsOn,
  endsOn: courses.endsOn,
  year: courses.year,
  datesNote: courses.datesNote,
  applyBy: courses.applyBy,
  languages: courses.languages,
  capacity: courses.capacity,
  admission: courses.admission,
  countedBy: courses.countedBy,
  fictional: courses.fictional,
  scheduledBy: courses.scheduledBy,
  approvedAt: courses.approvedAt,
  enteredAfterwards: courses.enteredAfterwards,
  programme: programmes.code,
  seatsTaken: seats,
  waiting,
};

const moduleRows = prepared((db) =>
  db
    .select({
      moduleId: modules.id,
      code: modules.code,
      title: modules.title,
      minutes: modules.minutes,
      toolCode: tools.code,
      toolTitle: tools.title,
      manualUrl: tools.manualUrl,
      version: toolVersions.label,
      country: toolVersions.country,
    })
    .from(courseModules)
    .innerJoin(modules, eq(modules.id, courseModules.moduleId))
    .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .innerJoin(tools, eq(tools.id, toolVersions.toolId))
    .where(eq(courseModules.courseId, sql.placeholder("courseId")))
    .orderBy(asc(courseModules.position))
    .prepare(),
);

/** The tools of one course with the modules that it teaches, in their order. */
export function courseTools(cx: Context, courseId: number): CourseTool[] {
  const list: CourseTool[] = [];
  for (const row of moduleRows(cx.db).all({ courseId })) {
    let tool = list.find(
      (t) => t.code === row.toolCode && t.version === row.version && t.country === row.country,
    );
    if (!tool) {
      tool = {
        code: row.toolCode,
        title: row.toolTitle,
        manualUrl: row.manualUrl,
        version: row.version,
        country: row.country,
        modules: [],
      };
      list.push(tool);
    }
    tool.modules.push({ id: row.moduleId, code: row.code, title: row.title, minutes: row.minutes });
  }
  return list;
}

const toolRows = prepared((db) =>
  db
    .select({
      courseId: courseModules.courseId,
      code: tools.code,
      title: tools.title,
      version: toolVersions.label,
      country: toolVersions.country,
    })
    .from(courseModules)
    .innerJoin(modules, eq(modules.id, courseModules.moduleId))
    .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .innerJoin(tools, eq(tools.id, toolVersions.toolId))
    .where(among(courseModules.courseId, "courseIds"))
    .groupBy(courseModules.courseId, toolVersions.id)
    .orderBy(asc(courseModules.courseId), sql`min(${courseModules.position})`)
    .prepare(),
);

/** Adds its tools to each course of a list, without their modules. */
function withTools<Row extends { id: number }>(cx: Context, rows: Row[]) {
  const found = toolRows(cx.db).all({ courseIds: JSON.stringify(rows.map((row) => row.id)) });
  return rows.map((row) => ({ ...row, tools: found.filter((tool) => tool.courseId === row.id) }));
}

export type CourseTool = {
  code: string;
  title: (typeof tools.$inferSelect)["title"];
  manualUrl: string | null;
  version: string;
  country: string;
  modules: { id: number; code: string; title: (typeof modules.$inferSelect)["title"]; minutes: number }[];
};

const pageSize = 30;

/** Condition on a course as `c`: the public may see it, and it is to come. Written as the index `courses_coming` is. */
const coming = (today: string) =>
  sql`c.state in ('open', 'running') and c.approved_at is not null and c.ends_on >= ${today}`;

/** Keys of the modules of a tool, by its code. */
const modulesOf = (code: string) =>
  sql`select m.id from tools as t join tool_versions as v on v.tool_id = t.id join modules as m on m.tool_version_id = v.id where t.code = ${code}`;

/** What a reader of the catalogue asks for, as conditions on a course as `c`. */
function asked(filter: CatalogueFilter): SQL[] {
  const { country, language, tool } = filter;
  return [
    country ? sql`c.country = ${country}` : null,
    language ? sql`${language} in (select value from json_each(c.languages))` : null,
    tool
      ? sql`exists (select 1 from course_modules as cm where cm.course_id = c.id and cm.module_id in (${modulesOf(tool)}))`
      : null,
  ].filter((condition) => condition !== null);
}

/** Rows of these courses, in the order of the keys. */
function rowsOf(cx: Context, keys: readonly { id: number }[]) {
  if (keys.length === 0) return [];
  const found = cx.db
    .select({ ...rowColumns, listedOn: courses.listedOn })
    .from(courses)
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .where(
      inArray(
        courses.id,
        keys.map(({ id }) => id),
      ),
    )
    .all();
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = keys.flatMap(({ id }) => byId.get(id) ?? []);
  return withTools(cx, rows).map((row) => ({ ...row, placesLeft: placesLeft(row) }));
}

/**
 * Courses that are open or coming, soonest first; a page at a time after the key of the last row.
 * @param today the civil day (UTC) from which a course is still to come.
 */
export function catalogue(cx: Context, filter: CatalogueFilter, today: string) {
  const [, day = "", id = "0"] = /^(\d{4}-\d{2}-\d{2})_(\d+)$/.exec(filter.after ?? "") ?? [];
  const from = filter.from && filter.from > today ? filter.from : today;
  const conditions = sql.join(
    [coming(from), sql`(c.starts_on, c.id) > (${day}, ${Number(id)})`, ...asked(filter)],
    sql` and `,
  );
  const named =
    filter.q &&
    keysNamed(
      "courses",
      filter.q,
      sql`exists (select 1 from courses as c where c.id = candidate.id and ${coming(from)})`,
    );
  const keys = cx.db.all<{ id: number }>(
    sql`select c.id from ${named ? sql`(${named}) as found cross join courses as c on c.id = found.id` : sql`courses as c`} where ${conditions} order by c.starts_on, c.id limit ${pageSize + 1}`,
  );
  const page = rowsOf(cx, keys.slice(0, pageSize));
  const last = page.at(-1);
  return {
    courses: page,
    next: keys.length > pageSize && last ? `${last.startsOn}_${last.id}` : null,
  };
}
export type CatalogueRow = ReturnType<typeof catalogue>["courses"][number];

/** What the filters of the catalogue offer: only what some coming course has. */
export function catalogueChoices(cx: Context, today: string) {
  const distinct = (what: SQL, joined: SQL = sql``) =>
    cx.db
      .all<{ value: string }>(
        sql`select distinct ${what} as value from courses as c ${joined} where ${coming(today)} order by 1`,
      )
      .map(({ value }) => value);
  const taught = sql`select distinct cm.module_id from courses as c cross join course_modules as cm on cm.course_id = c.id where ${coming(today)}`;
  return {
    countries: distinct(sql`c.country`),
    languages: distinct(sql`spoken.value`, sql`cross join json_each(c.languages) as spoken`),
    tools: cx.db
      .selectDistinct({ code: tools.code, title: tools.title })
      .from(tools)
      .innerJoin(toolVersions, eq(toolVersions.toolId, tools.id))
      .innerJoin(modules, eq(modules.toolVersionId, toolVersions.id))
      .where(sql`${modules.id} in (${taught})`)
      .orderBy(asc(tools.id))
      .all(),
  };
}

function courseBy(cx: Context, condition: SQL) {
  const row = cx.db
    .select({
      ...rowColumns,
      programmeId: courses.programmeId,
      programmeTitle: programmes.title,
      titleGenerated: courses.titleGenerated,
      description: courses.description,
      venueId: courses.venueId,
      venue: venues.name,
      venueAddress: venues.address,
      stepFree: venues.stepFree,
      stateReason: courses.stateReason,
      minAttendance: courses.minAttendance,
      minPostTest: courses.minPostTest,
      microTeaching: courses.microTeaching,
      excusedLeftOut: courses.excusedLeftOut,
      joinersFromStart: courses.joinersFromStart,
      costs: courses.costs,
      signatories: courses.signatories,
      asksApproval: programmes.approvesWorkshops,
      seen: seenWord,
      approvedBy: courses.approvedBy,
      approvedByName: sql<string | null>`(select name from persons as p where p.id = ${courses.approvedBy})`,
      audience: courses.audience,
      updatedAt: courses.updatedAt,
      version: courses.version,
    })
    .from(courses)
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .leftJoin(venues, eq(venues.id, courses.venueId))
    .where(condition)
    .get();
  if (!row) return null;
  const trainers = cx.db
    .select({ id: persons.id, name: persons.name, latinName: persons.latinName })
    .from(courseTrainers)
    .innerJoin(persons, eq(persons.id, courseTrainers.personId))
    .where(eq(courseTrainers.courseId, row.id))
    .orderBy(asc(persons.sortName), asc(persons.id))
    .all();
  const questions = cx.db
    .select()
    .from(courseQuestions)
    .where(eq(courseQuestions.courseId, row.id))
    .orderBy(asc(courseQuestions.position))
    .all();
  return {
    ...row,
    placesLeft: placesLeft(row),
    tools: courseTools(cx, row.id),
    trainers,
    questions,
    headcounts: cx.db.select().from(headcounts).where(eq(headcounts.courseId, row.id)).all(),
    facts: cx.db.select().from(courseFacts).where(eq(courseFacts.courseId, row.id)).all(),
  };
}
export type Course = NonNullable<ReturnType<typeof courseBy>>;

/**
 * A course that the public may see, by its address; null for a draft, for a record that was taken out, and for a workshop
 * that awaits approval.
 */
export function publicCourse(cx: Context, slug: string): Course | null {
  return courseBy(
    cx,
    and(
      eq(courses.slug, slug),
      ne(courses.state, "draft"),
      or(ne(courses.state, "cancelled"), eq(courses.countedBy, "people")),
      counts,
    )!,
  );
}

/** A course for the desk, or null where the viewer may not see it. */
export function deskCourse(cx: Context, courseId: number): Course | null {
  const scope = courseScope(cx, courseId);
  if (!scope || !may(cx.viewer, "course.read", scope)) return null;
  return courseBy(cx, eq(courses.id, courseId));
}

const headRow = prepared((db) =>
  db
    .select(rowColumns)
    .from(courses)
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);

/** The counts look at everybody in the course, and all its pages show them. */
function headOf(cx: Context, courseId: number) {
  const row = headRow(cx.db).get({ courseId });
  return row ? { ...row, counts: countsRow(cx.db).get({ courseId })! } : null;
}

/** What stands above every desk page of a course: its row, its counts, the viewer's scope in it; null where the viewer may not see it. */
export function courseHead(cx: Context, courseId: number) {
  const scope = courseScope(cx, courseId);
  if (!scope || !may(cx.viewer, "course.read", scope)) return null;
  const head = headOf(cx, courseId);
  return head && { ...head, scope };
}

/** The sessions of a course with module, room and trainers. Anybody who may see the course may see them. */
export function courseSessions(cx: Context, courseId: number) {
  const rows = cx.db
    .select({
      id: sessions.id,
      courseId: sessions.courseId,
      kind: sessions.kind,
      moduleId: sessions.moduleId,
      moduleCode: modules.code,
      moduleTitle: modules.title,
      toolCode: tools.code,
      toolTitle: tools.title,
      title: sessions.title,
      day: sessions.day,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      zone: sessions.zone,
      startInstant: sessions.startInstant,
      endInstant: sessions.endInstant,
      minutes: sessions.minutes,
      roomId: sessions.roomId,
      room: rooms.name,
      placedByHand: sessions.placedByHand,
      updatedAt: sessions.updatedAt,
      version: sessions.version,
      entries: rollEntries,
      gaps: rollGaps,
    })
    .from(sessions)
    .leftJoin(modules, eq(modules.id, sessions.moduleId))
    .leftJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .leftJoin(tools, eq(tools.id, toolVersions.toolId))
    .leftJoin(rooms, eq(rooms.id, sessions.roomId))
    .where(eq(sessions.courseId, courseId))
    .orderBy(asc(sessions.startInstant), asc(sessions.id))
    .all();
  const trainers = cx.db
    .select({ sessionId: sessionTrainers.sessionId, id: persons.id, name: persons.name })
    .from(sessionTrainers)
    .innerJoin(sessions, eq(sessions.id, sessionTrainers.sessionId))
    .innerJoin(persons, eq(persons.id, sessionTrainers.personId))
    .where(eq(sessions.courseId, courseId))
    .all();
  return rows.map((row) => ({ ...row, trainers: trainers.filter((t) => t.sessionId === row.id) }));
}
export type Session = ReturnType<typeof courseSessions>[number];

/** Of so many programmes each is read by itself in the order of its courses. */
const mostProgrammes = 400;

type DeskFilter = { state: CourseState | null; q: string | null; before: string | null };

/** Condition on a course as `c`: the viewer trains in it, in a programme that they are a trainer of. */
const trainedBy = ({ viewer }: Context) =>
  sql`c.programme_id in ${viewer.trains} and exists (select 1 from course_trainers as t where t.course_id = c.id and t.person_id = ${viewer.personId})`;

/** Keys of the viewer's courses, newest first: every programme is read where the page begins, and so is what they train. */
function keysNewestFirst(cx: Context, page: SQL, most: number) {
  const of = programmeFilter(cx);
  const newest = sql`order by c.listed_on desc, c.id desc limit ${most}`;
  const select = sql`select c.id, c.listed_on`;
  if (of === null || of.length > mostProgrammes) {
    const mine = of === null ? sql`1` : sql`(+c.programme_id in ${of} or ${trainedBy(cx)})`;
    return cx.db.all<{ id: number }>(sql`${select} from courses as c where ${mine} and ${page} ${newest}`);
  }
  const parts = of.map(
    (programme) => sql`${select} from courses as c where c.programme_id = ${programme} and ${page} ${newest}`,
  );
  if (cx.viewer.trains.length > 0 && cx.viewer.personId !== null)
    parts.push(
      sql`${select} from course_trainers as t cross join courses as c on c.id = t.course_id where t.person_id = ${cx.viewer.personId} and c.programme_id in ${cx.viewer.trains} and ${page} ${newest}`,
    );
  if (parts.length === 0) return [];
  const each = sql.join(
    parts.map((part) => sql`select * from (${part})`),
    sql` union `,
  );
  return cx.db.all<{ id: number }>(
    sql`select c.id from (${each}) as c order by c.listed_on desc, c.id desc limit ${most}`,
  );
}

/** Programmes of at most so many courses are gone through for a word; of more the index of titles gives the candidates. */
const fewCourses = 3_000;

/** Keys of the viewer's courses with these words in their title, place, tools or programme; at most one more than a search looks at. */
function keysOfNamed(cx: Context, q: string) {
  const coordinated = programmeFilter(cx);
  // A list of none would be gone through all the same: no programme has this key.
  const of = coordinated?.length === 0 ? [0] : coordinated;
  const most = mostFound + 1;
  if (of === null) return cx.db.all<{ id: number }>(sql`${keysNamed("courses", q)} limit ${most}`);
  const mine = sql`(c.programme_id in ${of} or ${trainedBy(cx)})`;
  const some = sql`select 1 from courses where programme_id in ${of} limit ${fewCourses + 1}`;
  if (cx.db.all(some).length > fewCourses)
    return cx.db.all<{ id: number }>(
      sql`${keysNamed("courses", q, sql`exists (select 1 from courses as c where c.id = candidate.id and ${mine})`)} limit ${most}`,
    );
  const own = sql`select id from courses where programme_id in ${of} union select course_id from course_trainers where person_id = ${cx.viewer.personId}`;
  return cx.db.all<{ id: number }>(
    sql`select c.id from (${own}) as own cross join courses as c on c.id = own.id where ${mine} and ${hasWords(sql`c.search`, q)} limit ${most}`,
  );
}

/** Keys of a page of the courses that a search finds, newest first, and whether it found more than it looks at. */
function keysFound(cx: Context, q: string, page: SQL, most: number) {
  const found = keysOfNamed(cx, q);
  const keys = JSON.stringify(found.slice(0, mostFound).map(({ id }) => id));
  return {
    more: found.length > mostFound,
    keys: cx.db.all<{ id: number }>(
      sql`select c.id from json_each(${keys}) as key cross join courses as c on c.id = key.value where ${page} order by c.listed_on desc, c.id desc limit ${most}`,
    ),
  };
}

/**
 * Courses of the desk: a coordinator's programmes, or those that a trainer trains; newest first, a page at a time. `more`:
 * the search finds more than it looks at.
 */
export function deskCourses(cx: Context, { state, q, before }: DeskFilter) {
  const [, day = "9999-99-99", id = "0"] = /^([\d-]{10})_(\d+)$/.exec(before ?? "") ?? [];
  const page = sql`${state ? sql`c.state = ${state}` : sql`1`} and (c.listed_on, c.id) < (${day}, ${Number(id)})`;
  const most = pageSize + 1;
  const { keys, more } = q
    ? keysFound(cx, q, page, most)
    : { keys: keysNewestFirst(cx, page, most), more: false };
  const rows = rowsOf(cx, keys.slice(0, pageSize));
  const last = rows.at(-1);
  return {
    courses: rows,
    next: keys.length > pageSize && last ? `${last.listedOn}_${last.id}` : null,
    more,
  };
}

/** A trainer's workshop as a line of a list: what a decision needs to know of it. */
const workshopColumns = {
  id: courses.id,
  seen: seenWord,
  title: courses.title,
  place: courses.place,
  country: courses.country,
  mode: courses.mode,
  state: courses.state,
  stateReason: courses.stateReason,
  startsOn: courses.startsOn,
  endsOn: courses.endsOn,
  zone: courses.zone,
  capacity: courses.capacity,
  audience: courses.audience,
  programme: programmes.code,
  programmeId: courses.programmeId,
  approvedAt: courses.approvedAt,
  enteredAfterwards: courses.enteredAfterwards,
  seatsTaken: seats,
  by: persons.name,
  /** Where the trainer's own change ended its last approval: in what it is another one (`ApprovalAspect`), by spaces. */
  changed: sql<
    string | null
  >`(select json_extract(${auditLog.detail}, '$.changed') from ${auditLog} where ${auditLog.subject} = 'course' and ${auditLog.subjectId} = ${outer(courses.id)} and ${auditLog.action} in ('workshop.approve', 'workshop.approval-ended') order by ${auditLog.id} desc limit 1)`,
};

const workshopRows = (db: Db) =>
  db
    .select(workshopColumns)
    .from(courses)
    .innerJoin(programmes, eq(programmes.id, courses.programmeId))
    .innerJoin(persons, eq(persons.id, courses.scheduledBy))
    .$dynamic();

/** Workshops that await this coordinator's approval, soonest first; none in which they train themselves. */
export function workshopsToApprove(cx: Context) {
  const of = programmeFilter(cx);
  if (of?.length === 0) return [];
  // The index of what awaits approval is named: it is the shortest of all, which SQLite cannot know of a young file.
  const awaiting = sql`select c.id from courses as c indexed by courses_awaiting where c.approved_at is null and ${of === null ? sql`1` : sql`c.programme_id in ${of}`}`;
  const rows = workshopRows(cx.db)
    .where(
      and(
        sql`${courses.id} in (${awaiting})`,
        ne(courses.state, "cancelled"),
        sql`not exists (select 1 from ${courseTrainers} where ${courseTrainers.courseId} = ${courses.id} and ${courseTrainers.personId} = ${cx.viewer.personId ?? 0})`,
      ),
    )
    .orderBy(asc(courses.startsOn), asc(courses.id))
    .limit(50)
    .all();
  return withTools(cx, rows);
}
export type WorkshopLine = ReturnType<typeof workshopsToApprove>[number];

const ownRows = prepared((db) =>
  workshopRows(db)
    .where(
      and(
        eq(courses.scheduledBy, sql.placeholder("viewerId")),
        among(courses.programmeId, "trains"),
        or(
          inArray(courses.state, ["draft", "open", "running"]),
          gte(courses.endsOn, sql.placeholder("since")),
        ),
      ),
    )
    .orderBy(asc(courses.startsOn), asc(courses.id))
    .limit(50)
    .prepare(),
);

/** The viewer's own workshops that are to come, go on or are to be ended, and those over since a civil day. */
export const ownWorkshops = (cx: Context, since: string): WorkshopLine[] =>
  cx.viewer.personId === null
    ? []
    : withTools(
        cx,
        ownRows(cx.db).all({ viewerId: cx.viewer.personId, trains: JSON.stringify(cx.viewer.trains), since }),
      );

/**
 * A trainer's workshop that was decided on or ended, for a coordinator who was about to decide, or just did: how it stands,
 * whose approval it has (`own`: the viewer's) and whether that can be taken back. Null while it awaits approval.
 */
export function decidedWorkshop(cx: Context, courseId: number) {
  const scope = courseScope(cx, courseId);
  if (!scope || !may(cx.viewer, "workshop.approve", scope)) return null;
  const row = cx.db
    .select({
      id: courses.id,
      title: courses.title,
      state: courses.state,
      stateReason: courses.stateReason,
      approvedAt: courses.approvedAt,
      approvedBy: courses.approvedBy,
      by: persons.name,
    })
    .from(courses)
    .leftJoin(persons, eq(persons.id, courses.approvedBy))
    .where(and(eq(courses.id, courseId), isNotNull(courses.scheduledBy)))
    .get();
  if (!row) return null;
  const { id, title, stateReason: reason, by } = row;
  if (row.state === "cancelled") return { id, title, stands: "cancelled" as const, reason };
  if (!isApproved(row)) return null;
  const own = row.approvedBy !== null && row.approvedBy === cx.viewer.personId;
  return { id, title, stands: "approved" as const, by, own, final: approvalIsFinal(cx, courseId) };
}

/** True where something rests on the approval of a workshop: somebody came by its public page, or has a certificate. */
export const approvalIsFinal = (cx: Context, courseId: number): boolean =>
  cx.db
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.courseId, courseId),
        sql`(${registrations.source} = 'self' or exists (select 1 from ${certificates} where ${certificates.registrationId} = ${registrations.id}))`,
      ),
    )
    .get() !== undefined;

/** Where the trainer last held a workshop or taught, and in which programme: what a new one begins with; null at first. */
export function lastWorkshop(cx: Context) {
  if (cx.viewer.personId === null || cx.viewer.trains.length === 0) return null;
  return (
    cx.db
      .select({
        programmeId: courses.programmeId,
        country: courses.country,
        zone: courses.zone,
        place: courses.place,
        languages: courses.languages,
        audience: courses.audience,
      })
      .from(courses)
      .where(
        and(eq(courses.scheduledBy, cx.viewer.personId), inArray(courses.programmeId, [...cx.viewer.trains])),
      )
      .orderBy(desc(courses.id))
      .limit(1)
      .get() ?? null
  );
}

/** The counts of a course known by people; who completed it is counted by its rule, not here. */
const countsRow = prepared((db) =>
  db
    .select({
      nominated: sql<number>`count(*)`,
      enrolled: sql<number>`count(*) filter (where ${registrations.state} in ('accepted', 'attended', 'no_show'))`,
      waiting: sql<number>`count(*) filter (where ${registrations.state} = 'waiting')`,
      undecided: sql<number>`count(*) filter (where ${inArray(registrations.state, [...undecidedStates])})`,
      attended: sql<number>`count(*) filter (where ${inArray(registrations.state, [...seatStates])} and exists (select 1 from ${attendance} where ${attendance.registrationId} = ${outer(registrations.id)} and ${attendance.minutes} > 0))`,
      certified: sql<number>`count(*) filter (where exists (select 1 from ${certificates} where ${certificates.registrationId} = ${outer(registrations.id)} and ${certificates.kind} = 'participation' and ${certificateStands}))`,
    })
    .from(registrations)
    .where(eq(registrations.courseId, sql.placeholder("courseId")))
    .prepare(),
);

const endingRow = prepared((db) => {
  const people = (where: SQL) =>
    sql<number>`(select count(*) from ${registrations} where ${registrations.courseId} = ${sql.placeholder("courseId")} and ${where})`;
  const came = sql`exists (select 1 from ${attendance} where ${attendance.registrationId} = ${outer(registrations.id)} and ${attendance.minutes} > 0)`;
  return db
    .select({
      attended: people(sql`${registrations.state} = 'accepted' and ${came}`),
      noShow: people(sql`${registrations.state} = 'accepted' and not ${came}`),
      missingRolls: sql<number>`(select count(*) from ${sessions} where ${sessions.courseId} = ${sql.placeholder("courseId")} and ${rollLacksSomebody})`,
      waiting: people(sql`${registrations.state} = 'waiting'`),
      undecided: people(inArray(registrations.state, [...undecidedStates])),
    })
    .from(sql`(select 1)`)
    .prepare();
});

/** What ending a course would do now. For the commands and pages that may end it; they ask who may. */
export const endingIn = (cx: Context, courseId: number): Ending => endingRow(cx.db).get({ courseId })!;
