import type { Granted, Reach } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { courseRow } from "../../courses/store";
import { coursesToObserve } from "../../courses/store/toObserve";
import { toolCatalogue } from "../../curriculum/queries";
import { personRow } from "../../people/store";
import { programmesCalled } from "../../programmes/store";
import { addDays } from "../../time/civil";
import { dayAt, daysSomewhere } from "../../time/zone";
import { sessionsIn } from "../../timetable/store";
import { ofWay, type WayToJudge } from "../judge";
import { betweenViewer, notStruck, toObserve, waysIn, whyNothingToSee } from "../observing";
import { meanOf } from "../rules/entered";
import { asksMean } from "../rules/gates";
import { needsGround, timesBy, whyNotObserver } from "../rules/observer";
import { agreementOf, belowIn, lowestOf, reaches } from "../rules/rubric";
import { isUnsigned, signatureOf } from "../rules/signature";
import { type StageEvent, stageEventsOf } from "../store/events";

/** Days that a workshop stands on the list: ahead of its begin, and after its end. */
const ahead = 14;
const afterwards = 60;
const mostListed = 60;

/** The name of a way: its tool, and the programme as it is called. */
export function wayNames(cx: Context, ways: readonly Pick<WayToJudge, "toolId" | "programmeId">[]) {
  const tools = new Map(toolCatalogue(cx).map((tool) => [tool.id, tool]));
  const programmes = programmesCalled(
    cx,
    ways.map(({ programmeId }) => programmeId),
  );
  return ({ toolId, programmeId }: Pick<WayToJudge, "toolId" | "programmeId">) => {
    const { code, title } = tools.get(toolId)!;
    return { toolId, programmeId, tool: { code, title }, programme: programmes.get(programmeId)! };
  };
}
/** The way that is meant: the one that was chosen, or the only one; null where somebody has yet to say which. */
export const wayMeant = <W extends Pick<WayToJudge, "toolId" | "programmeId">>(
  ways: readonly W[],
  chosen: { toolId: number | null; programmeId: number | null },
): W | null =>
  ways.find(({ toolId, programmeId }) => toolId === chosen.toolId && programmeId === chosen.programmeId) ??
  (ways.length === 1 ? ways[0]! : null);
export type NamedWay = ReturnType<ReturnType<typeof wayNames>>;

/**
 * An observation as it is read: with its mean (tenths of a point) and lowest against what the way asks for, when it was read, and how
 * far those of the same workshop that were written down before it agree with it.
 */
export function observationOf(one: StageEvent, entered: readonly StageEvent[], gates: WayToJudge["gates"]) {
  const { points, strengths, advice } = one.rubric!;
  const standing = notStruck(entered);
  const stands = standing.some(({ id }) => id === one.id);
  const signature = signatureOf(standing, one.id);
  const marks = { mean: meanOf(one.rubric!), lowest: lowestOf({ points }) };
  return {
    ...{ id: one.id, day: one.day, by: one.by, enteredBy: one.enteredBy, courseId: one.courseId! },
    ...{ points, strengths, advice, ground: one.rubric!.ground ?? null, ...marks },
    asked: { mean: asksMean(gates), mark: gates.passMark, least: gates.criterionMinimum },
    reached: reaches(marks, gates),
    below: belowIn({ points }, gates.criterionMinimum),
    signedOn: signature?.day ?? null,
    /** Who took it without the signature of whoever was observed, and why; null where nobody did. */
    taken:
      signature && signature.enteredBy !== one.personId
        ? { by: signature.by, words: signature.words ?? "" }
        : null,
    /** What whoever was observed remarked as they signed; null where nothing. */
    remark: signature?.enteredBy === one.personId ? signature.words : null,
    /** True where it counts once whoever was observed signs. */
    unsigned: isUnsigned(standing, one),
    agreements: standing.flatMap(({ id, kind, courseId, by, rubric }) =>
      stands && kind === "observation" && courseId === one.courseId && id < one.id
        ? { id, by, count: agreementOf({ points }, rubric!) }
        : [],
    ),
  };
}
export type Observation = ReturnType<typeof observationOf>;

/**
 * What the page of an observation shows: the workshop, the trainer, on which ways of theirs it counts, and of the one that is
 * chosen why the viewer may not observe (`why`), their own observation and, once there is one, those of others: who has not
 * written theirs yet reads no other.
 */
