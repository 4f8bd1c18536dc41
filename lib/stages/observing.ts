import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { type CourseRow, courseRow, modulesIn, trainsIn } from "../courses/store";
import { toolsAmong } from "../curriculum/store";
import { personRow } from "../people/store";
import { programmeDays } from "../programmes/store/days";
import { dayAt } from "../time/zone";
import { sessionsIn } from "../timetable/store";
import { taughtInRoles } from "../timetable/store/taughtAs";
import { judge, type WayToJudge, waysToJudge } from "./judge";
import type { Between } from "./rules/observer";
import type { Bond } from "./rules/superior";
import { someCertified } from "./store/certified";
import type { StageEvent } from "./store/events";
import { bondWith } from "./unbound";

/** The keys of the tools of a course. */
export const toolsIn = (cx: Context, courseId: number): ReadonlySet<number> =>
  new Set(toolsAmong(cx, modulesIn(cx, courseId)).map(({ id }) => id));

/** The ways of these people with a tool of a course. */
export function waysIn(cx: Context, courseId: number, personIds: readonly number[]): WayToJudge[] {
  const tools = toolsIn(cx, courseId);
  return waysToJudge(cx, personIds).filter(({ toolId }) => tools.has(toolId));
}

/**
 * A workshop in which somebody is to be observed, and their ways with its tools. Not found for whoever neither trains nor
 * coordinates in the programme of the workshop or of one of these ways.
 */
export function toObserve(cx: Context, { courseId, personId }: { courseId: number; personId: number }) {
  const course = courseRow(cx, courseId) ?? gate.refused(cx.viewer);
  const person = personRow(cx, personId) ?? gate.refused(cx.viewer);
  const ways = waysIn(cx, course.id, [person.id]);
  const there = [course.programmeId, ...ways.map(({ programmeId }) => programmeId)];
  if (!there.some((id) => gate.mayInProgramme(cx, "stage.observe", id))) return gate.refused(cx.viewer);
  return { course, person, ways };
}

/** Whether anybody but a person is certified today with a tool in a programme; each pair of these is read once. */
function certifiedElse(cx: Context) {
  const days = programmeDays(cx);
  const found = new Map<string, readonly number[]>();
  return ({ personId, toolId, programmeId }: WayToJudge): boolean => {
    const key = `${toolId} ${programmeId}`;
    const some = found.get(key) ?? someCertified(cx, { toolId, programmeId }, days);
    found.set(key, some);
    return some.some((id) => id !== personId);
  };
}

/**
 * What there is between the viewer and somebody on the way, who is to be observed in a workshop (null: whatever they do). What the
 * viewer is and taught is read once for all whom it is asked of.
 * @param bondOf what binds the viewer to somebody, where that was read already.
 */
export function betweenViewer(
  cx: Context,
  bondOf: (personId: number) => Bond | null = (personId) => bondWith(cx, personId),
): (way: WayToJudge, course: CourseRow | null) => Between {
  const viewer = cx.viewer.personId;
  const own = viewer === null ? [] : judge(cx, [viewer], programmeDays(cx));
  const taught = viewer === null ? [] : taughtInRoles(cx, [viewer]);
  const led = taught.flatMap(({ courseId, role }) => (role === "lead" ? `tot ${courseId}` : []));
  const isElse = certifiedElse(cx);
  return (way, course) => {
    const programmes = course ? [course.programmeId, way.programmeId] : [way.programmeId];
    const holds = (permission: "stage.observe" | "stage.enter") =>
      programmes.some((id) => gate.mayInProgramme(cx, permission, id));
    const coordinates = holds("stage.enter");
    const nobodyCertified = coordinates && !isElse(way);
    const nothing = { same: false, superior: false, teachesHere: false, trains: false, ledTot: false };
    if (viewer === null) return { ...nothing, coordinates, nobodyCertified, stages: [] };
    const tots = new Set(way.history.flatMap(({ kind, key }) => (kind === "tot_completed" ? key : [])));
    const bond = bondOf(way.personId);
    return {
      ...{ coordinates, nobodyCertified },
      same: bond === "ownStage",
      superior: bond === "subordinate" || bond === "theirSuperior",
      teachesHere: course !== null && trainsIn(cx, course.id, viewer),
      trains: holds("stage.observe"),
      stages: own.flatMap(({ toolId, standing }) => (toolId === way.toolId ? standing.stage : [])),
      ledTot: led.some((key) => tots.has(key)),
    };
  };
}

/** Why nothing can be observed in a workshop now: it was cancelled, or its first session has not begun; null where it can. */
export function whyNothingToSee(
  cx: Context,
  course: CourseRow,
): "observationCancelled" | "observationTooEarly" | null {
  if (course.state === "cancelled") return "observationCancelled";
  const first = sessionsIn(cx, course.id)[0];
  const begun =
    course.state !== "draft" &&
    course.startsOn !== null &&
    course.startsOn <= dayAt(cx.now, course.zone) &&
    (!first || first.startInstant <= cx.now);
  return begun ? null : "observationTooEarly";
}

/** Of what was entered what was not struck out since. */
export function notStruck<Row extends Pick<StageEvent, "id" | "kind" | "ofId">>(
  entered: readonly Row[],
): Row[] {
  const struck = new Set(entered.flatMap(({ kind, ofId }) => (kind === "struck" ? ofId : [])));
  return entered.filter(({ id, kind }) => kind !== "struck" && !struck.has(id));
}
