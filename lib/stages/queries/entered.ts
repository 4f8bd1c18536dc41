import type { Granted, Self } from "../../access/gate";
import type { Context } from "../../acts/context";
import { coursesAsEvidence, coursesCalled, courseTitles } from "../../courses/store/taught";
import { programmeDays } from "../../programmes/store/days";
import { addDays } from "../../time/civil";
import { doubtsOf } from "../doubting";
import { isVisited, onWaysFor } from "../entering";
import { byWay, ofWay, type WayToJudge, waysToJudge } from "../judge";
import { betweenViewer, notStruck } from "../observing";
import { besideOf } from "../rules/beside";
import { beginOf, confirmedIn, countingOf, sparedDays } from "../rules/counting";
import { openStop } from "../rules/decide";
import { isCorrected } from "../rules/doubts";
import { courseOfKey } from "../rules/entered";
import { lostOf } from "../rules/lost";
import { whyNotObserver } from "../rules/observer";
import { type Asked, asksOf, renewalOf } from "../rules/renewal";
import { notCountedFor, taughtOf } from "../rules/scope";
import { isTaken } from "../rules/signature";
import { stageOf } from "../rules/stage";
import { mayUndo, undoneAtOnce } from "../rules/undo";
import { enteredElsewhere } from "../schema";
import { type StageEvent, stageEventsOf } from "../store/events";
import { bondWith } from "../unbound";
import { observationOf, wayMeant, wayNames } from "./observing";

/** What is entered besides observations, as it is read. */
const steps = ["coaching_visit", ...enteredElsewhere] as const;
type Step = (typeof steps)[number];
const isStep = (kind: string): kind is Step => (steps as readonly string[]).includes(kind);

/** The visits and steps among what stands on a way; `undoable`: the viewer may undo it now. */
const stepsOf = (cx: Context, own: readonly StageEvent[]) =>
  own.flatMap((one) => {
    const { id, kind, day, words, by } = one;
    const undoable = mayUndo(own, one, cx.viewer.personId, cx.now);
    return isStep(kind) ? [{ id, kind, day, words, by, undoable }] : [];
  });

/**
 * What others had written down on somebody, or what made it count, and was struck out since: what, of which day, when, by whom and why, the newest first;
 * `asks`: a certification rests on it, and somebody has yet to decide whether it remains; `left`: when and why it was left as it is.
 * @param all what was entered of one way.
 */
const struckAmong = (cx: Context, all: readonly StageEvent[]) => {
  const asking = new Set(doubtsOf(cx, all).map(({ strike }) => strike.id));
  const leftBy = (strikeId: number) => {
    const left = notStruck(all).find(({ kind, ofId }) => kind === "signed" && ofId === strikeId);
    return left ? { day: left.day, words: left.words } : null;
  };
  const strikes = all.flatMap(({ kind, ofId, ...strike }) => {
    // What somebody undid at once was never read.
    const told = kind === "struck" && strike.words !== undoneAtOnce;
    const one = told ? all.find(({ id }) => id === ofId) : undefined;
    if (!one) return [];
    const signed = one.kind === "signed" && all.some(({ id, awaits }) => id === one.ofId && awaits !== null);
    const signature = isTaken(all, one) ? ("taken" as const) : ("signature" as const);
    const said = one.kind === "observation" || isStep(one.kind) ? one.kind : signed ? signature : null;
    if (said === null) return [];
    return [{ strike, one, kind: said, corrected: isCorrected(all, one, strike) }];
  });
  const titles = courseTitles(cx, [...new Set(strikes.flatMap(({ one }) => one.courseId ?? []))]);
  return strikes
    .map(({ strike, one, kind, corrected }) => ({
      ...{ id: strike.id, kind, day: one.day, struckOn: strike.day, by: strike.by, words: strike.words },
      ...{ asks: asking.has(strike.id), left: leftBy(strike.id) },
      /** True of an observation that stands anew, put right by whoever wrote it. */
      corrected,
      course: one.courseId === null ? null : (titles.get(one.courseId) ?? null),
    }))
    .sort((a, b) => b.id - a.id);
};
export type StruckOut = ReturnType<typeof struckAmong>[number];

/** For so many days Today says that something was struck out. */
const struckSaidDays = 14;

/** The ways of whoever is signed in on which something that others had written down was struck out lately, or it was decided what comes of that. */
export function ownStruckLately(cx: Context, { personId }: Granted<Self, "account.own">) {
  const days = programmeDays(cx);
  return byWay(stageEventsOf(cx, [personId])).flatMap((all) => {
    const [{ programmeId } = { programmeId: 0 }] = all;
    const from = addDays(days.of(programmeId), -struckSaidDays);
    const struck = struckAmong(cx, all).filter(
      ({ struckOn, left, corrected }) => !corrected && (left?.day ?? struckOn) >= from,
    );
    return struck.length > 0 ? [{ ...wayNames(cx, [all[0]!])(all[0]!), struck }] : [];
  });
}