export function observationPage(
  cx: Context,
  of: { courseId: number; personId: number },
  chosen: { toolId: number | null; programmeId: number | null },
) {
  const { course, person, ways } = toObserve(cx, of);
  const way = wayMeant(ways, chosen);
  const entered = way ? ofWay(notStruck(stageEventsOf(cx, [person.id])), way) : [];
  const seen = entered.filter(({ kind }) => kind === "observation");
  const here = seen
    .filter(({ courseId }) => courseId === course.id)
    .map((one) => observationOf(one, entered, way!.gates));
  const mine = here.find(({ enteredBy }) => enteredBy === cx.viewer.personId) ?? null;
  const struck = way ? struckOwn(cx, person.id, course.id, way) : [];
  const between = way ? betweenViewer(cx)(way, course) : null;
  const why = between ? whyNotObserver(between) : null;
  const mayRead = mine !== null || why === "observerSuperior";
  const decides = way !== null && gate.mayInProgramme(cx, "stage.approve", way.programmeId);
  // Who is set above or below them reads what was observed, and not what they remarked.
  const others = (mayRead ? here.filter((one) => one !== mine) : []).map((one) =>
    mine || decides ? one : { ...one, remark: null },
  );
  const before = timesBy(
    seen.flatMap(({ courseId, enteredBy }) => (courseId === course.id ? [] : enteredBy)),
  );
  const { id, name, latinName } = person;
  return {
    course: {
      ...{ id: course.id, title: course.title, state: course.state },
      ...{ startsOn: course.startsOn, endsOn: course.endsOn, today: dayAt(cx.now, course.zone) },
    },
    person: { id, name, latinName },
    ways: ways.map(wayNames(cx, ways)),
    way: way ? { toolId: way.toolId, programmeId: way.programmeId, gates: way.gates, why } : null,
    /** True where the viewer observes as a coordinator, and says on what ground. */
    asksGround: between !== null && needsGround(between),
    /** Why nobody can observe there now, whoever it is; null where somebody can. */
    notNow: whyNothingToSee(cx, course),
    timesBefore: before.get(cx.viewer.personId ?? 0) ?? 0,
    ...{ mine, others, struck },
  };
}

/** What the viewer wrote down there themselves and others struck out since, as it was: when, by whom and why. */
function struckOwn(cx: Context, personId: number, courseId: number, way: WayToJudge) {
  const all = ofWay(stageEventsOf(cx, [personId]), way);
  return all.flatMap((strike) => {
    const one = strike.kind === "struck" ? all.find(({ id }) => id === strike.ofId) : undefined;
    const own =
      one?.kind === "observation" && one.courseId === courseId && one.enteredBy === cx.viewer.personId;
    // Whoever corrected theirs knows.
    return one && own && strike.enteredBy !== one.enteredBy
      ? [
          {
            ...{ struckOn: strike.day, by: strike.by, words: strike.words },
            one: observationOf(one, all, way.gates),
          },
        ]
      : [];
  });
}

/** In which workshops somebody observed a trainer on the way, among what was entered of them; keys of courses. */
export const observedBy = (entries: readonly StageEvent[], observer: number | null): ReadonlySet<number> =>
  new Set(
    entries.flatMap(({ kind, courseId, enteredBy }) =>
      kind === "observation" && enteredBy === observer ? (courseId ?? []) : [],
    ),
  );

/** The workshops that stand on the list now, of one trainer or of all. */
function coursesNow(cx: Context, reach: Granted<Reach, "stage.observe">, trainerId: number | null = null) {
  const [first, last] = daysSomewhere(cx.now);
  const programmes = reach.programmes === "all" ? "all" : [...reach.programmes, ...reach.trains];
  const days = { begunBy: addDays(last, ahead), endsFrom: addDays(first, -afterwards) };
  return coursesToObserve(cx, programmes, days, mostListed, trainerId);
}

const hasBegun = (cx: Context, { startsOn, zone }: { startsOn: string | null; zone: string }) =>
  startsOn !== null && startsOn <= dayAt(cx.now, zone);

/**
 * The workshop in which somebody's way with a tool is observed next: the one that has begun and in which the viewer did not observe
 * them yet, else one to come; null where there is none.
 */
export function observedNext(
  cx: Context,
  reach: Granted<Reach, "stage.observe">,
  { personId, toolId }: { personId: number; toolId: number },
): { courseId: number; begun: boolean } | null {
  const seen = observedBy(notStruck(stageEventsOf(cx, [personId])), cx.viewer.personId);
  const found = coursesNow(cx, reach, personId)
    .filter(({ id }) => !seen.has(id) && waysIn(cx, id, [personId]).some((way) => way.toolId === toolId))
    .map((course) => ({ courseId: course.id, begun: hasBegun(cx, course) }));
  return found.find(({ begun }) => begun) ?? found[0] ?? null;
}

/**
 * Workshops of the viewer's programmes, the soonest first, in which somebody else on the way with one of their tools trains, from two
 * weeks before their begin to two months after their end; of each of these whether the viewer observed them there, and why they may
 * not (`why`; null where they may, on one of their ways).
 */
export function workshopsToObserve(cx: Context, reach: Granted<Reach, "stage.observe">) {
  const between = betweenViewer(cx);
  return coursesNow(cx, reach).flatMap(({ trainerIds, zone, ...course }) => {
    const others = trainerIds.filter((id) => id !== cx.viewer.personId);
    const ways = waysIn(cx, course.id, others);
    const row = courseRow(cx, course.id)!;
    const people = [...new Set(ways.map(({ personId }) => personId))].flatMap((key) => {
      const person = personRow(cx, key);
      if (!person) return [];
      const whys = ways.flatMap((way) => (way.personId === key ? [whyNotObserver(between(way, row))] : []));
      const observed = observedBy(notStruck(stageEventsOf(cx, [key])), cx.viewer.personId).has(course.id);
      const { id, name, latinName } = person;
      return [{ id, name, latinName, observed, why: whys.includes(null) ? null : (whys[0] ?? null) }];
    });
    if (people.length === 0) return [];
    const begun = hasBegun(cx, { startsOn: course.startsOn, zone });
    /** When its first session begins, on the clock of the place; null where it has none yet. */
    const startsAt = sessionsIn(cx, course.id)[0]?.startsAt ?? null;
    return [{ ...course, begun, startsAt, people }];
  });
}
