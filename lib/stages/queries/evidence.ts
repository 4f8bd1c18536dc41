import type { TrainerRole } from "../../../db/values/timetable";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { coursesAsEvidence, coursesCalled } from "../../courses/store/taught";
import { programmeDays } from "../../programmes/store/days";
import { type Case, standingFor } from "../deciding";
import { notStruck } from "../observing";
import { beginOf, confirmedIn, observationsToSign } from "../rules/counting";
import { practiceKinds } from "../rules/ends";
import { firstTraining, idOfPlan, keyOfEvent } from "../rules/entered";
import { lostOf } from "../rules/lost";
import { meeting } from "../rules/meeting";
import { taughtOf } from "../rules/scope";
import { unsignedAmong } from "../rules/signature";
import { knownOn, only } from "../rules/stage";
import { enteredElsewhere } from "../schema";
import { plannedWorkshops } from "../store/plans";
import { recordedTwice } from "../twice";
import { observationOf, observedBy } from "./observing";

/** What is entered of somebody without a course: what was seen or done, in words. */
const steps = ["coaching_visit", ...enteredElsewhere] as const;
type Step = (typeof steps)[number];
const isStep = (kind: string): kind is Step => (steps as readonly string[]).includes(kind);

/** A piece of evidence: a training, a plan, a workshop with the role in it, an observation with its mean in tenths, a step. */
type Shown = {
  kind: "tot_completed" | "tot_taught" | "recognised" | "action_plan" | "workshop" | "observation" | Step;
  day: string;
  courseId: number;
  role: TrainerRole | null;
  mean: number | null;
  /** Name of the piece, as what strikes it out names it. */
  key: string;
  /** False for a workshop on whose roll nobody is present. */
  roll: boolean;
  /** Codes of the modules taught in it. */
  modules: readonly string[];
  /** True of a training of trainers that they delivered in part. */
  partly: boolean;
  /** True of a training within which the practicum was. */
  practicum: boolean;
};

/** The keys of what counts no longer. */
const endedOf = (history: Case["history"]): ReadonlySet<string> =>
  new Set(history.flatMap((one) => (one.kind === "taken_back" ? one.of : [])));

/** What counts or counted of a history, each piece with the course that it is of. */
function shownOf(history: Case["history"]): Shown[] {
  const courseIn = (key: string) => Number(/(?:tot|(?:course|refresher) \d+) (\d+)$/.exec(key)?.[1] ?? 0);
  const nothing = { role: null, mean: null, roll: true, modules: [], partly: false, practicum: false };
  // A plan has a piece for each workshop that is or was planned, and is shown once: as it holds, else as it was last.
  const ended = endedOf(history);
  const plans = history.filter(({ kind }) => kind === "action_plan");
  const plan = plans.find(({ key }) => !ended.has(key)) ?? plans.at(-1);
  return history.flatMap((one): Shown[] => {
    const none = { key: one.key, day: one.day, ...nothing };
    switch (one.kind) {
      case "tot_completed":
        return [{ ...none, kind: one.kind, courseId: courseIn(one.key), practicum: one.practicum }];
      case "recognised":
        return [{ ...none, kind: one.kind, courseId: 0 }];
      case "tot_taught": {
        const { kind, modules = [], partly = false } = one;
        return [{ ...none, kind, courseId: courseIn(one.key), modules, partly }];
      }
      case "workshop": {
        const { kind, role, roll, modules = [] } = one;
        return [{ ...none, kind, courseId: courseIn(one.key), role, roll, modules }];
      }
      case "observation":
        return [{ ...none, kind: one.kind, courseId: courseIn(one.of), mean: one.mean }];
      case "action_plan":
        return one === plan ? [{ ...none, kind: one.kind, courseId: firstTraining(history) ?? 0 }] : [];
      default:
        return isStep(one.kind) ? [{ ...none, kind: one.kind, courseId: courseIn(one.key) }] : [];
    }
  });
}

/** Every workshop that somebody promised in their action plans with the tool: for which day, and from when until when. */
function promisedIn(cx: Context, history: Case["history"], programmeId: number) {
  const days = programmeDays(cx);
  const dayOf = (instant: number) => days.of(programmeId, instant);
  const ids = history.flatMap(({ kind, key }) => (kind === "action_plan" ? (idOfPlan(key) ?? []) : []));
  return plannedWorkshops(cx, ids).map(({ id, day, place, changedAt, endedAt }) => ({
    ...{ id, day, place, from: dayOf(changedAt) },
    /** Null for what is planned still. */
    until: endedAt === null ? null : dayOf(endedAt),
  }));
}

