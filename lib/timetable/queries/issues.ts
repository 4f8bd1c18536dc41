import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { awayThen } from "../../away/queries";
import { allows } from "../../courses/rules";
import { coursesOnce } from "../../courses/store";
import { coursesToCome } from "../../courses/store/reached";
import { courseTools } from "../../courses/store/rows";
import { groupsIn } from "../../groups/queries";
import { groupRowsIn } from "../../groups/store";
import type { Translated } from "../../i18n/rules";
import { daysNotWorked } from "../../places/queries";
import { roomRow } from "../../places/store";
import type { ProgrammeRow } from "../../programmes/store";
import { countsByGroup } from "../../registrations/store/groups";
import { dayAt } from "../../time/zone";
import { wholeSpan } from "../rules/conflicts";
import { atOnePlace, type Issue, openIssues, type Plan, partAccepted } from "../rules/issues";
import { partsAsked } from "../rules/lacking";
import { type Acceptance, acceptancesIn } from "../store/accepted";
import { lastProposal } from "../store/proposals";
import { engagements } from "../store/taken";
import { type Elsewhere, takenElsewhere } from "./conflicts";
import { courseToName } from "./inTheWay";
import { type PeopleElsewhere, peopleElsewhere } from "./people";
import { qualifiedFor } from "./qualified";
import { courseSessions, type Session } from "./sessions";

type Editable = gate.GrantedCourse<"timetable.edit">;

const dayMs = 86_400_000;

/** Who of those who lead its sessions may lead which module, by what is not of the course itself. */
const qualificationOf = (cx: Context, course: Editable, sessions: readonly Session[]): Plan["isQualified"] =>
  qualifiedFor(
    cx,
    [...new Set(sessions.flatMap((s) => s.trainers.flatMap((t) => (t.role === "lead" ? t.id : []))))],
    [...new Set(sessions.flatMap(({ moduleId }) => moduleId ?? []))],
    course.id,
  );

/** On which days trainers are in courses at other places, from the day before the first session to the day after the last. */
function elsewhereOn(cx: Context, course: Editable, sessions: readonly Session[]): Plan["elsewhereOn"] {
  const whole = wholeSpan(sessions.map((s) => ({ startsAt: s.startInstant, endsAt: s.endInstant })));
  if (whole === null || course.mode === "online") return [];
  const trainerIds = [...new Set(sessions.flatMap((s) => s.trainers.map(({ id }) => id)))];
  const around = { startsAt: whole.startsAt - 2 * dayMs, endsAt: whole.endsAt + 2 * dayMs };
  const engaged = engagements(cx, trainerIds, around).filter(({ courseId }) => courseId !== course.id);
  const courseOf = coursesOnce(cx);
  const found = engaged.flatMap(({ trainerId, courseId, startsAt }) => {
    const other = courseOf(courseId);
    if (other.mode === "online" || atOnePlace(course, other)) return [];
    return [{ trainerId, courseId, day: dayAt(startsAt, course.zone) }];
  });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** What is known of a course's plan, as the rule takes it. */
function planOf(
  cx: Context,
  course: Editable,
  sessions: readonly Session[],
  known: { elsewhere: ReadonlyMap<number, Elsewhere[]>; people: ReadonlyMap<number, PeopleElsewhere[]> },
): Plan {
  const counts = countsByGroup(cx, course.id);
  const everybody = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // Who is still to register needs a seat too.
  const all = course.state === "running" ? everybody : Math.max(everybody, course.capacity);
  const groupIds = groupRowsIn(cx, course.id).map(({ id }) => id);
  const roomIds = [...new Set(sessions.flatMap((s) => s.roomId ?? []))];
  return {
    now: cx.now,
    sessions,
    modules: courseTools(cx, course.id).flatMap((tool) => tool.modules),
    asksTest: course.minPostTest !== null,
    parts: partsAsked(lastProposal(cx, course.id), course, all, sessions),
    isQualified: qualificationOf(cx, course, sessions),
    awayAt: awayThen(
      cx,
      [...new Set(sessions.flatMap((s) => [...s.trainers, ...s.asked].map(({ id }) => id)))],
      sessions.map((s) => s.day),
    ),
    seats: new Map(roomIds.map((id) => [id, roomRow(cx, id)?.seats ?? null])),
    expected: (groupId) => (groupId === null ? all : (counts.get(groupId) ?? 0)),
    groupIds,
    ungrouped: counts.get(null) ?? 0,
    emptyGroups: new Set(groupIds.filter((id) => !counts.get(id))),
    notWorked: daysNotWorked(
      cx,
      course.country,
      sessions.map((s) => s.day),
    ),
    elsewhere: known.elsewhere,
    peopleElsewhere: known.people,
    elsewhereOn: elsewhereOn(cx, course, sessions),
  };
}

/** An issue as a page says it; `course` is the other course where the viewer may know it. */
export type NamedIssue = Issue & { course: Translated | null };

/** What is open in a plan, and what of it somebody accepted. */
export type PlanIssues = {
  open: NamedIssue[];
  accepted: { issue: NamedIssue; acceptance: Acceptance }[];
};

/**
 * All that is open in the plan of a course, apart from what somebody accepted with a reason. Nothing where there are no
 * sessions yet, or the course is in a state in which nobody plans it any more.
 */
export function planIssues(
  cx: Context,
  course: Editable,
  sessions: readonly Session[] = courseSessions(cx, gate.courseFor(cx, "course.read", course)),
  known = {
    elsewhere: takenElsewhere(cx, course, sessions),
    people: peopleElsewhere(cx, course).bySession as ReadonlyMap<number, PeopleElsewhere[]>,
  },
): PlanIssues {
  if (sessions.length === 0 || !allows(course.state, "plan")) return { open: [], accepted: [] };
  const issues = openIssues(planOf(cx, course, sessions, known));
  const named = (issue: Issue): NamedIssue => ({
    ...issue,
    course: issue.kind === "travel" ? courseToName(cx, issue.courseId) : null,
  });
  const { open, accepted } = partAccepted(issues, acceptancesIn(cx, course.id));
  return {
    open: open.map(named),
    accepted: accepted.map(({ issue, acceptance }) => ({ issue: named(issue), acceptance })),
  };
}

/** The plan of a course as whoever decides on it looks at it: its sessions, modules and groups, and what is open in it. */
export function planLookedAt(cx: Context, course: Editable) {
  const sessions = courseSessions(cx, gate.courseFor(cx, "course.read", course));
  const { open } = planIssues(cx, course, sessions);
  const [tools, groups] = [courseTools(cx, course.id), groupsIn(cx, course)];
  return { courseId: course.id, tools, groups, sessions, open };
}
export type PlanLookedAt = ReturnType<typeof planLookedAt>;

/** So many courses to come of a programme are looked at. */
const mostLooked = 20;

/**
 * The next courses of a programme that are not over on a civil day and have anything open in their plans, as far as the
 * viewer may change these, soonest first, each with how much. The first twenty courses are looked at.
 */
export function issuesToCome(
  cx: Context,
  programme: gate.Granted<ProgrammeRow, "programmes.read">,
  today: string,
) {
  const courses = coursesToCome(cx, programme.id, today, mostLooked);
  return gate.coursesAmong(cx, "timetable.edit", courses).flatMap((course) => {
    const { id, title, startsOn, endsOn } = course;
    if (startsOn === null || endsOn === null) return [];
    const open = planIssues(cx, course).open.length;
    return open > 0 ? [{ id, title, startsOn, endsOn, open }] : [];
  });
}
export type ProgrammeIssues = ReturnType<typeof issuesToCome>;
