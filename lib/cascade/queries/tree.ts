import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import type { CourseKind } from "../../courses/rules";
import { cascadeLines } from "../../courses/store/cascade";
import { nameKey } from "../../names/rules";
import { namesKnownTo } from "../../people/store/namedAmong";
import { peopleIn } from "../../records/rules/numbers";
import { sharesOf } from "../../sharing/store";
import { factsOf, gather } from "../gather";
import { type Forest, forestOf, trainingsFrom } from "../rules/forest";
import { certifiedOf, type Facts, numbersOf, practisingOf, reachOf } from "../rules/numbers";
import { leftOutLines } from "./leftOut";

/** So many trainers, and so many trainings, are shown at once. */
const trainersOnPage = 50;
const mostTrainings = 100;

type Lines = ReturnType<typeof cascadeLines>;

/** What each of those who completed a training did with it since: what stands below them, and what they held with others. */
function byTrainer(forest: Forest, facts: Facts, totId: number) {
  const mine = (forest.below.get(totId) ?? []).map((place) => ({
    ...place,
    kind: facts.kinds.get(place.courseId)!,
  }));
  const people = [...new Set(facts.completed.flatMap((one) => (one.courseId === totId ? one.personId : [])))];
  const practising = practisingOf(forest, [totId]);
  const certified = certifiedOf(facts, [totId]);
  const links = forest.links.filter((link) => link.totId === totId);
  return people.map((personId) => {
    const own = mine.filter((place) => place.personId === personId);
    const held = new Set(own.map(({ courseId }) => courseId));
    const workshops = own.flatMap(({ kind, courseId }) => (kind === "user" ? courseId : []));
    const taught = new Set(links.flatMap((link) => (link.personId === personId ? link.courseId : [])));
    const withOthers = (kind: CourseKind) =>
      [...taught].filter((id) => !held.has(id) && facts.kinds.get(id) === kind).length;
    return {
      personId,
      workshops,
      tots: own.flatMap(({ kind, courseId }) => (kind === "tot" ? courseId : [])),
      /** Workshops, and trainings of trainers, that stand below a colleague with whom they were held. */
      together: withOthers("user"),
      totsTogether: withOthers("tot"),
      practised: practising.has(personId),
      certified: certified.has(personId),
      reach: reachOf(facts, workshops),
    };
  });
}

/** Keys of those who share their name with another of these people. */
function namesakes(people: readonly { id: number; name: string }[]): ReadonlySet<number> {
  const byName = new Map<string, number[]>();
  for (const { id, name } of people) byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), id]);
  return new Set([...byName.values()].filter((ids) => ids.length > 1).flat());
}

/** The trainers in the order in which they are shown: by whom they reached, then by name; whoever held nothing yet comes last. */
function trainersOf(cx: Context, forest: Forest, facts: Facts, totId: number) {
  const { programmes } = gate.maySomewhere(cx, "people.read")
    ? gate.reach(cx, "people.read")
    : { programmes: [] };
  const all = byTrainer(forest, facts, totId);
  const names = namesKnownTo(
    cx,
    all.map(({ personId }) => personId),
    programmes,
  );
  const size = ({ reach, practised }: (typeof all)[number]) =>
    reach.people + peopleIn(reach.recordedPeople) + (practised ? 1 : 0);
  const shared = namesakes([...names.values()]);
  return all
    .map((one) => ({
      ...one,
      name: names.get(one.personId) ?? null,
      /** True where another of them has the same name. */
      namesake: shared.has(one.personId),
    }))
    .sort(
      (a, b) =>
        size(b) - size(a) ||
        (a.name?.sortName ?? "\uffff").localeCompare(b.name?.sortName ?? "\uffff") ||
        a.personId - b.personId,
    );
}

/** What a list shows of workshops, the first first. */
const workshopsOf = (
  lines: Lines,
  facts: Facts,
  shares: ReturnType<typeof sharesOf>,
  ids: readonly number[],
) =>
  ids
    .map((id) => ({
      ...lines.get(id)!,
      reach: reachOf(facts, [id]),
      sharedWith: shares.filter(({ courseId }) => courseId === id),
    }))
    .sort((a, b) => (a.startsOn ?? "").localeCompare(b.startsOn ?? ""));

/**
 * All that came of one training of trainers within the viewer's reach: its trainers a page at a time with their workshops, the
 * generations, and every training below it. Names are for whoever may read the person.
 * @param toolId the only tool that is asked about; null: any of the training.
 * @param skip so many trainers come before the page.
 */
export function cascadeOf(
  cx: Context,
  course: GrantedCourse<"cascade.read">,
  toolId: number | null,
  skip: number,
) {
  const { programmes } = gate.reach(cx, "cascade.read");
  const gathered = gather(cx, programmes, [course.id]);
  const forest = forestOf(gathered.known, [course.id], toolId);
  const facts = factsOf(cx, gathered, forest, toolId);
  const trainings = trainingsFrom(forest, course.id, facts.kinds);
  const generationOf = new Map(forest.places.map(({ courseId, generation }) => [courseId, generation]));
  const trainers = trainersOf(cx, forest, facts, course.id);
  const page = trainers.slice(skip, skip + trainersOnPage);
  const shown = trainings.slice(0, mostTrainings);
  const lines = cascadeLines(cx, [...shown, ...page.flatMap((one) => [...one.workshops, ...one.tots])]);
  const shares = sharesOf(cx, [course.id, ...page.flatMap((one) => one.workshops)]);
  const last = Math.max(...generationOf.values());
  return {
    course: lines.get(course.id)!,
    sharedWith: shares.filter(({ courseId }) => courseId === course.id),
    sum: numbersOf(forest, facts, trainings),
    generations: Array.from({ length: last }, (_, at) => ({
      generation: at + 1,
      numbers: numbersOf(
        forest,
        facts,
        trainings.filter((id) => generationOf.get(id) === at + 1),
      ),
    })),
    trainers: page.map((one) => ({
      ...one,
      workshops: workshopsOf(lines, facts, shares, one.workshops),
      tots: one.tots.map((id) => ({
        ...lines.get(id)!,
        // Of its own trainers, as the table of all trainings has it.
        numbers: numbersOf(forest, facts, [id]),
      })),
    })),
    trainerCount: trainers.length,
    before: skip,
    notPractised: trainers.filter(({ practised }) => !practised),
    trainings: shown.map((id) => ({
      ...lines.get(id)!,
      generation: generationOf.get(id)!,
      numbers: numbersOf(forest, facts, [id]),
    })),
    leftOut: leftOutLines(cx, gathered, forest, toolId),
    moreTrainings: trainings.length - shown.length,
  };
}
export type Cascade = ReturnType<typeof cascadeOf>;
export type CascadeTrainer = Cascade["trainers"][number];
