import fc from "fast-check";
import type { Known } from "../../lib/cascade/rules/forest";
import type { Facts } from "../../lib/cascade/rules/numbers";
import { beganIn, ever, type Period } from "../../lib/cascade/rules/period";
import { keptBySex } from "../../lib/records/rules/numbers";
import { addDays, daysFrom } from "../../lib/time/civil";

const unique = <T>(list: readonly T[]) => [...new Set(list)];
const days = Array.from({ length: 9 }, (_, i) => `2024-0${i + 1}-01`);
const person = fc.integer({ min: 1, max: 7 });
const tools = fc.uniqueArray(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 2 });
/** The first two people are certified, each for a tool of their own. */
const certified = [
  { personId: 1, toolId: 1 },
  { personId: 2, toolId: 3 },
];
const roles = fc.constantFrom("lead" as const, "co_trainer" as const, "apprentice" as const);

type Row = { id: number; kind: "tot" | "user"; day: string | null; year: number | null };
/** Keys of the workshops that began within a period. */
export const within = (rows: readonly Row[], period: Period) =>
  new Set(
    rows
      .filter(({ kind, day, year }) => kind === "user" && beganIn({ startsOn: day, year }, period) === "in")
      .map(({ id }) => id),
  );
const someDay = fc.integer({ min: 0, max: 1_200 }).map((nth) => addDays("2022-11-01", nth));
export const periods: fc.Arbitrary<Period> = fc.record({ from: fc.option(someDay), to: fc.option(someDay) });

const numbered = fc.record({
  women: fc.integer({ min: 0, max: 9 }),
  men: fc.integer({ min: 0, max: 9 }),
  unknown: fc.constantFrom(0, 0, 3),
});

