import type { Granted, Reach } from "../access/gate";
import * as gate from "../access/gate";
import type { Context } from "../acts/context";
import { countSessionsBetween, sessionsBetween } from "../attendance/queries";
import { rollsLackingSomebody } from "../attendance/store";
import { ownWorkshops, workshopsToApprove } from "../courses/queries";
import { keysBetween, linesOf } from "../courses/store/lists";
import { countDue, dueInReach, missingRollsIn } from "../due/store";
import { missingAmong } from "../due/store/rolls";
import { askedToTell, personsToTell } from "../messages/queries";
import { answersToSee, unansweredAmong } from "../requests/store";
import { withSharers } from "../sharing/store";
import { haltedTrainersOf } from "../stages/halted";
import { addDays, daysBetween } from "../time/civil";
import { dayAt } from "../time/zone";
import { planLookedAt } from "../timetable/queries";
import { lastSession } from "../timetable/store";
import { sessionsNamed } from "../timetable/store/described";
import {
  type Await,
  byDayAndCourse,
  type FirstStep,
  firstStepKindsIn,
  firstStepsLeft,
  fromTodayOn,
  mostCounted,
  rollsBesides,
  shownOf,
  urgency,
  weeksFrom,
} from "./rules";
import { firstThings, firstThingsIn } from "./store";

const dayMs = 86_400_000;
/** Days after its end for which a workshop stands on the page of whose own it is. */
const workshopDays = 30;
/** At most so many of each are shown, those that wait longest first; what is done makes room for the next ones. */
const mostRolls = 20;
const mostDue = 25;
/** Courses whose certificates are ready are many after a season. */
const mostReady = 20;
/** So many sessions of the week are shown. */
const mostInWeek = 50;
/** Into so many plans of workshops to approve is looked. */
const mostLooked = 10;
/** So many courses are drawn as lines. */
const mostDrawn = 10;

const kinds = [
  "tell",
  "confirm",
  "go",
  "start",
  "close",
  "rule_lost",
  "unanswered",
  "ask_others",
  "decide",
  "plans",
  "mend_names",
  "draft",
] as const;

/** True where all that a course under way still needs is its end: its last session is over, and nobody lacks on a roll. */
const allIsTaken = (cx: Context, courseId: number): boolean => {
  const last = lastSession(cx, courseId);
  return last !== undefined && last.endInstant <= cx.now && rollsLackingSomebody(cx, courseId) === 0;
};

/**
 * What a new installation needs before its first course takes place, in that order, for administrators; and what programmes in which
 * no course was opened yet need, for those who coordinate them.
 */
export function firstSteps(cx: Context, { programmes }: Granted<Reach, "today.read">): FirstStep[] {
  if (programmes === "all") return firstStepsLeft(firstThings(cx));
  const own = programmes.filter((id) => gate.mayInProgramme(cx, "course.create", id));
  return own.length > 0 ? firstStepsLeft(firstThingsIn(cx, own), firstStepKindsIn) : [];
}

/** All sessions of today and those of the coming week, the first ones of many, and how many more there are. */
function weekOf(cx: Context) {
  // What is over since yesterday is in the span wherever it was, and is passed over.
  const span = [gate.reach(cx, "roll.read"), cx.now - dayMs, cx.now + 7 * dayMs] as const;
  const most = 2 * mostInWeek;
  const found = sessionsBetween(cx, ...span, most);
  const there = fromTodayOn(found, cx.now);
  const week = there.slice(0, mostInWeek);
  const beyond = found.length < most ? 0 : countSessionsBetween(cx, ...span) - found.length;
  return { week, weekMore: there.length - week.length + beyond };
}

/** The courses of the coming seven weeks, and those in which something awaits the viewer, as lines by their keys. */
function linesFor(cx: Context, reach: Granted<Reach, "today.read">, today: string, awaits: readonly Await[]) {
  const { first, until } = weeksFrom(today);
  const drawn = keysBetween(cx, reach, first, until, mostDrawn + 1);
  const asked = awaits.map((item) => (item.kind === "roll" ? item.sessions[0].courseId : item.course.id));
  const keys = [...new Set([...drawn.map(({ id }) => id), ...asked])];
  const lines = new Map(
    withSharers(
      cx,
      linesOf(
        cx,
        keys.map((id) => ({ id })),
      ),
    ).map((line) => [line.id, line]),
  );
  return {
    lines,
    drawn: drawn.slice(0, mostDrawn).flatMap(({ id }) => lines.get(id) ?? []),
    drawnMore: drawn.length > mostDrawn,
  };
}
export type CourseLine = ReturnType<typeof linesFor>["drawn"][number];

/**
 * Workshops of trainers to approve, each with who trains in it though they are suspended, the soonest ones with the plan, so that it
 * is said what is odd about them.
 */
function approvalsFor(cx: Context) {
  const workshops = workshopsToApprove(cx, gate.reach(cx, "workshop.approve"));
  const looked = workshops.slice(0, mostLooked).map(({ id }) => id);
  const plans = new Map(
    gate.coursesAmong(cx, "timetable.edit", looked).map((course) => [course.id, planLookedAt(cx, course)]),
  );
  const halted = haltedTrainersOf(cx, workshops);
  return workshops.map((workshop) => ({
    ...workshop,
    plan: plans.get(workshop.id) ?? null,
    halted: halted.get(workshop.id) ?? [],
  }));
}

