import type { CourseState } from "../../db/values/courses";
import type { DueKind } from "../../db/values/due";
import { planAskedBetween } from "../stages/rules/plan";
import { addDays } from "../time/civil";
import { instantOf } from "../time/zone";

export { type DueKind, dueKinds } from "../../db/values/due";

/** What whoever scheduled a workshop does themselves; whatever else is due in it is a coordinator's. */
export const schedulerDoes: readonly DueKind[] = ["roll", "close", "unanswered", "ask_others", "draft"];

/** What whoever trains a course does in it. */
export const trainersDo = ["roll", "plans"] as const satisfies readonly DueKind[];

/** What a course says of itself when one asks what is due in it. */
export type CourseNow = {
  state: CourseState;
  /** The time zone of the course, in which its days begin and end. */
  zone: string;
  startsOn: string | null;
  endsOn: string | null;
  countedBy: "people" | "numbers";
  /** The day on which somebody decides whether it takes place; null where that is certain. */
  decideBy?: string | null;
  /** True for a trainer's workshop, which the first mark on its roll starts. */
  scheduled: boolean;
  /** True for a trainer's workshop that a coordinator has not approved yet. */
  awaitsApproval: boolean;
  /** The last civil day to answer of each trainer who was asked and has not. */
  unanswered: readonly string[];
  /** Trainers who were asked and cannot, or named somebody or something else. */
  toAskOthers: number;
  /** Registrations that nobody decided. */
  toDecide: number;
  /** Registrations that came at once from one address, which nobody confirmed. */
  toConfirm: number;
  /** People whom a coordinator is to tell something: now, and once the course is past. */
  toTell: { now: number; whenPast: number };
  /** Certificates that may be issued, of how many people in all. */
  ready: number;
  everyone: number;
  /** Certificates that rest on what is no longer there, to be decided on. */
  inDoubt: number;
  /** People of a training of trainers that is under way or over who have no action plan. */
  withoutPlan: number;
  /** People whose name cannot be printed. */
  toMend: number;
  /** Sessions on whose roll somebody is missing, with the instants (ms) at which they end. */
  rolls: readonly { sessionId: number; endInstant: number; missing: number }[];
};

/** Something that is due in a course from one instant (ms) until another, or until it is done. */
export type DueItem = {
  kind: DueKind;
  sessionId: number | null;
  dueFrom: number;
  dueUntil: number | null;
  count: number;
  total: number | null;
};

/** Since when something is due that is due at once. */
export const always = 0;

/** The instant (ms) at which a civil day begins where a course takes place. */
export const startOf = (day: string, { zone }: Pick<CourseNow, "zone">): number =>
  instantOf(day, "00:00", zone);

/** What is due in a course, now and as time passes: rows of the table `due`. */
export function dueIn(course: CourseNow): DueItem[] {
  const { state, startsOn, endsOn } = course;
  const one = (kind: DueKind, more: Partial<DueItem> = {}): DueItem => ({
    kind,
    sessionId: null,
    dueFrom: always,
    dueUntil: null,
    count: 1,
    total: null,
    ...more,
  });
  const some = (kind: DueKind, count: number, more: Partial<DueItem> = {}) =>
    count > 0 ? [one(kind, { count, ...more })] : [];
  const under = state === "open" || state === "running";
  const due = [
    ...toTellDue(course),
    ...some("rule_lost", course.inDoubt),
    ...(course.awaitsApproval && state !== "cancelled" ? [one("approve")] : []),
    ...(state === "draft" ? [one("draft")] : []),
    ...(under || state === "draft" ? ofRequests(course) : []),
  ];
  if (!startsOn || !endsOn || state === "draft" || state === "cancelled") return due;
  const over = startOf(addDays(endsOn, 1), course);
  due.push(...some("mend_names", course.toMend));
  due.push(...plansDue(course, endsOn));
  if (under) {
    due.push(...some("decide", course.toDecide, { dueUntil: over }));
    due.push(...some("confirm", course.toConfirm));
  }
  if (state === "open" && course.decideBy) due.push(one("go", { dueFrom: startOf(course.decideBy, course) }));
  if (state === "open" && !course.scheduled) due.push(one("start", { dueFrom: startOf(startsOn, course) }));
  if (state === "running") due.push(one("close", { dueFrom: over }));
  if (state === "closed" && course.countedBy === "people")
    due.push(...some("certify", course.ready, { total: course.everyone }));
  return [...due, ...rollsDue(course)];
}

/** The people to tell. Of what a cancelled course was to be nobody need hear once its days are over. */
function toTellDue({ state, endsOn, zone, toTell }: CourseNow): DueItem[] {
  const item = { kind: "tell", sessionId: null, total: null } as const;
  const over = state === "cancelled" && endsOn ? startOf(addDays(endsOn, 1), { zone }) : null;
  const rows: DueItem[] =
    state === "closed"
      ? [{ ...item, dueFrom: always, dueUntil: null, count: toTell.whenPast }]
      : [
          { ...item, dueFrom: always, dueUntil: over, count: toTell.now },
          ...(over === null ? [] : [{ ...item, dueFrom: over, dueUntil: null, count: toTell.whenPast }]),
        ];
  return rows.filter(({ count }) => count > 0);
}

/** The action plans that are missing in a training of trainers, around its end. */
function plansDue({ withoutPlan, zone }: CourseNow, endsOn: string): DueItem[] {
  const [first, last] = planAskedBetween(endsOn);
  const span = { dueFrom: startOf(first, { zone }), dueUntil: startOf(addDays(last, 1), { zone }) };
  return withoutPlan > 0
    ? [{ kind: "plans", sessionId: null, ...span, count: withoutPlan, total: null }]
    : [];
}

/** What trainers who were asked for a course wait for, or are waited for. */
function ofRequests({
  unanswered,
  toAskOthers,
  zone,
}: Pick<CourseNow, "unanswered" | "toAskOthers" | "zone">): DueItem[] {
  const item = { sessionId: null, dueUntil: null, total: null };
  const due: DueItem[] = [];
  // From the day after on which the first did not answer; then as many as are late by then.
  const days = [...new Set(unanswered)].sort();
  const after = (day: string | undefined) => (day ? startOf(addDays(day, 1), { zone }) : null);
  for (const [nth, day] of days.entries())
    due.push({
      ...item,
      kind: "unanswered",
      dueFrom: after(day)!,
      dueUntil: after(days[nth + 1]),
      count: unanswered.filter((answerBy) => answerBy <= day).length,
    });
  if (toAskOthers > 0) due.push({ ...item, kind: "ask_others", dueFrom: always, count: toAskOthers });
  return due;
}

/** True where a course asks for its rolls. The first mark starts a trainer's workshop, so that one which is open does too. */
export const asksForRolls = ({
  state,
  countedBy,
  scheduled,
}: Pick<CourseNow, "state" | "countedBy" | "scheduled">) =>
  countedBy === "people" && (state === "running" || (state === "open" && scheduled));

/** Rolls on which somebody is missing, each from the end of its session. */
export function rollsDue(course: Pick<CourseNow, "state" | "countedBy" | "scheduled" | "rolls">): DueItem[] {
  if (!asksForRolls(course)) return [];
  return course.rolls.flatMap(({ sessionId, endInstant, missing }) =>
    missing > 0
      ? [{ kind: "roll", sessionId, dueFrom: endInstant, dueUntil: null, count: missing, total: null }]
      : [],
  );
}
