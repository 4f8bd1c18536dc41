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
};

/** What is due in a course; whether certificates are ready, its roll must tell. */
export type Due =
  | { kind: "decide"; count: number; days: number }
  | { kind: "start"; days: number }
  | { kind: "close"; days: number }
  | { kind: "certify" }
  | { kind: "draft" };

/** Days after its end for which a closed course still asks for its certificates. */
export const certifyDays = 180;

/** What a coordinator should do about a course on a civil day. */
export function dueOn(today: string, { state, startsOn, endsOn, countedBy, undecided }: CourseNow): Due[] {
  if (state === "draft") return [{ kind: "draft" }];
  if (!startsOn || !endsOn) return [];
  const due: Due[] = [];
  if (state === "closed" && countedBy === "people" && endsOn >= addDays(today, -certifyDays))
    due.push({ kind: "certify" });
  if (state === "open" && startsOn <= today) due.push({ kind: "start", days: daysBetween(startsOn, today) });
  if (state === "running" && endsOn < today) due.push({ kind: "close", days: daysBetween(endsOn, today) });
  if ((state === "open" || state === "running") && endsOn >= today && undecided > 0)
    due.push({ kind: "decide", count: undecided, days: daysBetween(today, startsOn) });
  return due;
}

/** Order of what awaits a decision, most urgent lowest: rolls, what is late, decisions by the start, certificates, drafts. */
export function urgency(item: { kind: "roll" } | Due): number {
  switch (item.kind) {
    case "roll":
      return 0;
    case "close":
    case "start":
      return 1;
    case "decide":
      return 2 + Math.max(0, item.days);
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
