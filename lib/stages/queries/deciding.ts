import type { TrainerRole } from "../../../db/values/timetable";
import * as gate from "../../access/gate";
import type { GrantedWay } from "../../access/stageGate";
import * as stages from "../../access/stageGate";
import type { Context } from "../../acts/context";
import { certificateRow } from "../../certificates/store";
import { standingCertifications } from "../../certificates/store/ofPerson";
import { coursesAsEvidence, coursesCalled } from "../../courses/store/taught";
import { toolCatalogue } from "../../curriculum/queries";
import { locales } from "../../i18n/rules";
import { programmeCalled } from "../../programmes/rules";
import { validUntil } from "../approving";
import { type Case, caseOf, isCertifiedIn, isQualified, neverTaughtIn } from "../deciding";
import { ofWay } from "../judge";
import { beginOf, perhapsTwice } from "../rules/counting";
import { conflictOf, missingOf, openQuestion, openRecommendation, openStop } from "../rules/decide";
import { doubtsIn, recommenderOf } from "../rules/doubts";
import { practiceKinds } from "../rules/ends";
import { firstTraining, historyWithout, keyOfEvent } from "../rules/entered";
import { exceptionOf } from "../rules/grounds";
import { lostOf } from "../rules/lost";
import { stageOf } from "../rules/stage";
import { enteredElsewhere } from "../schema";
import { shownWays } from "../shownWays";
import { stageEventsOf } from "../store/events";
import { bondWith } from "../unbound";
import { observationOf, observedBy } from "./observing";
import { historyOf } from "./wayHistory";

/** What is entered of somebody without a course: what was seen or done, in words. */
const steps = ["coaching_visit", ...enteredElsewhere] as const;
type Step = (typeof steps)[number];
const isStep = (kind: string): kind is Step => (steps as readonly string[]).includes(kind);

/** A piece of evidence: a training, a plan, a workshop with the role in it, an observation with its mean in tenths, a step. */
type Shown = {
  kind: "tot_completed" | "tot_taught" | "action_plan" | "workshop" | "observation" | Step;
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

/** What counts or counted of a history, each piece with the course that it is of. */
function shownOf(history: Case["history"]): Shown[] {
  const courseIn = (key: string) => Number(/(?:tot|course \d+) (\d+)$/.exec(key)?.[1] ?? 0);
  const nothing = { role: null, mean: null, roll: true, modules: [], partly: false, practicum: false };
  // A plan has a piece for each workshop that is planned, and is shown once.
  const plan = history.find(({ kind }) => kind === "action_plan");
  return history.flatMap((one): Shown[] => {
    const none = { key: one.key, day: one.day, ...nothing };
    switch (one.kind) {
      case "tot_completed":
        return [{ ...none, kind: one.kind, courseId: courseIn(one.key), practicum: one.practicum }];
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
        return isStep(one.kind) ? [{ ...none, kind: one.kind, courseId: 0 }] : [];
    }
  });
}

/** What was done and seen of somebody with the tool, the newest first; `off`: why it does not count, though it is kept. */
function evidenceIn(
  cx: Context,
  { history, entries, gates, standing, day: today, first, personId, programmeId }: Case,
) {
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
  const struck = new Set(history.flatMap((one) => (one.kind === "struck" ? one.of : [])));
  const begun = beginOf(history);
  const twice = perhapsTwice(
    shown.flatMap(({ kind, key, day, courseId }) => {
      const place = called.get(courseId)?.place;
      return kind === "workshop" && !struck.has(key) && place
        ? [{ key, day, place: locales.flatMap((locale) => place[locale] ?? []) }]
        : [];
    }),
  );
  const lost = lostOf(history, gates, today, first);
  const offOf = ({ kind, day, key, courseId, roll, partly }: Shown) =>
    struck.has(key)
      ? ("struck" as const)
      : courses.get(courseId)?.state === "cancelled"
        ? ("cancelled" as const)
        : !roll
          ? ("noRoll" as const)
          : partly
            ? ("partly" as const)
            : practiceKinds.includes(kind) && day <= (standing.practiceAfter ?? "")
              ? ("beforeEnd" as const)
              : (kind === "workshop" || kind === "observation") &&
                  (courses.get(courseId)?.endsOn ?? day) < begun
                ? ("beforeTot" as const)
                : lost.has(key)
                  ? ("lost" as const)
                  : null;
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
      href: hrefOf(one),
      entered: enteredOf(one),
    }));
}

/** The way of these keys; null where there is none that the viewer may read. */
export function wayAt(
  cx: Context,
  { personId, programmeId, toolId }: { personId: number; programmeId: number; toolId: number },
) {
  const tool = toolCatalogue(cx).find(({ id }) => id === toolId);
  if (!tool) return null;
  const way = stages.way(cx, "stage.recommend", { personId, programmeId });
  const of = caseOf(cx, way, tool.id);
  const coordinates = gate.mayInProgramme(cx, "stage.approve", programmeId);
  if (!of || !isQualified(cx, of)) return null;
  return pageOf(cx, way, tool, of, coordinates);
}