/** Why a piece does not count towards a certification for these modules, though it is kept; null of what counts. */
function reasonsOff(
  { history, standing, entries }: Pick<Case, "history" | "standing" | "entries">,
  courses: ReturnType<typeof coursesAsEvidence>,
  lost: ReadonlyMap<string, string>,
) {
  const struck = new Set(history.flatMap((one) => (one.kind === "struck" ? one.of : [])));
  const begun = beginOf(history);
  const back = endedOf(history);
  const toSign = new Set(unsignedAmong(notStruck(entries)).map(({ id }) => keyOfEvent(id)));
  const confirmed = confirmedIn(history);
  const again = new Set(
    only(history, "workshop").flatMap((one) =>
      one.again !== undefined && !confirmed.has(one.key) ? one.key : [],
    ),
  );
  const off = new Set(
    history.flatMap((one) => (one.kind === "workshop" && !taughtOf(one, standing.asked) ? one.key : [])),
  );
  const other = new Set([
    ...off,
    ...history.flatMap((one) => (one.kind === "observation" && off.has(one.of) ? one.key : [])),
  ]);
  return ({ kind, day, key, courseId, roll, partly }: Shown) => {
    const course = courses.get(courseId);
    if (struck.has(key)) return "struck" as const;
    if (back.has(key)) return "takenBack" as const;
    if (course?.state === "cancelled") return "cancelled" as const;
    if (!roll) return "noRoll" as const;
    if (partly) return "partly" as const;
    if (practiceKinds.includes(kind) && day <= (standing.practiceAfter ?? "")) return "beforeEnd" as const;
    const ofCourse = kind === "workshop" || kind === "observation";
    if (ofCourse && (course?.endsOn ?? day) < begun) return "beforeTot" as const;
    if (other.has(key)) return "otherModules" as const;
    // Of what is from before then a signature would make nothing count.
    if (toSign.has(key)) return "unsigned" as const;
    if (again.has(key)) return "again" as const;
    return lost.has(key) ? ("lost" as const) : null;
  };
}

/** What was done and seen of somebody with the tool, the newest first; `off`: why it does not count for these modules, though it is kept. */
export function evidenceIn(cx: Context, of: Case, modules: readonly string[]) {
  const { history, entries, gates, day: today, first, personId, programmeId } = of;
  const standing = standingFor(of, modules);
  const shown = shownOf(history);
  const keys = [...new Set(shown.map(({ courseId }) => courseId))];
  const called = coursesCalled(cx, keys);
  const mayOpen = (permission: "course.read" | "actionPlan.enter") =>
    new Set(gate.coursesAmong(cx, permission, keys).map(({ id }) => id));
  const [open, plans] = [mayOpen("course.read"), mayOpen("actionPlan.enter")];
  const entered = new Map(entries.map((one) => [keyOfEvent(one.id), one]));
  const decides = gate.mayInProgramme(cx, "stage.approve", programmeId);
  const wrote = observedBy(entries, cx.viewer.personId);
  const hrefOf = ({ kind, courseId }: Shown) => {
    if (kind === "action_plan") return plans.has(courseId) ? `/desk/courses/${courseId}/plans` : null;
    // Who has not written down their own observation reads no other one: the page of observing says what they may.
    if (kind === "observation" && !decides) return `/desk/observe/${courseId}/${personId}`;
    return open.has(courseId) ? `/desk/courses/${courseId}` : null;
  };
  /** What was entered, for whoever may read all of it. */
  const enteredOf = ({ kind, key, courseId }: Shown) => {
    const one = entered.get(key);
    if (!one) return null;
    if (kind !== "observation") return { by: one.by, words: one.words, observation: null };
    if (!decides && !wrote.has(courseId)) return null;
    return { by: one.by, words: null, observation: observationOf(one, entries, gates) };
  };
  const courses = coursesAsEvidence(cx, keys);
  const twice = recordedTwice(cx, history);
  const lost = lostOf(history, gates, today, first, modules.length > 0 ? modules : null);
  const offOf = reasonsOff({ history, standing, entries }, courses, lost);
  return shown
    .sort((a, b) => b.day.localeCompare(a.day))
    .map((one) => ({
      ...one,
      /** True of a workshop that another one here may record as well. */
      twice: twice.has(one.key),
      off: offOf(one),
      /** Of what counts no more: until when it did. */
      countedUntil: lost.get(one.key) ?? null,
      course: called.get(one.courseId) ?? null,
      /** Of an action plan every workshop that is or was promised, in the order in which they were. */
      promised: one.kind === "action_plan" ? promisedIn(cx, history, programmeId) : [],
      href: hrefOf(one),
      entered: enteredOf(one),
    }));
}

/**
 * Each condition before a recommendation for these modules with how far it is met, by which evidence (keys), and of those that
 * observations meet how many wait for the candidate's signature.
 */
export function conditionsOf(of: Case, modules: readonly string[]) {
  const { history, entries, gates, day, first } = of;
  const meets = meeting(history, gates, day, first, modules);
  const standing = standingFor(of, modules);
  const reading = new Set(
    notStruck(entries).flatMap(({ kind, ofId }) =>
      kind === "signed" && ofId !== null ? keyOfEvent(ofId) : [],
    ),
  );
  const toSign = observationsToSign(knownOn(history, day), gates, standing.asked).filter(
    (one) => one.day > (standing.practiceAfter ?? ""),
  ).length;
  return standing.gates.map((state) => {
    const by = meets(state.gate);
    const seen = state.gate === "observations" || state.gate === "observers";
    // What was written down before both were to sign counts, and is yet to be read all the same.
    const unread = seen ? [...by].filter((key) => !reading.has(key)).length + toSign : 0;
    return { ...state, by, unread };
  });
}
export type Condition = ReturnType<typeof conditionsOf>[number];

/** What whoever approves several at once sees of one for these modules: each condition, and every observation that stands, the newest first. */
export const evidenceAtOnce = (of: Case, modules: readonly string[]) => ({
  conditions: conditionsOf(of, modules).map(({ by, ...condition }) => condition),
  observations: notStruck(of.entries)
    .filter(({ kind }) => kind === "observation")
    .map((one) => observationOf(one, of.entries, of.gates))
    .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id),
});
