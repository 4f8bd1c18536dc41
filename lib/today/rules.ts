import type { CourseState } from "../courses/rules";
import { addDays, daysBetween } from "../time/civil";

/** What a course says of itself when one asks whether something is due. */
export type CourseNow = {
  state: CourseState;
  startsOn: string | null;
  endsOn: string | null;
  countedBy: "people" | "numbers";
  /** Registrations that nobody decided. */
  undecided: number;
  /** Registrations that came at once from one address, which nobody confirmed. */
  toConfirm: number;
  /** True for a trainer's workshop, which the first mark on its roll starts. */
  scheduled?: boolean;
};

/** What is due in a course; whether certificates are ready, its roll must tell. */
export type Due =
  | { kind: "decide"; count: number; days: number }
  | { kind: "confirm"; count: number }
  | { kind: "start"; days: number }
  | { kind: "close"; days: number }
  | { kind: "certify" }
  | { kind: "draft" };

/** Days after its end for which a closed course still asks for its certificates. */
export const certifyDays = 180;

/** What a coordinator should do about a course on a civil day. */
export function dueOn(
  today: string,
  { state, startsOn, endsOn, countedBy, undecided, toConfirm, scheduled = false }: CourseNow,
): Due[] {
  if (state === "draft") return [{ kind: "draft" }];
  if (!startsOn || !endsOn) return [];
  const due: Due[] = [];
  if (state === "closed" && countedBy === "people" && endsOn >= addDays(today, -certifyDays))
    due.push({ kind: "certify" });
  if (state === "open" && startsOn <= today && !scheduled)
    due.push({ kind: "start", days: daysBetween(startsOn, today) });
  if (state === "running" && endsOn < today) due.push({ kind: "close", days: daysBetween(endsOn, today) });
  if ((state === "open" || state === "running") && endsOn >= today && undecided > 0)
    due.push({ kind: "decide", count: undecided, days: daysBetween(today, startsOn) });
  if ((state === "open" || state === "running") && toConfirm > 0)
    due.push({ kind: "confirm", count: toConfirm });
  return due;
}

/** Order of what awaits a decision, most urgent lowest: rolls, people to tell, what is late or held up and certificates that stand on nothing, decisions by the start, names that cannot be printed, certificates, drafts. */
export function urgency(item: { kind: "roll" | "tell" | "rule_lost" | "mend_names" } | Due): number {
  switch (item.kind) {
    case "roll":
      return 0;
    case "tell":
      return 0.5;
    case "close":
    case "start":
    case "confirm":
    case "rule_lost":
      return 1;
    case "decide":
      return 2 + Math.max(0, item.days);
    case "mend_names":
      return 399;
    case "certify":
      return 400;
    case "draft":
      return 500;
  }
}

/** What an installation needs before its first course, in the order in which one thing needs the other. */
export const firstStepKinds = ["programme", "tool", "coordinator", "venue", "course"] as const;
export type FirstStep = { kind: (typeof firstStepKinds)[number]; done: boolean };

/**
 * The first steps, each done or not; none once all are done, or once a course has been opened: an installation that
 * works does not need them, though it may have no venue.
 */
export function firstStepsLeft(there: Readonly<Record<string, unknown>>): FirstStep[] {
  const steps = firstStepKinds.map((kind) => ({ kind, done: Boolean(there[kind]) }));
  return there.opened || steps.every((step) => step.done) ? [] : steps;
}

/** Sessions in their order, those of one course on one day together. */
export function byDayAndCourse<S extends { day: string; courseId: number }>(
  sessions: readonly S[],
): [S, ...S[]][] {
  const groups = new Map<string, [S, ...S[]]>();
  for (const session of sessions) {
    const key = `${session.day} ${session.courseId}`;
    const group = groups.get(key);
    if (group) group.push(session);
    else groups.set(key, [session]);
  }
  return [...groups.values()];
}
