import * as fc from "fast-check";
import type { StageEventKind } from "../../db/values/stages";
import { type Entered, evidenceOf, keyOfCourse, keyOfPlan } from "../../lib/stages/rules/entered";
import { type Gates, ownGates } from "../../lib/stages/rules/gates";
import { criteria } from "../../lib/stages/rules/rubric";
import type { Evidence } from "../../lib/stages/rules/stage";
import { addDays } from "../../lib/time/civil";

/** The modules of the tool of these histories. */
export const codes = ["M1", "M2", "M3"];

/** Days lie close together, so that many things are about one day. */
export const anyDay = fc.nat(40).map((n) => addDays("2022-01-03", 27 * n));

/** Something that was entered, with what it refers to by its place among what was drawn. */
type Drawn = Omit<Entered, "id" | "ofId"> & { of: number | null };

/** A way as it was: what courses, plans and documents say of themselves, and what was entered. */
export type History = { pieces: Evidence[]; drawn: Drawn[] };

/** What is decided rests on what was there when it was decided: these follow one another as their days do. */
const decisions: readonly StageEventKind[] = [
  ...(["recommended", "returned", "refused", "approved", "certified_before"] as const),
  ...(["renewed", "master_approved"] as const),
  ...(["not_continued", "suspended", "withdrawn", "resumed"] as const),
];
const evidence = ["practicum", "coaching_visit", "examination", "refresher"] as const;
const master = ["master_training", "master_examination"] as const;
const strikable: readonly StageEventKind[] = [
  ...evidence,
  ...master,
  ...(["workshop_confirmed", "observation", "signed", "recommended", "suspended", "resumed"] as const),
];

const happenings = [
  ...(["tot", "tot", "recognised", "taken_back", "workshop", "workshop", "workshop", "tot_taught"] as const),
  ...([
    "plan",
    "confirmed",
    "confirmed",
    "observation",
    "observation",
    "signed",
    "signed",
    "left",
    "corrected",
  ] as const),
  ...(["step", "step", "master_step", "recommended", "answered", "approved", "approved"] as const),
  ...(["before", "renewed", "renewed", "master", "stopped", "stopped", "resumed", "resumed"] as const),
  ...(["approved", "withdrawn", "struck", "struck"] as const),
] as const;

/** One of these things that happens, with dice for whatever it has to choose. */
const oneOf = (whats: readonly (typeof happenings)[number][]) =>
  fc.record({
    what: fc.constantFrom(...whats),
    on: anyDay,
    until: fc.integer({ min: 1, max: 6 }).map((n) => 90 * n),
    modules: fc.subarray(codes, { minLength: 1 }),
    pick: fc.nat(1000),
    yes: fc.boolean(),
    points: fc.integer({ min: 1, max: 5 }),
  });
const happening = oneOf(happenings);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

const later = (a: string, b: string) => (a > b ? a : b);