const newestFirst = <Row extends { id: number; day: string }>(rows: Row[]) =>
  rows.sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);

/** For what workshops are asked of somebody on a way; before it began for the whole tool. */
function asksOn({ history, gates, first }: WayToJudge, day: string): Asked[] {
  const standing = stageOf(history, gates, day, first);
  if (!standing) return [{ modules: null, after: null }];
  return asksOf(renewalOf(history, gates, day), standing, besideOf(history, gates, day, first));
}

/** What was observed and entered of somebody on these ways, the newest first. */
function enteredOn(cx: Context, personId: number, ways: readonly WayToJudge[]) {
  const named = wayNames(cx, ways);
  const everything = stageEventsOf(cx, [personId]);
  const entered = notStruck(everything);
  const seenIn = [...new Set(entered.flatMap(({ courseId }) => courseId ?? []))];
  const titles = courseTitles(cx, seenIn);
  const courses = coursesAsEvidence(cx, seenIn);
  const days = programmeDays(cx);
  const held = coursesCalled(cx, [
    ...new Set(
      ways.flatMap(({ history }) =>
        history.flatMap(({ kind, key }) => (kind === "workshop" ? courseOfKey(key) : [])),
      ),
    ),
  ]);
  return ways.map((way) => {
    const own = ofWay(entered, way);
    const today = days.of(way.programmeId);
    const lost = lostOf(way.history, way.gates, today, way.first);
    const asks = asksOn(way, today);
    const [confirmed, begun] = [confirmedIn(way.history), beginOf(way.history)];
    return {
      ...named(way),
      /** The civil day that it is in the programme. */
      today,
      workshops: way.history
        .flatMap((one) =>
          one.kind === "workshop"
            ? [
                {
                  ...{ courseId: courseOfKey(one.key), day: one.day, role: one.role },
                  counting: asks.some(({ modules }) => taughtOf(one, modules))
                    ? countingOf(one, confirmed, way.gates, today, begun)
                    : ("otherModules" as const),
                  /** Modules that are asked for and that it taught none of, and what it taught. */
                  ...{ notFor: notCountedFor(asks, one), taught: one.modules ?? [] },
                  countsFrom: addDays(one.day, sparedDays),
                  /** Until when it counted, where too few others were held within the months that are set; null where it counts. */
                  countedUntil: lost.get(one.key) ?? null,
                },
              ]
            : [],
        )
        .map((one) => ({ ...one, ...held.get(one.courseId)! }))
        .sort((a, b) => b.day.localeCompare(a.day)),
      observations: newestFirst(
        own
          .filter(({ kind }) => kind === "observation")
          .map((one) => ({
            ...observationOf(one, own, way.gates),
            course: titles.get(one.courseId!)!,
            /** Then it does not count, whatever was seen. */
            cancelled: courses.get(one.courseId!)?.state === "cancelled",
          })),
      ),
      steps: newestFirst(stepsOf(cx, own)),
      struck: struckAmong(cx, ofWay(everything, way)),
    };
  });
}
export type EnteredOnWay = ReturnType<typeof enteredOn>[number];

/** What was observed and entered of whoever is signed in, on each of their ways. */
export const ownEntered = (cx: Context, { personId }: Granted<Self, "account.own">): EnteredOnWay[] =>
  enteredOn(cx, personId, waysToJudge(cx, [personId]));

/**
 * Somebody on the way of whom the viewer may enter something, the ways of theirs on which, with what is entered of each, and the
 * one that is meant: the only one, or the one that was chosen; null where they have yet to say which.
 */
export function enteringPage(
  cx: Context,
  permission: "stage.observe" | "stage.enter",
  personId: number,
  chosen: { toolId: number | null; programmeId: number | null },
) {
  const { person, ways } = onWaysFor(cx, permission, personId);
  const visits = permission === "stage.observe";
  const between = visits ? betweenViewer(cx) : null;
  const all = enteredOn(cx, person.id, ways).map((way, at) => ({
    ...way,
    /** True where nothing can be entered before it goes on. */
    stopped: visits && !isVisited(cx, ways[at]!),
    /** Why the viewer may not visit them; null where they may, and where something else is entered. */
    why: between ? whyNotObserver(between(ways[at]!, null)) : null,
  }));
  const { id, name, latinName } = person;
  return {
    person: { id, name, latinName },
    /** What binds the viewer to them, so that another one enters it; null where nothing does. */
    bond: bondWith(cx, id),
    ways: all,
    way: wayMeant(all, chosen),
  };
}

/** The ways of whoever is signed in that are halted now, since which civil day, with the words of the decision. */
export function ownStops(cx: Context, { personId }: Granted<Self, "account.own">) {
  const stops = byWay(stageEventsOf(cx, [personId])).flatMap((all) => openStop(all) ?? []);
  const named = wayNames(cx, stops);
  return stops.map((stop) => {
    const stage = stop.kind === "suspended" ? ("suspended" as const) : ("not_continued" as const);
    return { ...named(stop), stage, day: stop.day, words: stop.words ?? "" };
  });
}