/** Rolls on which somebody is missing, those of a course and a day as one; `folded`: how many rows that saves. */
function rollsFor(cx: Context, reach: Granted<Reach, "today.read">) {
  const missing = missingRollsIn(cx, reach, mostRolls);
  const about = new Map(
    sessionsNamed(
      cx,
      missing.map(({ id }) => id),
    ).map((session) => [session.id, session]),
  );
  const named = missing.flatMap((roll) => {
    const session = about.get(roll.id);
    if (!session) return [];
    const { kind, title, moduleCode, moduleTitle, toolTitle } = session;
    return [{ ...roll, kind, title, moduleCode, moduleTitle, toolTitle }];
  });
  const rolls = byDayAndCourse(named).map((sessions) => ({ kind: "roll" as const, sessions }));
  return { rolls, folded: named.length - rolls.length };
}

/** Who has not answered in time what they were asked for workshops of the viewer, which are not among what awaits them already. */
function unansweredIn(
  cx: Context,
  workshops: ReturnType<typeof ownWorkshops>,
  known: readonly Await[],
): Await[] {
  const open = workshops.filter(
    ({ id, state }) =>
      (state === "open" || state === "running") &&
      !known.some((item) => item.kind === "unanswered" && item.course.id === id),
  );
  const waiting = unansweredAmong(
    cx,
    open.map(({ id }) => id),
  );
  return open.flatMap(({ id, title, startsOn, endsOn, zone }) => {
    const row = { kind: "unanswered" as const, count: 0, total: null, courseId: id, title, startsOn, endsOn };
    const theirs = waiting.filter(({ courseId }) => courseId === id);
    const shown = shownOf(dayAt(cx.now, zone), row, theirs);
    return shown.kind === "unanswered" && shown.count > 0 ? [shown] : [];
  });
}

/** Of which of their own workshops somebody is to tell those whom they asked. */
const toTellOf = (cx: Context, workshops: ReturnType<typeof ownWorkshops>): Await[] =>
  [...askedToTell(cx, workshops)].flatMap(([courseId, people]): Await[] => {
    const workshop = workshops.find(({ id }) => id === courseId);
    return workshop ? [{ kind: "tell_asked", people, course: { id: courseId, title: workshop.title } }] : [];
  });

/**
 * The first page: what awaits a decision, most urgent first, and the sessions of the coming week.
 * @param today the civil day of whoever reads, for the weeks that are drawn; what is due goes by the zone of its course.
 */
export function todayFor(cx: Context, reach: Granted<Reach, "today.read">, today: string) {
  const coordinates = reach.programmes === "all" || reach.programmes.length > 0;
  const { rolls, folded } = rollsFor(cx, reach);
  const ahead = coordinates || reach.trainerId !== null ? weekOf(cx) : { week: [], weekMore: 0 };
  // Whoever only teaches finds today on top, with its rolls: they await nobody a second time below.
  const now = (coordinates ? [] : ahead.week).filter(({ day, zone }) => day === dayAt(cx.now, zone));
  const missing = missingAmong(
    cx,
    now.map(({ id }) => id),
  );
  const ofToday = now.map((session) => ({ ...session, rollMissing: missing.has(session.id) }));
  const below = rollsBesides(rolls, ofToday);
  const awaits: Await[] = [...below];
  const rows = coordinates
    ? [...dueInReach(cx, reach, kinds, mostDue), ...dueInReach(cx, reach, ["certify"], mostReady)]
    : dueInReach(cx, reach, ["plans"], mostDue);
  const unanswered = unansweredAmong(
    cx,
    rows.flatMap(({ kind, courseId }) => (kind === "unanswered" ? courseId : [])),
  );
  const answers = answersToSee(
    cx,
    rows.flatMap(({ kind, courseId }) => (kind === "ask_others" ? courseId : [])),
  );
  for (const row of rows) {
    const waiting = unanswered.filter(({ courseId }) => courseId === row.courseId);
    const answered = answers.filter(({ courseId }) => courseId === row.courseId);
    const shown = shownOf(dayAt(cx.now, row.zone), row, waiting, answered);
    if (shown.kind !== "unanswered" || shown.count > 0) awaits.push(shown);
  }
  const workshops = ownWorkshops(cx, reach, addDays(today, -workshopDays));
  for (const { id, title, endsOn, state, zone } of workshops) {
    const known = awaits.some((item) => item.kind === "close" && item.course.id === id);
    const day = dayAt(cx.now, zone);
    if (known || state !== "running" || endsOn === null || (endsOn >= day && !allIsTaken(cx, id))) continue;
    const days = Math.max(0, daysBetween(endsOn, day));
    awaits.push({ kind: "close", days, own: true, course: { id, title } });
  }
  awaits.push(...toTellOf(cx, workshops), ...unansweredIn(cx, workshops, awaits));
  const all = countDue(cx, reach, ["roll", "certify", ...kinds], mostCounted + 1);
  return {
    awaits: awaits.sort((a, b) => urgency(a) - urgency(b)),
    ...linesFor(cx, reach, today, awaits),
    /** How many things await the viewer, beside those that `people` are to be told; counted up to 1,001. */
    inAll: Math.max(all - folded - (rolls.length - below.length), awaits.length),
    /** Whom an administrator is to tell something about themselves. */
    people: personsToTell(cx, reach),
    ...ahead,
    /** The sessions of today of whoever only teaches, each with whether its roll is still to be taken. */
    ofToday,
    /** Workshops of trainers to approve, the viewer's own ones apart. */
    approvals: coordinates ? approvalsFor(cx) : [],
    /** Workshops that the viewer scheduled. */
    workshops,
  };
}