/** Makes of what happens, one after the other, a way: whatever finds nothing to refer to did not happen. */
function wayOf(happened: readonly Happening[]): History {
  const pieces: Evidence[] = [];
  const drawn: Drawn[] = [];
  const one = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];
  const enter = (kind: StageEventKind, day: string, more: Partial<Drawn> = {}) =>
    drawn.push({
      ...{ toolId: 1, kind, day, of: null, awaits: null, courseId: null, modules: null, until: null },
      ...{ exception: false, rubric: null, enteredBy: 1, ...more },
    });
  const entered = (...kinds: readonly StageEventKind[]) =>
    drawn.flatMap(({ kind, awaits }, at) => (kinds.includes(kind) && awaits === null ? at : []));
  const observations = () => drawn.flatMap(({ kind }, at) => (kind === "observation" ? at : []));
  for (const [n, { what, on, until, modules, pick, yes, points }] of happened.entries()) {
    const workshops = pieces.filter(({ kind }) => kind === "workshop");
    const workshop = one(workshops, pick);
    const courseId = workshop ? Number(workshop.key.split(" ")[2]) : null;
    const end = addDays(on, until);
    /** Enters what refers to one of these, on its day or later. */
    const about = (all: readonly number[], kind: StageEventKind, more: Partial<Drawn> = {}) => {
      const of = one(all, pick);
      if (of !== undefined) enter(kind, later(on, drawn[of]!.day), { of, ...more });
    };
    const observe = (course: Evidence, by: number) =>
      enter("observation", course.day, {
        ...{ courseId: Number(course.key.split(" ")[2]), enteredBy: by, awaits: yes ? "confirmed" : null },
        rubric: { points: criteria.map((_, at) => (at === 0 ? points : 4)), strengths: "", advice: "" },
      });
    if (what === "tot")
      pieces.push({ kind: "tot_completed", key: `tot ${n}`, day: on, modules, practicum: yes });
    if (what === "recognised") pieces.push({ kind: "recognised", key: `recognised ${n}`, day: on, modules });
    if (what === "taken_back") {
      const back = one(
        pieces.filter(({ kind }) => kind === "recognised"),
        pick,
      );
      if (back) pieces.push({ kind: "taken_back", key: `back ${n}`, day: later(on, back.day), of: back.key });
    }
    if (what === "workshop")
      pieces.push({
        ...{ kind: "workshop", key: keyOfCourse(1, n), day: on, modules, trainers: 1 + (pick % 2) },
        ...{
          role: (["lead", "co_trainer", "apprentice"] as const)[pick % 3]!,
          roll: points > 1,
          spared: yes,
        },
      });
    if (what === "tot_taught")
      pieces.push({ kind: "tot_taught", key: keyOfCourse(1, n), day: on, modules, partly: yes });
    if (what === "plan") pieces.push({ kind: "action_plan", key: keyOfPlan(n), day: on });
    if (what === "confirmed" && workshop) enter("workshop_confirmed", later(on, workshop.day), { courseId });
    if (what === "observation" && workshop) observe(workshop, 2 + (pick % 2));
    if (what === "corrected") {
      const old = one(observations(), pick);
      const course = workshops.find(({ key }) => key === keyOfCourse(1, drawn[old ?? 0]?.courseId ?? 0));
      if (old === undefined || !course) continue;
      enter("struck", later(on, drawn[old]!.day), { of: old });
      observe(course, drawn[old]!.enteredBy!);
    }
    if (what === "signed") about(observations(), "signed");
    // Left as it is, though something on which it rests was struck out.
    if (what === "left") about(entered("struck"), "signed");
    if (what === "step") enter(evidence[pick % evidence.length]!, on);
    if (what === "master_step") enter(master[pick % master.length]!, on);
    if (what === "recommended")
      enter("recommended", on, { modules, awaits: points === 1 ? "renewed" : null, exception: points === 1 });
    if (what === "answered")
      about(
        drawn.flatMap(({ kind }, at) => (kind === "recommended" ? at : [])),
        yes ? "returned" : "refused",
      );
    if (what === "approved")
      if (yes) about(entered("recommended"), "approved", { modules, until: end, exception: points === 1 });
      else enter("approved", on, { modules: points === 1 ? null : modules, until: end });
    if (what === "before") {
      enter("certified_before", on, { modules, until: end, awaits: "confirmed" });
      if (yes) enter("approved", addDays(on, pick), { of: drawn.length - 1, modules, until: end });
    }
    if (what === "renewed") enter("renewed", on, { until: end, modules: yes ? modules : null });
    if (what === "master") enter("master_approved", on, { until: end, exception: points === 1 });
    if (what === "stopped") enter(yes ? "suspended" : "not_continued", on);
    if (what === "withdrawn") enter("withdrawn", on);
    if (what === "resumed") about(entered("suspended", "not_continued"), "resumed");
    if (what === "struck")
      about(
        drawn.flatMap(({ kind }, at) => (strikable.includes(kind) ? at : [])),
        "struck",
      );
  }
  return { pieces, drawn };
}

/** Random ways of somebody with one tool of several modules. */
export const anyHistory: fc.Arbitrary<History> = fc.array(happening, { maxLength: 30 }).map(wayOf);

