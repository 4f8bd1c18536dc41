import { and, asc, eq, gte, inArray, or, sql } from "drizzle-orm";
import { outer, prepared } from "@/db/client";
import { courses, modules, programmeMembers, programmes, registrations, venues } from "@/db/schema";
import * as gate from "../access/gate";
import { inProgrammes, programmesOf } from "../access/queries";
import { mayAnywhere } from "../access/rules";
import type { Context } from "../acts/context";
import { missingRolls, sessionsBetween } from "../attendance/queries";
import { completionOf, coursesInDoubt, unprintableNames } from "../certificates/queries";
import { counts, ownWorkshops, workshopsToApprove } from "../courses/queries";
import { coursesToTell, personsToTell } from "../messages/queries";
import { type RegistrationState, undecidedStates } from "../registrations/rules";
import { addDays, daysBetween } from "../time/civil";
import { certifyDays, type Due, dueOn, type FirstStep, firstStepsLeft, urgency } from "./rules";

const dayMs = 86_400_000;
/** Courses closed last that are asked who completed them, which costs more than all else here. */
const mostClosed = 20;
/** Days after its end for which a workshop stands on the page of whose own it is. */
const workshopDays = 30;

type OfCourse<Item> = Item & { course: { id: number; title: (typeof courses.$inferSelect)["title"] } };

/** What waits for a decision of this viewer, most urgent first. */
export type Await =
  | OfCourse<Exclude<Due, { kind: "certify" }>>
  | OfCourse<{ kind: "certify"; ready: number; total: number }>
  | OfCourse<{ kind: "tell"; count: number }>
  | OfCourse<{ kind: "rule_lost"; count: number }>
  | OfCourse<{ kind: "mend_names"; count: number }>
  | { kind: "roll"; session: ReturnType<typeof missingRolls>[number] };

/** How many registrations of a course of an outer query are in one of these states. */
const inState = (states: RegistrationState[]) =>
  sql<number>`(select count(*) from ${registrations} where ${registrations.courseId} = ${outer(courses.id)} and ${inArray(registrations.state, states)})`;
/** What a new installation needs before its first course takes place, in that order, for its administrator. */
export function firstSteps(cx: Context): FirstStep[] {
  if (!cx.viewer.administrator) return [];
  const there = cx.db.get<Record<string, number>>(sql`select
    exists (select 1 from ${programmes}) as programme,
    exists (select 1 from ${modules}) as tool,
    exists (select 1 from ${programmeMembers} where ${programmeMembers.role} = 'coordinator') as coordinator,
    exists (select 1 from ${venues}) as venue,
    exists (select 1 from ${courses}) as course,
    exists (select 1 from ${courses} where ${courses.state} <> 'draft') as opened`);
  return firstStepsLeft(there);
}

/** Courses in which something may be due. */
const courseRows = prepared((db) =>
  db
    .select({
      id: courses.id,
      title: courses.title,
      state: courses.state,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
      countedBy: courses.countedBy,
      undecided: inState(undecidedStates.filter((state) => state !== "to_confirm")),
      toConfirm: inState(["to_confirm"]),
      scheduled: sql<boolean>`${courses.scheduledBy} is not null`,
    })
    .from(courses)
    .where(
      and(
        inProgrammes(),
        counts,
        or(
          inArray(courses.state, ["draft", "open", "running"]),
          and(eq(courses.state, "closed"), gte(courses.endsOn, sql.placeholder("closedSince"))),
        ),
      ),
    )
    .orderBy(asc(courses.startsOn), asc(courses.id))
    .prepare(),
);

/** Courses in which somebody's name cannot be printed on a certificate. */
function namesToMend(cx: Context, since: string): Await[] {
  const reach = gate.reach(cx, "certificates.read");
  const byCourse = new Map<number, { title: (typeof courses.$inferSelect)["title"]; count: number }>();
  for (const { courseId, title } of unprintableNames(cx, reach, since))
    byCourse.set(courseId, { title, count: (byCourse.get(courseId)?.count ?? 0) + 1 });
  return [...byCourse].map(([id, { title, count }]) => ({
    kind: "mend_names",
    count,
    course: { id, title },
  }));
}

/**
 * The first page: what awaits a decision, and the sessions of the coming week, as of the minute.
 * @param today the civil day (UTC) for courses; sessions go by their instants.
 */
export function todayFor(cx: Context, today: string) {
  const { viewer, now } = cx;
  const rolls = mayAnywhere(viewer, "roll.read") ? gate.reach(cx, "roll.read") : null;
  const missing = rolls ? missingRolls(cx, rolls) : [];
  const awaits: Await[] = missing.map((session) => ({ kind: "roll", session }));
  const coordinates = viewer.administrator || viewer.coordinates.length > 0;
  if (coordinates) {
    for (const { id, title, people } of coursesToTell(cx))
      awaits.push({ kind: "tell", count: people, course: { id, title } });
    const rows = courseRows(cx.db).all({ closedSince: addDays(today, -certifyDays), ...programmesOf(cx) });
    const due = rows.flatMap(({ id, title, ...course }) =>
      dueOn(today, course).map((item) => ({ ...item, course: { id, title } })),
    );
    for (const item of due) if (item.kind !== "certify") awaits.push(item);
    const closed = due.filter((item) => item.kind === "certify").slice(-mostClosed);
    const keys = closed.reverse().map(({ course }) => course.id);
    for (const course of gate.coursesAmong(cx, "certificates.read", keys)) {
      const { ready, everyone } = completionOf(cx, course);
      const { id, title } = course;
      if (ready.length > 0)
        awaits.push({ kind: "certify", ready: ready.length, total: everyone.length, course: { id, title } });
    }
    for (const { course, count } of coursesInDoubt(cx, gate.reach(cx, "certificates.read")))
      awaits.push({ kind: "rule_lost", count, course });
    awaits.push(...namesToMend(cx, addDays(today, -certifyDays)));
  }
  const workshops = ownWorkshops(cx, addDays(today, -workshopDays));
  for (const { id, title, ...workshop } of workshops) {
    const known = awaits.some((item) => item.kind === "close" && item.course.id === id);
    if (!known && workshop.state === "running" && workshop.endsOn !== null && workshop.endsOn < today)
      awaits.push({ kind: "close", days: daysBetween(workshop.endsOn, today), course: { id, title } });
  }
  const week = rolls ? sessionsBetween(cx, rolls, now - dayMs / 2, now + 7 * dayMs) : [];
  return {
    awaits: awaits.sort((a, b) => urgency(a) - urgency(b)),
    /** Whom an administrator is to tell something about themselves. */
    people: personsToTell(cx),
    week,
    /** Workshops of trainers to approve, the viewer's own ones apart. */
    approvals: coordinates ? workshopsToApprove(cx) : [],
    /** Workshops that the viewer scheduled. */
    workshops,
  };
}
