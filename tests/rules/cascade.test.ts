import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dotOf, legendOf } from "../../lib/cascade/rules/dots";
import { type Forest, forestOf, type Known, leftOutOf, trainingsFrom } from "../../lib/cascade/rules/forest";
import { type Facts, numbersOf, reachOf } from "../../lib/cascade/rules/numbers";
import { bySexAmong, keptBySex, womenIn } from "../../lib/records/rules/numbers";
import { counted, naive, periods, rootsOf, within, worlds } from "../support/forests";

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
  it("counts of a period what the model counts of it, people once, and trainers as ever", () => {
    fc.assert(
      fc.property(worlds, periods, (world, period) => {
        const forest: Forest = forestOf(world.known, rootsOf(world), null);
        const tots = forest.places.flatMap(({ courseId }) =>
          world.facts.kinds.get(courseId) === "tot" ? courseId : [],
        );
        const facts = { ...world.facts, workshops: within(world.all, period) };
        for (const of of [...tots.map((id) => [id]), tots]) {
          const found = numbersOf(forest, facts, of);
          expect(found).toMatchObject(counted(world, of, period));
          const { trainers, practising } = numbersOf(forest, world.facts, of);
          expect(found).toMatchObject({ trainers, practising });
        }
      }),
      { numRuns: 300 },
    );
  });
  it("says how many women there were only where a record does, and of five people or more", () => {
    const women = (women: number, men: number, unknown: number) => womenIn({ women, men, unknown });
    expect([women(3, 2, 0), women(2, 2, 0), women(0, 0, 20), women(0, 6, 0)]).toEqual([3, null, null, 0]);
    // A record that speaks of men alone does not say that the others were none.
    expect([women(0, 6, 4), women(2, 0, 9)]).toEqual([null, 2]);
  });
  it("does not say by a sum, with and without a workshop of four people, how many women came to that", () => {
    const recorded = new Map([
      [1, { women: 10, men: 10, unknown: 0 }],
      [2, { women: 3, men: 1, unknown: 0 }],
    ]);
    const facts = {
      came: new Map(),
      cameBySex: new Map(),
      heldFor: new Map(),
      reachedBefore: null,
      cooperatives: new Set<number>(),
      recorded,
    };
    const of = (...ids: number[]) => reachOf(facts as unknown as Facts, ids);
    expect(womenIn(of(1, 2).recordedPeople)).toBe(womenIn(of(1).recordedPeople));
    expect(of(1, 2).recordedPeople).toEqual({ women: 10, men: 10, unknown: 4 });
  });
  it("keeps of those who came how many women there were, of five or more who said it alone", () => {
    const said = (women: number, men: number, others: number) =>
      keptBySex([
        ...Array<string>(women).fill("woman"),
        ...Array<string>(men).fill("man"),
        ...Array<string>(others).fill("undisclosed"),
        undefined,
      ]);
    expect([said(13, 7, 0), said(3, 2, 9), said(3, 1, 16), said(0, 0, 20)]).toEqual([
      { women: 13, men: 7 },
      { women: 3, men: 2 },
      { women: 0, men: 0 },
      { women: 0, men: 0 },
    ]);
    expect(bySexAmong(21, said(13, 7, 0))).toEqual({ women: 13, men: 7, unknown: 1 });
    // Counted of more people than came: of others.
    expect([bySexAmong(4, said(13, 7, 0)), bySexAmong(4, undefined)]).toEqual([
      { women: 0, men: 0, unknown: 4 },
      { women: 0, men: 0, unknown: 4 },
    ]);
  });
  it("says of no workshop, by no difference of two sums, what fewer than five said of their sex", () => {
    fc.assert(
      fc.property(worlds, periods, (world, period) => {
        const facts = { ...world.facts, workshops: within(world.all, period) };
        const named = world.all.filter(({ inNumbers }) => inNumbers === null);
        const all = named.map(({ id }) => id);
        const sum = (ids: readonly number[]) => reachOf(facts, ids).attendedBySex;
        for (const { id, came } of named) {
          const [one, whole, without] = [sum([id]), sum(all), sum(all.filter((other) => other !== id))];
          const difference = {
            women: whole.women - without.women,
            men: whole.men - without.men,
            unknown: whole.unknown - without.unknown,
          };
          expect(difference).toEqual(one);
          const told = came.filter(({ sex }) => sex === "woman" || sex === "man").length;
          if (told < 5) expect(difference).toEqual({ women: 0, men: 0, unknown: came.length });
        }
      }),
      { numRuns: 200 },
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
            cameBySex: new Map(),
            came,
            heldFor: new Map(),
            reachedBefore: null,
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
