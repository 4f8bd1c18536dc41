import type { Programmes } from "../access/table";
import type { Context } from "../acts/context";
import { coursesWithPresence } from "../attendance/store/presence";
import { completersOf, totsCompletedBy } from "../certificates/store/completers";
import { heldAmong, toolKeysIn, trainersAmongCourses } from "../courses/store/cascade";
import { cameTo } from "../courses/store/reached";
import { toolOfEachModule } from "../curriculum/store";
import { cooperativesAmong } from "../people/store/organisationList";
import { programmeDays } from "../programmes/store/days";
import { type BySex, reachedByRecord } from "../records/rules/numbers";
import { headcountsAmong } from "../records/store";
import { cameBySexIn } from "../registrations/store/bySex";
import { organisationsOfWorkshops } from "../registrations/store/heldFor";
import { certifiedAmong } from "../stages/store/register";
import { taughtInRoles } from "../timetable/store/taughtAs";
import {
  type CascadeCourse,
  certainDays,
  type Forest,
  forestOf,
  type Known,
  linksIn,
  type TaughtIn,
} from "./rules/forest";
import type { Facts } from "./rules/numbers";
import { beganIn, type Period } from "./rules/period";

type Held = ReturnType<typeof heldAmong>[number];

/** What these people taught, each tool by itself; what nobody said a role of was taught together. */
function taughtBy(
  cx: Context,
  personIds: readonly number[],
  toolOf: ReadonlyMap<number, number>,
): TaughtIn[] {
  const found = new Map<string, TaughtIn & { toolIds: number[] }>();
  for (const { courseId, personId, moduleId, role } of taughtInRoles(cx, personIds)) {
    const as = role ?? "co_trainer";
    const key = `${courseId} ${personId} ${as}`;
    const row = found.get(key) ?? { courseId, personId, role: as, toolIds: [] };
    const toolId = toolOf.get(moduleId);
    if (toolId !== undefined && !row.toolIds.includes(toolId)) row.toolIds.push(toolId);
    found.set(key, row);
  }
  return [...found.values()];
}

const asKnown = (
  rows: readonly Held[],
  tools: ReadonlyMap<number, number[]>,
): readonly (CascadeCourse & Held)[] =>
  rows.map((row) => ({ ...row, ...certainDays(row), toolIds: tools.get(row.id) ?? [] }));

/** A workshop whose people are known one by one, by its roll. */
const isOfPeople = ({ kind, countedBy }: Held): boolean => kind === "user" && countedBy === "people";

const keysOf = (rows: readonly Held[]) => rows.map(({ id }) => id);

/** Those of these courses that nothing came of: workshops that are counted by people, and on whose roll nobody is. */
function withoutPeople(cx: Context, rows: readonly Held[]): Held[] {
  const asked = rows.filter(isOfPeople);
  const there = coursesWithPresence(cx, keysOf(asked));
  return asked.filter(({ id }) => !there.has(id));
}

/**
 * Whatever may have come of some trainings of trainers within a reach: their people, what these taught, the trainings among
 * that, and so on until nobody new is found. Reads once a generation. `empty`: workshops among that to which nobody came.
 */
export function gather(cx: Context, programmes: Programmes, rootIds: readonly number[]) {
  const toolOf = toolOfEachModule(cx);
  const held = new Map<number, Held>();
  const empty = new Map<number, Held>();
  const people = new Set<number>();
  const known = { completed: [] as Known["completed"][number][], taught: [] as TaughtIn[] };
  let next = heldAmong(cx, programmes, rootIds);
  while (next.length > 0) {
    for (const row of next) held.set(row.id, row);
    const tots = next.flatMap(({ id, kind }) => (kind === "tot" ? id : []));
    const completed = completersOf(cx, tots);
    known.completed.push(...completed);
    const fresh = [...new Set(completed.map(({ personId }) => personId))].filter((id) => !people.has(id));
    for (const id of fresh) people.add(id);
    const taught = fresh.length > 0 ? taughtBy(cx, fresh, toolOf) : [];
    known.taught.push(...taught);
    const found = [...new Set(taught.map(({ courseId }) => courseId))].filter((id) => !held.has(id));
    const rows = found.length > 0 ? heldAmong(cx, programmes, found) : [];
    for (const row of withoutPeople(cx, rows)) empty.set(row.id, row);
    next = rows.filter(({ id }) => !empty.has(id));
  }
  const courses = asKnown([...held.values()], toolKeysIn(cx, [...held.keys()]));
  return { held, known: { ...known, courses }, empty: asKnown([...empty.values()], new Map()) };
}

