import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import type { CourseKind } from "../../courses/rules";
import { cascadeLines } from "../../courses/store/cascade";
import { nameKey } from "../../names/rules";
import { namesKnownTo } from "../../people/store/namedAmong";
import { organisationRows } from "../../people/store/organisationList";
import { peopleIn } from "../../records/rules/numbers";
import { sharesOf } from "../../sharing/store";
import type { Forest } from "../rules/forest";
import {
  type CascadeNumbers,
  certifiedOf,
  type Facts,
  newAmong,
  numbersOf,
  practisingOf,
  reachOf,
} from "../rules/numbers";

/** So many trainers of the first training are shown at once. */
const trainersOnPage = 50;
/** So many trainers and workshops of later generations are drawn below them; a training with more folds to a link. */
const mostBelow = 400;

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
  const cascade = forest.places.map(({ courseId }) => courseId);
  const isCounted = (id: number) => facts.kinds.get(id) === "tot" || facts.workshops.has(id);
  return people.map((personId) => {
    const own = mine.filter((place) => place.personId === personId);
    const held = new Set(own.map(({ courseId }) => courseId));
    const workshops = own.flatMap(({ courseId }) => (facts.workshops.has(courseId) ? courseId : []));
    const taught = new Set(links.flatMap((link) => (link.personId === personId ? link.courseId : [])));
    const withOthers = (kind: CourseKind) =>
      [...taught].filter((id) => !held.has(id) && facts.kinds.get(id) === kind && isCounted(id)).length;
    return {
      personId,
      workshops,
      tots: own.flatMap(({ kind, courseId }) => (kind === "tot" ? courseId : [])),
      /** Workshops, and trainings of trainers, that stand below a colleague with whom they were held. */
      together: withOthers("user"),
      totsTogether: withOthers("tot"),
      practised: practising.has(personId),
      certified: certified.has(personId),
      reach: { ...reachOf(facts, workshops), newCooperatives: newAmong(facts, workshops, cascade) },
    };
  });
}
type Counted = ReturnType<typeof byTrainer>[number];
type Name = ReturnType<typeof namesKnownTo> extends Map<number, infer N> ? N : never;

/** Keys of those who share their name with another of these people. */
function namesakes(people: readonly { id: number; name: string }[]): ReadonlySet<number> {
  const byName = new Map<string, number[]>();
  for (const { id, name } of people) byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), id]);
  return new Set([...byName.values()].filter((ids) => ids.length > 1).flat());
}

/** The names of trainers for whoever may read them. */
function namesOf(cx: Context, personIds: readonly number[]): ReadonlyMap<number, Name> {
  const { programmes } = gate.maySomewhere(cx, "people.read")
    ? gate.reach(cx, "people.read")
    : { programmes: [] };
  return namesKnownTo(cx, personIds, programmes);
}

/** Trainers of one training in the order in which they are shown: by whom they reached, then by name; whoever held nothing yet comes last. */
function inOrder(all: readonly Counted[], names: ReadonlyMap<number, Name>) {
  const size = ({ reach, practised }: Counted) =>
    reach.people + peopleIn(reach.recordedPeople) + (practised ? 1 : 0);
  const shared = namesakes(all.flatMap(({ personId }) => names.get(personId) ?? []));
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
type Trainer = ReturnType<typeof inOrder>[number];

/** The trainers of the trainings below some, a generation at a time, until there is no room for those of one. */
function below(forest: Forest, facts: Facts, trainers: readonly Counted[]): ReadonlyMap<number, Counted[]> {
  const found = new Map<number, Counted[]>();
  let room = mostBelow;
  for (let next = trainers.flatMap(({ tots }) => tots); next.length > 0; ) {
    const drawn = next.flatMap((totId) => {
      const all = byTrainer(forest, facts, totId);
      const size = all.reduce((sum, { workshops }) => sum + 1 + workshops.length, 0);
      if (size > room) return [];
      room -= size;
      found.set(totId, all);
      return all;
    });
    next = drawn.flatMap(({ tots }) => tots);
  }
  return found;
}

type Line = ReturnType<typeof cascadeLines> extends Map<number, infer L> ? L : never;
type Shared = Line & { sharedWith: ReturnType<typeof sharesOf> };
/** A workshop of a trainer, with whom it reached, and the organisations that it was held for which the viewer may follow. */
export type CascadeWorkshop = Shared & {
  reach: ReturnType<typeof reachOf>;
  heldFor: { id: number; name: string }[];
};
/** A training that somebody held, with what came of its own trainers; these are null where they are too many to be drawn here. */
export type CascadeTot = Shared & { numbers: CascadeNumbers; trainers: CascadeTrainer[] | null };
/** Somebody who completed a training, with what they held since. */
export type CascadeTrainer = Omit<Trainer, "workshops" | "tots"> & {
  workshops: CascadeWorkshop[];
  tots: CascadeTot[];
};

/** What the picture shows of the courses of these trainers, by their keys. */
function shownOf(cx: Context, facts: Facts, trainers: readonly Counted[]) {
  const workshops = trainers.flatMap((one) => one.workshops);
  const keys = [...workshops, ...trainers.flatMap((one) => one.tots)];
  const lines = cascadeLines(cx, keys);
  const shares = sharesOf(cx, keys);
  const organisations = organisationRows(cx, [
    ...new Set(workshops.flatMap((id) => facts.heldFor.get(id) ?? [])),
  ]);
  const shared = (id: number): Shared => ({
    ...lines.get(id)!,
    sharedWith: shares.filter(({ courseId }) => courseId === id),
  });
  const workshop = (id: number): CascadeWorkshop => {
    const keysFor = facts.heldFor.get(id) ?? [];
    const mayFollow =
      keysFor.length > 0 && gate.mayInProgramme(cx, "thread.read", lines.get(id)!.programmeId);
    return {
      ...shared(id),
      reach: reachOf(facts, [id]),
      heldFor: mayFollow
        ? organisations.flatMap((one) => (keysFor.includes(one.id) ? { id: one.id, name: one.name } : []))
        : [],
    };
  };
  return { shared, workshop };
}

/**
 * Those who completed a training, a page at a time, each with their workshops and, below them, the trainings that they held with
 * those who completed these, and so on. `skip`: so many come before the page.
 */
export function branchesOf(cx: Context, forest: Forest, facts: Facts, totId: number, skip: number) {
  const own = byTrainer(forest, facts, totId);
  const all = inOrder(
    own,
    namesOf(
      cx,
      own.map(({ personId }) => personId),
    ),
  );
  const page = all.slice(skip, skip + trainersOnPage);
  const later = below(forest, facts, page);
  const drawn = [...later.values()].flat();
  const names = namesOf(cx, [...new Set(drawn.map(({ personId }) => personId))]);
  const { shared, workshop } = shownOf(cx, facts, [...page, ...drawn]);
  const asDrawn = ({ workshops, tots, ...one }: Trainer): CascadeTrainer => ({
    ...one,
    workshops: workshops.map(workshop).sort((a, b) => (a.startsOn ?? "").localeCompare(b.startsOn ?? "")),
    tots: tots.map((id): CascadeTot => {
      const its = later.get(id);
      return {
        ...shared(id),
        // Of its own trainers, as the table of all trainings has it.
        numbers: numbersOf(forest, facts, [id]),
        trainers: its ? inOrder(its, names).map(asDrawn) : null,
      };
    }),
  });
  return {
    trainers: page.map(asDrawn),
    trainerCount: all.length,
    notPractised: all.filter(({ practised }) => !practised).length,
  };
}
