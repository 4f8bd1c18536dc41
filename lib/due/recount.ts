import * as gate from "../access/gate";
import { system } from "../access/table";
import type { Context } from "../acts/context";
import type { Event, EventOf } from "../acts/events";
import { courseTouchedBy } from "../acts/rules";
import { sessionsMissing } from "../attendance/store";
import { completionOf } from "../certificates/queries";
import { someStandIn } from "../certificates/store";
import { isTentative } from "../courses/rules";
import { type CourseRow, courseRow, trainersIn } from "../courses/store";
import { printableName } from "../documents/coverage";
import { untoldIn } from "../messages/store/gathered";
import { toDecideStates } from "../registrations/rules";
import { countByState, strangeNamesIn } from "../registrations/store";
import { coursesWithPlace } from "../registrations/store/ofPerson";
import { askingForMore, unansweredAmong } from "../requests/store";
import { asksForPlans, endsOfAsked } from "../stages/rules/plan";
import { trainingsAsking } from "../stages/store/chases";
import { countWithoutPlan } from "../stages/workshopsPlanned";
import { daysSomewhere } from "../time/zone";
import { asksForRolls, type CourseNow, dueIn, rollsDue } from "./rules";
import { replaceDue, replaceRoll } from "./store";

const noCertificates = { ready: 0, everyone: 0, inDoubt: 0 };

/** True where a course may have certificates to issue or to decide on, which costs a look at everybody's attendance. */
const asksForCertificates = (cx: Context, course: CourseRow): boolean =>
  course.countedBy === "people" && (course.state === "closed" || someStandIn(cx, course.id));

/** What a course says of its certificates. */
function certificatesOf(cx: Context, course: CourseRow): typeof noCertificates {
  if (!asksForCertificates(cx, course)) return noCertificates;
  const asSystem = { ...cx, viewer: system };
  const granted = gate.course(asSystem, "certificates.read", course.id);
  const { ready, everyone, ruleLost, hoursDiffer } = completionOf(asSystem, granted);
  return { ready: ready.length, everyone: everyone.length, inDoubt: ruleLost.length + hoursDiffer.length };
}

/** What a course says of itself now. */
function nowOf(cx: Context, course: CourseRow): CourseNow {
  const inState = countByState(cx, course.id);
  const { state, countedBy } = course;
  const scheduled = course.scheduledBy !== null;
  return {
    state,
    zone: course.zone,
    unanswered: unansweredAmong(cx, [course.id]).map(({ answerBy }) => answerBy),
    toAskOthers: askingForMore(cx, course.id),
    startsOn: course.startsOn,
    endsOn: course.endsOn,
    countedBy,
    decideBy: isTentative(course) ? course.decideBy : null,
    scheduled,
    awaitsApproval: course.scheduledBy !== null && course.approvedAt === null,
    toDecide: toDecideStates.reduce((sum, state) => sum + (inState.get(state) ?? 0), 0),
    toConfirm: inState.get("to_confirm") ?? 0,
    toTell: {
      now: untoldIn(cx, course.id, false).people,
      whenPast: untoldIn(cx, course.id, true).people,
    },
    toMend: strangeNamesIn(cx, course.id).filter((person) => printableName(person) === null).length,
    withoutPlan: asksForPlans(course) ? countWithoutPlan(cx, course) : 0,
    rolls: asksForRolls({ state, countedBy, scheduled }) ? sessionsMissing(cx, course.id, null) : [],
    ...certificatesOf(cx, course),
  };
}

/** Makes anew what is due in a course. Whatever is due elsewhere stays as it is. */
export function recount(cx: Context, courseId: number): void {
  const course = courseRow(cx, courseId);
  if (course) replaceDue(cx, course, dueIn(nowOf(cx, course)));
}

/** Makes anew which roll of a course lacks how many: all that a tap of the roll changes before there are certificates. */
function recountRoll(cx: Context, course: CourseRow, sessionId: number): void {
  const rolls = sessionsMissing(cx, course.id, sessionId);
  const scheduled = course.scheduledBy !== null;
  replaceRoll(cx, course, sessionId, rollsDue({ ...course, scheduled, rolls }));
}

/** Makes anew what is due in the courses of a person whose name is another: it may be one that can be printed. */
function recountNamed(cx: Context, { personId, fields }: EventOf<"person.edited">): void {
  if (!fields.some((field) => field === "name" || field === "latinName")) return;
  for (const courseId of coursesWithPlace(cx, personId)) recount(cx, courseId);
}

/** What changes whether a workshop is one of the two that its trainers are asked for, or which. */
const touchesFirsts: ReadonlySet<Event["kind"]> = new Set<Event["kind"]>([
  ...(["workshop.scheduled", "workshop.edited", "workshop.turned-down", "course.state-changed"] as const),
]);

/** Makes anew what is due in the trainings of trainers whose people hold this workshop: it may be one of the two asked for. */
function recountFirsts(cx: Context, course: CourseRow): void {
  const [earliest, latest] = daysSomewhere(cx.now);
  const ends = [endsOfAsked(earliest)[0], endsOfAsked(latest)[1]] as const;
  for (const id of trainingsAsking(cx, trainersIn(cx, course.id), ends)) recount(cx, id);
}

/** Makes anew what is due in the courses that an event touches. */
export function recountAfter(cx: Context, event: Event): void {
  if (event.kind === "person.edited") recountNamed(cx, event);
  const courseId = courseTouchedBy(event);
  const course = courseId === null ? undefined : courseRow(cx, courseId);
  if (!course) return;
  if (event.kind === "roll.taken" && !asksForCertificates(cx, course))
    recountRoll(cx, course, event.sessionId);
  else recount(cx, course.id);
  if (course.kind === "user" && touchesFirsts.has(event.kind)) recountFirsts(cx, course);
}
