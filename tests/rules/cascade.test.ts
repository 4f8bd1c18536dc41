import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dotOf, legendOf } from "../../lib/cascade/rules/dots";
import { type Forest, forestOf, type Known, leftOutOf, trainingsFrom } from "../../lib/cascade/rules/forest";
import { type Facts, numbersOf, reachOf } from "../../lib/cascade/rules/numbers";

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

/** A few courses with who completed, taught and came; some without a day, some known by numbers alone. */
const worlds = fc
  .array(
    fc.record({
      kind: fc.constantFrom("tot" as const, "user" as const),
      day: fc.option(fc.constantFrom(...days), { freq: 8 }),
      length: fc.integer({ min: 0, max: 2 }),
      toolIds: tools,
      completed: fc.uniqueArray(person, { maxLength: 4 }),
      taught: fc.uniqueArray(fc.record({ personId: person, role: roles, toolIds: tools }), {
        maxLength: 3,
        selector: ({ personId }) => personId,
      }),
      came: fc.uniqueArray(
        fc.record({ person: fc.integer({ min: 20, max: 30 }), from: fc.integer({ min: 0, max: 3 }) }),
        {
          maxLength: 5,
          selector: ({ person: id }) => id,
        },
      ),
      inNumbers: fc.option(fc.option(fc.integer({ min: 0, max: 40 }), { freq: 5 }), { freq: 2 }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((rows) => {
    const all = rows.map((row, i) => ({ ...row, id: i + 1 }));
    const byName = all.filter(({ inNumbers }) => inNumbers === null);
    const known: Known = {
      courses: all.map(({ id, kind, day, length, toolIds }) => ({
        ...{ id, kind, toolIds, firstDay: day },
        lastDay: day === null ? null : days[Math.min(8, days.indexOf(day) + length)]!,
      })),
      completed: byName.flatMap(({ id, kind, completed }) =>
        kind === "tot" ? completed.map((personId) => ({ courseId: id, personId })) : [],
      ),
      taught: all.flatMap(({ id, taught }) => taught.map((one) => ({ courseId: id, ...one }))),
    };
    const facts: Facts = {
      kinds: new Map(all.map(({ id, kind }) => [id, kind])),
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
      heldFor: new Map(),
      cooperatives: new Set([1, 2]),
      recorded: new Map(
        all.flatMap(({ id, inNumbers }) =>
          inNumbers === null ? [] : [[id, { women: 0, men: 0, unknown: inNumbers }] as const],
        ),
      ),
    };
    return { all, known, facts };
  });
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

/** Said again in the plainest way: every pair is looked at until nothing more is found. */
function naive({ known }: World, rootIds: readonly number[]) {
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

const rootsOf = ({ known }: World) =>
  known.courses.filter(({ id, kind }) => kind === "tot" && id % 2 === 1).map(({ id }) => id);

/** Of these trainings, counted from the rows. */
function counted(world: World, tots: readonly number[]) {
  const model = naive(world, rootsOf(world));
  const kind = (id: number) => world.known.courses.find((one) => one.id === id)!.kind;
  const workshops = model.inside.filter(
    (id) => kind(id) === "user" && tots.includes(model.above(id)?.tot ?? 0),
  );
  const rows = world.all.filter(({ id, inNumbers }) => workshops.includes(id) && inNumbers === null);
  const came = rows.flatMap((row) => row.came);
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
    organisations: from.length,
    cooperatives: from.filter((id) => id <= 2).length,
    recordedWorkshops: workshops.length - rows.length,
  };
}

describe("the cascade", () => {
  it("has every course once, where a plain model puts it, over random courses", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const forest = forestOf(world.known, rootsOf(world), null);
        const model = naive(world, rootsOf(world));
        const byId = (a: { courseId: number }, b: { courseId: number }) => a.courseId - b.courseId;
        expect([...forest.places].sort(byId)).toEqual(
          model.inside
            .map((courseId) => ({
              courseId,
              totId: model.above(courseId)?.tot ?? null,
              personId: model.above(courseId)?.person ?? null,
              generation: model.generation(courseId),
            }))
            .sort(byId),
        );
      }),
      { numRuns: 300 },
    );
  });
  it("counts what the model counts, at each training and in sum", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const forest: Forest = forestOf(world.known, rootsOf(world), null);
        const tots = forest.places.flatMap(({ courseId }) =>
          world.facts.kinds.get(courseId) === "tot" ? courseId : [],
        );
        for (const of of [...tots.map((id) => [id]), tots])
          expect(numbersOf(forest, world.facts, of)).toMatchObject(counted(world, of));
        const roots = forest.places.filter(({ totId }) => totId === null);
        expect(
          roots.flatMap(({ courseId }) => trainingsFrom(forest, courseId, world.facts.kinds)).sort(),
        ).toEqual([...tots].sort());
      }),
      { numRuns: 300 },
    );
  });
  it("leads on only by what was taught afterwards with a tool of the training, and not by an apprentice", () => {
    const course = (id: number, kind: "tot" | "user", day: string, toolIds: number[]) => ({
      ...{ id, kind, toolIds, firstDay: day, lastDay: day },
    });
    const known: Known = {
      courses: [
        course(1, "tot", "2024-02-01", [1]),
        course(2, "user", "2024-03-01", [1, 2]),
        course(3, "user", "2024-03-01", [1, 2]),
        course(4, "user", "2024-01-01", [1]),
        course(5, "user", "2024-03-01", [1]),
      ],
      completed: [{ courseId: 1, personId: 1 }],
      taught: [
        { courseId: 2, personId: 1, role: "co_trainer", toolIds: [1] },
        { courseId: 3, personId: 1, role: "lead", toolIds: [2] },
        { courseId: 4, personId: 1, role: "lead", toolIds: [1] },
        { courseId: 5, personId: 1, role: "apprentice", toolIds: [1] },
      ],
    };
    const found = (toolId: number | null) =>
      forestOf(known, [1], toolId).places.map(({ courseId }) => courseId);
    expect(found(null)).toEqual([1, 2]);
    expect(found(2)).toEqual([1]);
  });
});