/** A few courses with who completed, taught and came; some of a year alone or without any day, some known by numbers alone. */
export const worlds = fc
  .array(
    fc.record({
      kind: fc.constantFrom("tot" as const, "user" as const),
      day: fc.option(fc.constantFrom(...days), { freq: 8 }),
      year: fc.option(fc.constantFrom(2023, 2024, 2025), { freq: 3 }),
      length: fc.integer({ min: 0, max: 2 }),
      toolIds: tools,
      completed: fc.uniqueArray(person, { maxLength: 4 }),
      taught: fc.uniqueArray(fc.record({ personId: person, role: roles, toolIds: tools }), {
        maxLength: 3,
        selector: ({ personId }) => personId,
      }),
      came: fc.uniqueArray(
        fc.record({
          person: fc.integer({ min: 20, max: 30 }),
          from: fc.integer({ min: 0, max: 3 }),
          sex: fc.constantFrom("woman", "woman", "man", "undisclosed", undefined),
        }),
        {
          maxLength: 9,
          selector: ({ person: id }) => id,
        },
      ),
      inNumbers: fc.option(numbered, { freq: 2 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((rows) => {
    const all = rows.map((row, i) => ({ ...row, id: i + 1 }));
    const byName = all.filter(({ inNumbers }) => inNumbers === null);
    const known: Known = {
      courses: all.map(({ id, kind, day, year, length, toolIds }) => ({
        ...{ id, kind, toolIds },
        firstDay: day ?? (year && `${year}-01-01`),
        lastDay: day === null ? year && `${year}-12-31` : days[Math.min(8, days.indexOf(day) + length)]!,
      })),
      completed: byName.flatMap(({ id, kind, completed }) =>
        kind === "tot" ? completed.map((personId) => ({ courseId: id, personId })) : [],
      ),
      taught: all.flatMap(({ id, taught }) => taught.map((one) => ({ courseId: id, ...one }))),
    };
    const facts: Facts = {
      kinds: new Map(all.map(({ id, kind }) => [id, kind])),
      workshops: within(all, ever),
      completed: known.completed,
      certified,
      tools: new Map(all.map(({ id, toolIds }) => [id, toolIds])),
      came: new Map(
        byName.map(({ id, came }) => [
          id,
          {
            people: came.map((one) => one.person),
            organisations: unique(came.map((one) => one.from)).filter((from) => from > 0),
          },
        ]),
      ),
      cameBySex: new Map(byName.map(({ id, came }) => [id, keptBySex(came.map(({ sex }) => sex))])),
      heldFor: new Map(),
      reachedBefore: null,
      cooperatives: new Set([1, 2]),
      recorded: new Map(
        all.flatMap(({ id, inNumbers }) => (inNumbers === null ? [] : [[id, inNumbers] as const])),
      ),
    };
    return { all, known, facts };
  });
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

/** Said again in the plainest way: every pair is looked at until nothing more is found. */
export function naive({ known }: World, rootIds: readonly number[]) {
  const course = (id: number) => known.courses.find((one) => one.id === id)!;
  const ways = known.courses.flatMap((child) =>
    known.taught
      .filter((t) => t.courseId === child.id && t.role !== "apprentice")
      .flatMap((t) =>
        known.completed
          .filter((c) => c.personId === t.personId)
          .filter((c) => {
            const tot = course(c.courseId);
            return (
              tot.lastDay !== null &&
              child.firstDay !== null &&
              tot.lastDay < child.firstDay &&
              t.toolIds.some((tool) => tot.toolIds.includes(tool))
            );
          })
          .map((c) => ({ child: child.id, tot: c.courseId, person: t.personId, lead: t.role === "lead" })),
      ),
  );
  let inside = known.courses
    .filter(({ id, kind }) => rootIds.includes(id) && kind === "tot")
    .map(({ id }) => id);
  for (let before = -1; before !== inside.length; ) {
    before = inside.length;
    inside = [...new Set([...inside, ...ways.filter((w) => inside.includes(w.tot)).map((w) => w.child)])];
  }
  const within = ways.filter((w) => inside.includes(w.tot));
  const above = (id: number) => {
    const all = within.filter(({ child }) => child === id);
    const led = all.filter(({ lead }) => lead);
    return (led.length > 0 ? led : all).sort(
      (a, b) =>
        course(a.tot).lastDay!.localeCompare(course(b.tot).lastDay!) || a.tot - b.tot || a.person - b.person,
    )[0];
  };
  const generation = (id: number): number => {
    const tot = above(id)?.tot;
    if (tot === undefined) return 1;
    return generation(tot) + (course(id).kind === "tot" ? 1 : 0);
  };
  return { inside, above, generation, within };
}

export const rootsOf = ({ known }: World) =>
  known.courses.filter(({ id, kind }) => kind === "tot" && id % 2 === 1).map(({ id }) => id);

/** Every day on which a course may have begun lies within a period, looked at one by one. */
function plainlyIn({ day, year }: Row, { from, to }: Period) {
  const may = day ? [day] : daysFrom(`${year}-01-01`, `${year}-12-31`);
  return may.every((one) => (from === null || one >= from) && (to === null || one <= to));
}

/** Of these trainings, counted from the rows. */
export function counted(world: World, tots: readonly number[], period: Period = ever) {
  const model = naive(world, rootsOf(world));
  const kind = (id: number) => world.known.courses.find((one) => one.id === id)!.kind;
  const workshops = model.inside.filter(
    (id) =>
      kind(id) === "user" &&
      tots.includes(model.above(id)?.tot ?? 0) &&
      plainlyIn(world.all.find((row) => row.id === id)!, period),
  );
  const rows = world.all.filter(({ id, inNumbers }) => workshops.includes(id) && inNumbers === null);
  const said = world.all.flatMap(({ id, inNumbers }) => (workshops.includes(id) ? (inNumbers ?? []) : []));
  // By sex, of courses with five people or more alone: a smaller one is within the sum as if it said nothing of it.
  const all = said.map(({ women, men, unknown }) => women + men + unknown);
  const sum = (of: "women" | "men") => said.reduce((sum, one, i) => sum + (all[i]! < 5 ? 0 : one[of]), 0);
  const [women, men] = [sum("women"), sum("men")];
  const unknown = all.reduce((sum, people) => sum + people, 0) - women - men;
  const came = rows.flatMap((row) => row.came);
  // Of people known by name, where five or more of a workshop said it; all others came without a sex.
  const telling = rows
    .map((row) => row.came.filter(({ sex }) => sex === "woman" || sex === "man"))
    .filter((all) => all.length >= 5)
    .flat();
  const womenThere = telling.filter(({ sex }) => sex === "woman").length;
  const from = unique(came.map((one) => one.from)).filter((id) => id > 0);
  const trainers = unique(
    world.known.completed.filter((c) => tots.includes(c.courseId)).map((c) => c.personId),
  );
  return {
    trainers: trainers.length,
    practising: trainers.filter((id) => model.within.some((w) => w.person === id && tots.includes(w.tot)))
      .length,
    certified: certified.filter(({ personId, toolId }) =>
      world.known.completed.some(
        (c) =>
          c.personId === personId &&
          tots.includes(c.courseId) &&
          world.known.courses.find(({ id }) => id === c.courseId)!.toolIds.includes(toolId),
      ),
    ).length,
    workshops: workshops.length,
    people: unique(came.map((one) => one.person)).length,
    attendances: came.length,
    attendedBySex: {
      women: womenThere,
      men: telling.length - womenThere,
      unknown: came.length - telling.length,
    },
    organisations: from.length,
    cooperatives: from.filter((id) => id <= 2).length,
    recordedWorkshops: workshops.length - rows.length,
    recordedPeople: { women, men, unknown },
  };
}
