import type { CourseKind } from "../../courses/rules";
import {
  type BySex,
  bySexAmong,
  bySexInSum,
  nobody,
  peopleIn,
  type SaidBySex,
  together,
} from "../../records/rules/numbers";
import type { Completed, Forest } from "./forest";

/** Who came to a workshop, each once, and the organisations that they belong to. */
export type Came = { people: readonly number[]; organisations: readonly number[] };

/** What is counted in a forest. */
export type Facts = {
  kinds: ReadonlyMap<number, CourseKind>;
  /** The workshops that are counted: those of the forest that began within the period. */
  workshops: ReadonlySet<number>;
  completed: readonly Completed[];
  /** Who is certified for which tool. */
  certified: readonly { personId: number; toolId: number }[];
  /** The tools that each course teaches. */
  tools: ReadonlyMap<number, readonly number[]>;
  came: ReadonlyMap<number, Came>;
  /** What is kept of those who came by sex, of workshops that ended. */
  cameBySex: ReadonlyMap<number, SaidBySex>;
  /** The organisations for which a workshop was held, whoever came. */
  heldFor: ReadonlyMap<number, readonly number[]>;
  cooperatives: ReadonlySet<number>;
  /** The organisations that each workshop of the forest reached that may have begun before the period; null where it has no first day. */
  reachedBefore: ReadonlyMap<number, readonly number[]> | null;
  /** What records say of courses that are known by numbers alone; null where they say nothing. */
  recorded: ReadonlyMap<number, BySex | null>;
};

/** What came of some trainings of trainers. People known by name are counted once, what records say stands apart. */
export type CascadeNumbers = {
  trainings: number;
  trainers: number;
  /** Of the trainers, who taught a course since. */
  practising: number;
  /** Of the trainers, who is certified for a tool of the training that they completed. */
  certified: number;
  /** How many trainers records speak of, of trainings that are known by numbers alone. */
  recordedTrainers: BySex;
  workshops: number;
  people: number;
  attendances: number;
  /** The attendances by sex: of unique people it is not known, for what each said stays sealed. */
  attendedBySex: BySex;
  organisations: number;
  cooperatives: number;
  /** Of the cooperatives those that nothing of the same cascade reached before the period; null where it has no first day. */
  newCooperatives: number | null;
  recordedPeople: BySex;
  /** Workshops that are known by numbers alone, and those of which nobody knows how many came. */
  recordedWorkshops: number;
  withoutNumber: number;
};

/** The different keys in some lists. */
const onceEach = (lists: readonly (readonly number[])[]): number[] => [...new Set(lists.flat())];

/** The organisations that some workshops reached: of those who came, and for which one was held. */
const organisationsOf = (facts: Facts, workshopIds: readonly number[]): number[] =>
  onceEach(
    workshopIds.flatMap((id) => [facts.came.get(id)?.organisations ?? [], facts.heldFor.get(id) ?? []]),
  );

/** Who came to some workshops, each person once, and from where; with whom the workshops were held for. */
export function reachOf(facts: Facts, workshopIds: readonly number[]) {
  const came = workshopIds.flatMap((id) => facts.came.get(id) ?? []);
  const organisations = organisationsOf(facts, workshopIds);
  const recorded = workshopIds.flatMap((id) => (facts.recorded.has(id) ? [facts.recorded.get(id)!] : []));
  return {
    people: onceEach(came.map(({ people }) => people)).length,
    attendances: came.reduce((sum, { people }) => sum + people.length, 0),
    attendedBySex: workshopIds.reduce((sum, id) => {
      const there = facts.came.get(id)?.people.length ?? 0;
      return there === 0 ? sum : together(sum, bySexInSum(bySexAmong(there, facts.cameBySex.get(id))));
    }, nobody),
    organisations: organisations.length,
    cooperatives: organisations.filter((id) => facts.cooperatives.has(id)).length,
    recordedPeople: recorded.reduce((sum, one) => (one ? together(sum, bySexInSum(one)) : sum), nobody),
    recordedWorkshops: recorded.length,
    withoutNumber: recorded.filter((one) => one === null || peopleIn(one) === 0).length,
  };
}

/** Who of those who completed these trainings taught a course since, whoever led it: a workshop, or a training of trainers. */
export function practisingOf(
  { links }: Pick<Forest, "links">,
  totIds: readonly number[],
): ReadonlySet<number> {
  const of = new Set(totIds);
  return new Set(links.flatMap(({ totId, personId }) => (of.has(totId) ? personId : [])));
}

/** Who of those who completed these trainings is certified for a tool that theirs taught. */
export function certifiedOf(
  { completed, certified, tools }: Facts,
  totIds: readonly number[],
): ReadonlySet<number> {
  const of = new Set(totIds);
  const trained = new Set(
    completed.flatMap(({ courseId, personId }) =>
      of.has(courseId) ? (tools.get(courseId) ?? []).map((toolId) => `${personId} ${toolId}`) : [],
    ),
  );
  return new Set(
    certified.flatMap(({ personId, toolId }) => (trained.has(`${personId} ${toolId}`) ? personId : [])),
  );
}

/** What stands below these trainings, by their keys: workshops, and trainings of the next generation. */
const belowThem = ({ below }: Pick<Forest, "below">, totIds: readonly number[]): number[] =>
  totIds.flatMap((id) => (below.get(id) ?? []).map(({ courseId }) => courseId));

/** Of the cooperatives that some workshops reached, how many none of these courses reached before the period. */
export function newAmong(
  facts: Facts,
  workshopIds: readonly number[],
  courseIds: readonly number[],
): number | null {
  const { reachedBefore } = facts;
  if (reachedBefore === null) return null;
  const before = new Set(courseIds.flatMap((id) => reachedBefore.get(id) ?? []));
  return organisationsOf(facts, workshopIds).filter((id) => facts.cooperatives.has(id) && !before.has(id))
    .length;
}

/**
 * What came of these trainings by those who completed them; of the trainings below them only where they are named too.
 * @param cascade the trainings of the cascade that they are of: what that reached before a period is not new in it.
 */
export function numbersOf(
  forest: Forest,
  facts: Facts,
  totIds: readonly number[],
  cascade: readonly number[] = totIds,
): CascadeNumbers {
  const of = new Set(totIds);
  const trainers = new Set(facts.completed.flatMap((one) => (of.has(one.courseId) ? one.personId : [])));
  const workshops = belowThem(forest, totIds).filter((id) => facts.workshops.has(id));
  const recordedTrainers = totIds
    .map((id) => facts.recorded.get(id) ?? null)
    .reduce<BySex>((sum, one) => (one ? together(sum, bySexInSum(one)) : sum), nobody);
  return {
    trainings: of.size,
    trainers: trainers.size,
    practising: practisingOf(forest, totIds).size,
    certified: certifiedOf(facts, totIds).size,
    recordedTrainers,
    workshops: workshops.length,
    ...reachOf(facts, workshops),
    newCooperatives: newAmong(facts, workshops, belowThem(forest, cascade)),
  };
}
