import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { ByKey } from "../../access/table";
import type { Context } from "../../acts/context";
import { modulesIn, trainersIn } from "../../courses/store";
import { type NewerCurriculum, newerCurricula } from "../../curriculum/queries";
import { modulesThen } from "../../curriculum/rules";
import { modulesAmong } from "../../curriculum/store";
import { questionsIn } from "../../forms/store";
import { groupRowsIn } from "../../groups/store";
import { type Translated, textFor } from "../../i18n/rules";
import { personNames } from "../../people/store";
import { calendarOf } from "../../places/queries";
import { trainersAmong } from "../../programmes/store";
import { refuse } from "../../result";
import { timetableOf } from "../../timetable/store/kept";
import { lastProposal } from "../../timetable/store/proposals";
import { datesFrom, type KeptPlan, type PlannedSession } from "../rules";
import { type TemplateRow, templateRow } from "../store";

/** The plan of a course as others may be made from it: nothing of who came to it. */
export function planOf(cx: Context, course: GrantedCourse<"course.create">): KeptPlan {
  const groups = groupRowsIn(cx, course.id);
  const group = (groupId: number | null) => {
    const nth = groups.findIndex(({ id }) => id === groupId);
    return nth < 0 ? null : nth;
  };
  const { kind, title, titleGenerated, description, country, place, mode, venueId, zone } = course;
  const { startsOn, endsOn, applyBy, languages, capacity, admission, minAttendance, minPostTest } = course;
  const { minimumPeople, decideBy } = course;
  const { microTeaching, excusedLeftOut, joinersFromStart, costs, signatories } = course;
  return {
    ...{ kind, title, titleGenerated, description, country, place, mode, venueId, zone },
    ...{ startsOn, endsOn, applyBy, languages, capacity, admission, minAttendance, minPostTest },
    ...{ minimumPeople, decideBy },
    ...{ microTeaching, excusedLeftOut, joinersFromStart, costs, signatories },
    moduleIds: modulesIn(cx, course.id),
    trainerIds: trainersIn(cx, course.id),
    questions: questionsIn(cx, course.id).map(({ kind: asked, label, required, options }) => ({
      ...{ kind: asked, label, required, options },
    })),
    asked: lastProposal(cx, course.id),
    groups: groups.map(({ name, language, venueId }) => ({ name, language, venueId })),
    sessions: timetableOf(cx, course.id).map((s) => ({
      ...{ kind: s.kind, moduleId: s.moduleId, activityId: s.activityId, title: s.title, day: s.day },
      ...{ startsAt: s.startsAt, endsAt: s.endsAt, roomId: s.roomId, placedByHand: s.placedByHand },
      group: group(s.groupId),
      // The link of a meeting is that course's own.
      ...{ online: s.online, interpretedInto: s.interpretedInto },
      trainerIds: s.trainerIds,
      coTrainerIds: s.coTrainerIds ?? [],
      apprenticeIds: s.apprenticeIds ?? [],
    })),
  };
}

/** A template of a programme in which the viewer may this; what was removed is not found but to be put back. */
export function templateFor(cx: Context, permission: ByKey, templateId: number): TemplateRow {
  const row = templateRow(cx, templateId) ?? refuse("notFound");
  gate.programme(cx, permission, row.programmeId);
  return row;
}

/**
 * The course to be copied, for whoever plans in the programme that leads it: whoever reads it as one that is shared with them
 * copies neither its costs nor who signs. One that is known by its numbers alone has no plan.
 */
export function courseToCopy(cx: Context, courseId: number): GrantedCourse<"course.create"> {
  const course = gate.course(cx, "course.create", courseId);
  return course.countedBy === "people" ? course : refuse("courseByNumbers");
}

/** A module that is no longer taught, by its title. */
export type Gone = { id: number; title: Translated };

/** The modules that a new course from this plan does not teach any more: gone from the newest curriculum, or retired. */
function goneFrom(cx: Context, plan: KeptPlan, newer: readonly NewerCurriculum[]): Gone[] {
  const stays = newer.flatMap((change) => change.stays);
  const replaced = new Set(stays.map(({ from }) => from.id));
  return [
    ...stays.flatMap(({ from, to }) => (to ? [] : { id: from.id, title: from.title })),
    ...modulesAmong(
      cx,
      plan.moduleIds.filter((id) => !replaced.has(id)),
    ).flatMap((m) => (!m.retired ? [] : { id: m.moduleId, title: m.moduleTitle })),
  ];
}

/**
 * A plan with the modules of today: a new course is planned by the newest curriculum. Sessions of a module that is no longer
 * taught stay under its title, as they do in a course that is moved to the newest curriculum.
 */
function upToDate(cx: Context, plan: KeptPlan): PlanToday {
  const newer = newerCurricula(cx, plan.moduleIds);
  const goes = modulesThen(newer);
  const gone = goneFrom(cx, plan, newer);
  const added = newer.flatMap((change) => change.added.map(({ id }) => id));
  const titleOf = (id: number) => gone.find((one) => one.id === id)?.title;
  const today = (s: PlannedSession): PlannedSession => {
    const title = s.moduleId === null ? undefined : titleOf(s.moduleId);
    if (!title) return s.moduleId === null ? s : { ...s, moduleId: goes.get(s.moduleId) ?? s.moduleId };
    const kind = s.kind === "module" ? ("other" as const) : s.kind;
    return { ...s, kind, moduleId: null, activityId: null, title: s.title ?? textFor(title, plan.title.own) };
  };
  return {
    ...plan,
    moduleIds: [...plan.moduleIds.flatMap((id) => (titleOf(id) ? [] : (goes.get(id) ?? id))), ...added],
    sessions: plan.sessions.map(today),
    gone: gone.map(({ title }) => title),
  };
}

/** A plan as a new course is made from it today, with the titles of the modules that it no longer teaches. */
export type PlanToday = KeptPlan & { gone: Translated[] };

/** The plan that a new course is made from: of another course, or of a template; null where it is made from nothing. */
export function planFrom(
  cx: Context,
  { copyOf, templateId }: { copyOf?: number | null; templateId?: number | null },
): PlanToday | null {
  if (copyOf) return upToDate(cx, planOf(cx, courseToCopy(cx, copyOf)));
  if (!templateId) return null;
  const row = templateFor(cx, "programmes.read", templateId);
  return row.removedAt === null ? upToDate(cx, row.plan) : refuse("notFound");
}

/** The days of a course in this country that is made from a plan and begins on a day. */
export const daysOfCopy = (cx: Context, plan: KeptPlan, startsOn: string, country: string) =>
  datesFrom(plan, startsOn, calendarOf(cx, plan.country), calendarOf(cx, country));

/**
 * Who of a plan's trainers trains in a programme, and who does not, by name: whoever may copy the plan saw them in it.
 */
export function teamOf(cx: Context, plan: KeptPlan, programmeId: number) {
  const here = trainersAmong(cx, programmeId, plan.trainerIds);
  return {
    trainerIds: plan.trainerIds.filter((id) => here.includes(id)),
    leftOut: plan.trainerIds.flatMap((id) => (here.includes(id) ? [] : (personNames(cx, id) ?? []))),
  };
}