describe("who came to many workshops", () => {
  it("is counted once, whatever the keys, as a set of them would", () => {
    const keys = fc.integer({ min: 1, max: 3_000 });
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(keys, { minLength: 100, maxLength: 300, size: "max" }), {
          minLength: 8,
          maxLength: 12,
          size: "max",
        }),
        (lists) => {
          const came = new Map(lists.map((people, id) => [id, { people, organisations: people.slice(50) }]));
          const facts = {
            came,
            heldFor: new Map(),
            recorded: new Map(),
            cooperatives: new Set(lists[0]),
          } as unknown as Facts;
          const found = reachOf(facts, [...came.keys()]);
          const organisations = new Set(lists.flatMap((people) => people.slice(50)));
          expect(found).toMatchObject({
            people: new Set(lists.flat()).size,
            attendances: lists.flat().length,
            organisations: organisations.size,
            cooperatives: [...organisations].filter((id) => lists[0]!.includes(id)).length,
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("the dots of a picture", () => {
  const people = fc.array(fc.nat(5_000), { minLength: 1 });
  it("are larger the more people, up to the most that were reached, and the legend shows the first and last of them", () => {
    fc.assert(
      fc.property(people, (reached) => {
        const most = Math.max(...reached);
        const [fewest = 0] = reached.filter((one) => one > 0).sort((a, b) => a - b);
        expect(legendOf(reached)).toEqual(most === 0 ? [] : fewest === most ? [most] : [fewest, most]);
        for (const [one, other] of reached.flatMap((a) => reached.map((b) => [a, b] as const)))
          expect(Math.sign(dotOf(one, most) - dotOf(other, most))).toBe(Math.sign(one - other));
      }),
    );
  });
});

describe("a course that its trainers taught and that is left out", () => {
  it("is each that is not in it, once, with what keeps it out", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const roots = rootsOf(world);
        const forest = forestOf(world.known, roots, null);
        const model = naive(world, roots);
        const out = leftOutOf(world.known, [], forest, null);
        const trained = new Set(
          world.known.completed.flatMap((c) => (model.inside.includes(c.courseId) ? c.personId : [])),
        );
        const taught = world.all.filter(({ taught }) => taught.some(({ personId }) => trained.has(personId)));
        expect(out.map(({ courseId }) => courseId).sort((a, b) => a - b)).toEqual(
          taught.map(({ id }) => id).filter((id) => !model.inside.includes(id)),
        );
        // With somebody on each roll, no other reason is left.
        expect(out.filter(({ why }) => why === "noRoll")).toEqual([]);
      }),
    );
  });
});