/** The organisations that each of these workshops reached which may have begun before a period; null where it has no first day. */
function organisationsBefore(
  cx: Context,
  rows: readonly Held[],
  { from }: Period,
): ReadonlyMap<number, readonly number[]> | null {
  if (from === null) return null;
  const earlier = rows.filter((row) => row.kind === "user" && beganIn(row, { from, to: null }) !== "in");
  const came = cameTo(cx, keysOf(earlier.filter(isOfPeople)));
  const heldFor = organisationsOfWorkshops(cx, keysOf(earlier));
  return new Map(
    keysOf(earlier).map((id) => [id, [...(came.get(id)?.organisations ?? []), ...(heldFor.get(id) ?? [])]]),
  );
}

/**
 * Who came to the workshops of a forest that began within a period, who is certified today for a tool that they were trained in,
 * and what records say.
 * @param toolId the only tool that is asked about; null: any.
 */
function factsOf(
  cx: Context,
  { held, known }: ReturnType<typeof gather>,
  { places }: Pick<Forest, "places">,
  toolId: number | null,
  period: Period,
): Facts {
  const rows = places.map(({ courseId }) => held.get(courseId)!);
  const counted = rows.filter((row) => row.kind === "user" && beganIn(row, period) === "in");
  const came = cameTo(cx, keysOf(counted.filter(isOfPeople)));
  const heldFor = organisationsOfWorkshops(cx, keysOf(counted));
  const organisations = new Set([
    ...[...came.values()].flatMap((one) => one.organisations),
    ...[...heldFor.values()].flat(),
  ]);
  const inNumbers = rows.flatMap(({ id, countedBy }) => (countedBy === "numbers" ? id : []));
  const headcounts = headcountsAmong(cx, inNumbers);
  const trainers = [...new Set(known.completed.map(({ personId }) => personId))];
  return {
    kinds: new Map(rows.map(({ id, kind }) => [id, kind])),
    workshops: new Set(keysOf(counted)),
    completed: known.completed,
    certified: certifiedAmong(cx, programmeDays(cx), trainers).filter(
      (one) => toolId === null || one.toolId === toolId,
    ),
    tools: new Map(known.courses.map(({ id, toolIds }) => [id, toolIds])),
    ...{ came, heldFor },
    cameBySex: cameBySexIn(cx, [...came.keys()]),
    cooperatives: cooperativesAmong(cx, [...organisations]),
    reachedBefore: organisationsBefore(cx, rows, period),
    recorded: new Map<number, BySex | null>(
      inNumbers.map((id) => [id, reachedByRecord(headcounts.filter(({ courseId }) => courseId === id))]),
    ),
  };
}

/**
 * All that came of some trainings of trainers within a reach, of which generation each course of it is, and what is counted of it.
 * @param toolId the only tool that is asked about; null: any. @param period when the workshops that are counted began.
 */
export function cascadeFrom(
  cx: Context,
  programmes: Programmes,
  rootIds: readonly number[],
  { toolId, period }: { toolId: number | null; period: Period },
) {
  const gathered = gather(cx, programmes, rootIds);
  const forest = forestOf(gathered.known, rootIds, toolId);
  const facts = factsOf(cx, gathered, forest, toolId, period);
  const generationOf = new Map(forest.places.map(({ courseId, generation }) => [courseId, generation]));
  return { gathered, forest, facts, generationOf };
}

/** Those of these trainings of trainers that came of none of others: nobody who taught them completed one of these before. */
export function firstAmong(
  cx: Context,
  programmes: Programmes,
  totIds: readonly number[],
  others: ReadonlySet<number>,
  toolId: number | null,
): number[] {
  const trainers = trainersAmongCourses(cx, totIds);
  const completed = totsCompletedBy(cx, trainers).filter(({ courseId }) => others.has(courseId));
  const asked = new Set(totIds);
  const taught = taughtBy(cx, trainers, toolOfEachModule(cx)).filter(({ courseId }) => asked.has(courseId));
  const keys = [...new Set([...totIds, ...completed.map(({ courseId }) => courseId)])];
  const courses = asKnown(heldAmong(cx, programmes, keys), toolKeysIn(cx, keys));
  const later = new Set(linksIn({ courses, completed, taught }, toolId).map(({ courseId }) => courseId));
  return totIds.filter((id) => !later.has(id));
}