/**
 * What was entered of a way on which nothing counts: all was struck out, or a certification from before waits to be confirmed. For
 * whoever decides there; null where nothing was ever entered.
 */
export function wayWithoutStanding(
  cx: Context,
  { personId, programmeId, toolId }: { personId: number; programmeId: number; toolId: number },
) {
  const { person, programme } = stages.way(cx, "stage.approve", { personId, programmeId });
  const entries = ofWay(stageEventsOf(cx, [person.id]), { personId, toolId, programmeId });
  const tool = toolCatalogue(cx).find(({ id }) => id === toolId);
  if (!tool || entries.length === 0) return null;
  return {
    person: { id: person.id, name: person.name, latinName: person.latinName },
    keys: { personId: person.id, programmeId: programme.id, toolId },
    ...{ tool, programme: programmeCalled(programme.title) },
    history: historyOf(cx, programme.id, entries, bondWith(cx, person.id) === null),
  };
}

/** The serial of the newest certification that somebody holds on paper with the tool; null where they hold none. */
function heldSerial(cx: Context, { personId, programmeId, toolId }: Case): string | null {
  const held = standingCertifications(cx, personId, programmeId).findLast(
    (one) => (one.toolId ?? toolId) === toolId,
  );
  return held ? (certificateRow(cx, held.id)?.serial ?? null) : null;
}

/** The conditions that a way did not meet on a civil day, by what of that day stands today. */
const lackingThen = ({ history, gates, first }: Case, { id, day }: { id: number; day: string }) =>
  exceptionOf(stageOf(historyWithout(history, [{ id }]), gates, day, first)?.gates ?? []).lacking ?? [];

function pageOf(
  cx: Context,
  { person, programme }: GrantedWay<"stage.recommend">,
  tool: ReturnType<typeof toolCatalogue>[number],
  of: Case,
  coordinates: boolean,
) {
  const { standing, entries, completed, bond } = of;
  const viewer = cx.viewer.personId;
  const own = person.id === viewer;
  const open = openRecommendation(entries);
  const stop = openStop(entries);
  const missing = missingOf(standing).length > 0;
  const toAnswer = conflictOf(bond, viewer, open?.enteredBy ?? null);
  const certified = isCertifiedIn(of, completed);
  const free = !bond && !open && !stop && !certified;
  return {
    person: { id: person.id, name: person.name, latinName: person.latinName },
    keys: { personId: person.id, programmeId: programme.id, toolId: tool.id },
    shown: shownWays(cx, person.id, [of])[0]!,
    /** What was completed and is not certified today: what still holds is renewed. */
    toCertify: completed.filter((code) => !isCertifiedIn(of, [code])),
    /** Of what can be certified what they never taught: a warning, as the conditions ask for none. */
    neverTaught: neverTaughtIn(of, open?.modules ?? completed),
    /** The serial of the certification on paper that stands, for whoever may read it; null where there is none. */
    document: coordinates || own ? heldSerial(cx, of) : null,
    until: validUntil(of),
    evidence: evidenceIn(cx, of),
    history: historyOf(cx, programme.id, entries, coordinates && !bond, of),
    /** What was struck out of that on which the certification rests, and nobody decided on since; whoever decides may leave it. */
    doubts: doubtsIn(entries).map(({ strike, struck, decision }) => ({
      ...{ id: strike.id, day: strike.day, by: strike.by, words: strike.words },
      ...{ kind: struck.kind, of: struck.day, decidedOn: decision.day },
      /** Which of its own conditions a first certification does not meet without it; null of other decisions. */
      lacking: decision.kind === "approved" ? lackingThen(of, decision) : null,
      /** True where the viewer recommended it, so that somebody else leaves it as it is. */
      recommended: viewer !== null && recommenderOf(entries, decision) === viewer,
    })),
    open: open ? { ...open, modules: open.modules ?? completed } : null,
    /** Why the viewer may not decide on what waits; null where they may, or nothing waits. */
    conflict: open && coordinates ? toAnswer : bond,
    /** The question with which the last recommendation went back and that nobody answered yet. */
    question: certified ? null : (openQuestion(entries) ?? null),
    missing,
    /** True where they are certified today in all that they completed, so that nothing is to be recommended. */
    certified,
    may: {
      recommend: free && !missing,
      answer: coordinates && open !== undefined && !stop && !toAnswer,
      except: free && missing && completed.length > 0,
      stop: coordinates && !bond && !stop && standing.stage !== "withdrawn",
      notContinue: standing.validUntil === null,
      /** Whoever is certified, also while that is suspended. */
      withdraw: coordinates && !bond && standing.validUntil !== null && standing.stage !== "withdrawn",
      leave: coordinates && !bond,
      resume: coordinates && !bond && stop ? stop.id : null,
    },
  };
}
export type WayPage = NonNullable<ReturnType<typeof wayAt>>;