/** Random ways on which much is seen, decided, struck out and corrected. */
export const anyStruck: fc.Arbitrary<History> = fc
  .array(
    oneOf([
      ...(["confirmed", "observation", "observation", "signed", "signed", "signed", "step"] as const),
      ...(["approved", "approved", "renewed", "master", "withdrawn", "before"] as const),
      ...(["struck", "struck", "struck", "corrected", "corrected", "left"] as const),
    ]),
    { minLength: 6, maxLength: 24, size: "max" },
  )
  .chain((happened) =>
    fc
      .array(oneOf(["workshop"]), { minLength: 1, maxLength: 2 })
      .map((workshops) => wayOf([...workshops, ...happened])),
  );

/** Random conditions. */
export const anyGates: fc.Arbitrary<Gates> = fc
  .record({
    ...{
      practicum: fc.boolean(),
      actionPlan: fc.boolean(),
      firstModule: fc.boolean(),
      inPairs: fc.boolean(),
    },
    ...{ workshops: fc.nat(3), workshopMonths: fc.constantFrom(0, 6, 12), leadWorkshops: fc.nat(1) },
    ...{ countOneIn: fc.constantFrom(undefined, 1, 3), observations: fc.nat(2), observers: fc.nat(2) },
    ...{ passMark: fc.integer({ min: 10, max: 50 }), criterionMinimum: fc.integer({ min: 1, max: 5 }) },
    ...{ coachingVisits: fc.nat(2), examination: fc.boolean(), refresher: fc.boolean() },
    ...{ renewalExamination: fc.boolean(), graceMonths: fc.nat(6) },
  })
  .map(({ countOneIn, ...more }) => ({ ...ownGates, ...more, ...(countOneIn ? { countOneIn } : {}) }));

/** What has to be there before each of these was entered: what it refers to, and of a decision the one before it. */
function before(drawn: readonly Drawn[]): ReadonlyMap<number, readonly number[]> {
  const decided = drawn
    .flatMap(({ kind, day }, at) => (decisions.includes(kind) ? [{ at, day }] : []))
    .sort((a, b) => a.day.localeCompare(b.day) || a.at - b.at);
  const previous = new Map(decided.map(({ at }, i) => [at, i === 0 ? [] : [decided[i - 1]!.at]]));
  return new Map(
    drawn.map(({ of }, at) => [at, [...(of === null ? [] : [of]), ...(previous.get(at) ?? [])]]),
  );
}

/**
 * A way as it stands in the database when it was entered in one of the orders in which that could have been.
 * @param dice which of those that could come next does, and where the keys begin.
 */
export function enteredInOrder({ pieces, drawn }: History, dice: () => number) {
  const waitsFor = before(drawn);
  const order: number[] = [];
  const left = new Set(drawn.keys());
  while (left.size > 0) {
    const next = [...left].filter((at) => waitsFor.get(at)!.every((other) => !left.has(other)));
    const at = next[dice() % next.length]!;
    left.delete(at);
    order.push(at);
  }
  // Keys are not of one length.
  const first = [1, 5, 95][dice() % 3]!;
  const idOf = new Map(order.map((at, i) => [at, first + i]));
  const entries = order.map((at): Entered => {
    const { of, ...one } = drawn[at]!;
    return { ...one, id: idOf.get(at)!, ofId: of === null ? null : idOf.get(of)! };
  });
  const history = [...evidenceOf(entries, codes), ...pieces];
  const weights = new Map(history.map((one) => [one, dice()]));
  history.sort((a, b) => weights.get(a)! - weights.get(b)!);
  const placeOf = new Map([...idOf].map(([at, id]) => [id, at]));
  /** What is said of the way, with its entries called by what was drawn and not by the order in which they came. */
  const called = (said: unknown): unknown =>
    JSON.parse(
      JSON.stringify(said, (_, value) => (value instanceof Set ? [...value].sort() : value)).replace(
        /event (\d+)/g,
        (_, id) => `entry ${placeOf.get(Number(id))}`,
      ),
    );
  return { entries, history, called };
}

/** What somebody throws, for as long as they ask. */
export const dice = fc.infiniteStream(fc.nat()).map((thrown) => () => thrown.next().value as number);

/** Random ways as they are read. */
export const anyRead: fc.Arbitrary<Evidence[]> = fc
  .tuple(anyHistory, dice)
  .map(([way, thrown]) => enteredInOrder(way, thrown).history);
