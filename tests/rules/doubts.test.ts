import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedBy } from "../../lib/stages/rules/counted";
import { approvals } from "../../lib/stages/rules/decide";
import type { DoubtedFor } from "../../lib/stages/rules/doubted";
import { type Counted, doubtedFor, doubtsIn, groundsEntered } from "../../lib/stages/rules/doubts";
import { type Entered, evidenceOf, keyOfCourse } from "../../lib/stages/rules/entered";
import { ownGates } from "../../lib/stages/rules/gates";
import type { Evidence } from "../../lib/stages/rules/stage";
import { addDays } from "../../lib/time/civil";
import { anyStruck, type History } from "../support/histories";

type E = Entered & { enteredAt: number };

/** What was drawn, as it can be entered one after the other: each thing is struck out and signed once, and a correction is one act with its strike. */
function enteredFrom({ drawn }: History): E[] {
  const all: E[] = [];
  const at = (id: number | null) => all.find((one) => one.id === id);
  const gone = (id: number) => all.some(({ kind, ofId }) => kind === "struck" && ofId === id);
  for (const [n, { of, ...one }] of drawn.entries()) {
    const about = at(of === null ? null : of + 1);
    if (of !== null && (!about || gone(about.id))) continue;
    const signed = all.some(({ id, kind, ofId }) => kind === "signed" && ofId === about?.id && !gone(id));
    if (one.kind === "signed" && signed) continue;
    const before = all.at(-1);
    const struck = before?.kind === "struck" ? at(before.ofId) : undefined;
    const corrects =
      one.kind === "observation" &&
      struck?.kind === "observation" &&
      struck.courseId === one.courseId &&
      struck.enteredBy === one.enteredBy;
    all.push({ ...one, id: n + 1, ofId: about?.id ?? null, enteredAt: corrects ? before!.enteredAt : n + 1 });
  }
  return all;
}

/** Something that counts or not: an observation with its corrections, the confirmations of one workshop, a step. */
type Line = {
  courseId: number | null;
  standing: Set<number>;
  signature: number | null;
  awaits: boolean;
  sum: number;
  least: number;
};
/** That a decision counted such a thing, as it was then. */
type Rests = {
  line: Line;
  sum: number;
  least: number;
  names: Set<string> | null;
  all: boolean;
  strikes: Set<number>;
  left: Set<number>;
};

/** For which modules a way is in doubt: all is done over, with what counted at each decision kept, and compared with what counts in the end. */
function doneOver(entries: readonly E[], counted: Counted): DoubtedFor {
  const lines = new Map<number, Line>();
  const courses = new Map<number | null, Line>();
  let rests: Rests[] = [];
  const approved: (readonly string[] | null)[] = [];
  const counts = (line: Line) => line.standing.size > 0 && (!line.awaits || line.signature !== null);
  const at = (id: number | null) => entries.find((one) => one.id === id);
  for (const [n, one] of entries.entries()) {
    const about = at(one.ofId);
    if (groundsEntered.includes(one.kind)) {
      const before = entries[n - 1];
      const corrected = before?.enteredAt === one.enteredAt ? lines.get(before.ofId!) : undefined;
      const confirmed = one.kind === "workshop_confirmed" ? courses.get(one.courseId) : undefined;
      const line = corrected ??
        confirmed ?? {
          courseId: one.courseId,
          standing: new Set(),
          signature: null,
          awaits: false,
          sum: 0,
          least: 0,
        };
      line.standing.add(one.id);
      const points = one.rubric?.points ?? [0];
      line.awaits = one.kind === "observation" && one.awaits !== null;
      [line.sum, line.least] = [
        Math.floor((points.reduce((sum, point) => sum + point, 0) * 10) / points.length),
        Math.min(...points),
      ];
      if (one.kind === "workshop_confirmed") courses.set(one.courseId, line);
      lines.set(one.id, line);
    }
    if (one.kind === "signed" && about?.kind === "observation") lines.get(about.id)!.signature = one.id;
    if (one.kind === "signed" && about?.kind === "struck")
      for (const rest of rests) if (rest.strikes.has(about.id)) rest.left.add(one.id);
    if (one.kind === "struck" && about) {
      const line = lines.get(about.kind === "signed" ? about.ofId! : about.id);
      for (const rest of rests) {
        if (rest.line === line) rest.strikes.add(one.id);
        rest.left.delete(about.id);
      }
      line?.standing.delete(about.id);
      if (line && (line.signature === about.id || about.kind === "observation")) line.signature = null;
    }
    if (one.kind === "withdrawn") rests = [];
    if (one.kind === "approved") {
      approved.push(one.modules);
      for (const rest of rests) for (const code of one.modules ?? rest.names ?? []) rest.names?.delete(code);
      rests = rests.filter(({ names }) => one.modules !== null && names?.size !== 0);
    }
    if (approvals.includes(one.kind) && about?.kind !== "certified_before") {
      const whole = approved.length === 0 || approved.includes(null);
      const names = () => (one.modules ? one.modules : whole ? null : (approved.flat() as string[]));
      for (const line of new Set(lines.values()))
        if (counts(line) && counted(one, line)) {
          const { sum, least } = line;
          const of = names();
          const rest = {
            line,
            sum,
            least,
            all: one.modules === null,
            strikes: new Set<number>(),
            left: new Set<number>(),
          };
          rests.push({ ...rest, names: of && new Set(of) });
        }
    }
  }
  const open = rests.filter(
    ({ line, sum, least, left }) =>
      left.size === 0 && !(counts(line) && line.sum >= sum && line.least >= least),
  );
  if (open.some(({ all }) => all)) return "all";
  return open.length === 0 ? null : [...new Set(open.flatMap(({ names }) => [...names!]))].sort();
}

describe("a doubt about a certification", () => {
  it("is there exactly where something that counted when it was decided counts no more, whatever was entered, signed, corrected and struck out", () => {
    fc.assert(
      fc.property(anyStruck, (way) => {
        const entries = enteredFrom(way);
        const taught = new Map(
          way.pieces.map((one) => [one.key, one.kind === "workshop" ? one.modules : []]),
        );
        const counted: Counted = ({ modules }, { courseId }) =>
          modules === null ||
          courseId === null ||
          modules.some((code) => taught.get(keyOfCourse(1, courseId))?.includes(code));
        expect(doubtedFor(entries)).toEqual(doneOver(entries, () => true));
        expect(doubtedFor(entries, counted)).toEqual(doneOver(entries, counted));
        for (const { strike, struck, decisions } of doubtsIn(entries)) {
          expect(strike.ofId).toBe(struck.id);
          for (const { decision } of decisions) expect(decision.id).toBeLessThan(strike.id);
        }
      }),
      { numRuns: 500 },
    );
  });
  it("is about the decisions that counted what was struck out: those of whose modules the workshop taught one, or that went by the whole tool", () => {
    const tot: Evidence = {
      ...{ kind: "tot_completed", key: "tot 1", day: "2025-11-01", modules: ["M1", "M2"], practicum: true },
    };
    const held = (courseId: number, modules: string[]): Evidence => ({
      ...{ kind: "workshop", key: keyOfCourse(1, courseId), day: "2025-12-01", role: "lead" },
      ...{ trainers: 1, roll: true, modules },
    });
    const gates = {
      ...ownGates,
      actionPlan: false,
      workshops: 0,
      leadWorkshops: 0,
      observations: 1,
      observers: 1,
    };
    const rubric = { points: Array(12).fill(5), strengths: "", advice: "" };
    const entry = (id: number, kind: Entered["kind"], more: Partial<E> = {}): E => ({
      ...{ id, kind, day: addDays("2026-01-01", id), toolId: 1, ofId: null, awaits: null, courseId: null },
      ...{ modules: null, until: null, exception: false, rubric: null, enteredBy: 1, enteredAt: id },
      ...more,
    });
    const seen = (id: number, courseId: number) => entry(id, "observation", { courseId, rubric });
    const approved = (id: number, modules: string[], exception = false) =>
      entry(id, "approved", { modules, exception, until: "2029-01-01" });
    const doubted = (...all: E[]) => {
      const way = [...all, entry(9, "struck", { ofId: 1 })];
      const history = [tot, held(7, ["M1"]), held(8, ["M2"]), ...evidenceOf(way, ["M1", "M2"])];
      return doubtsIn(way, countedBy({ history, gates, first: null })).map(({ of, decisions }) => [
        ...[of, decisions.map(({ decision }) => decision.id)],
      ]);
    };
    const first = [seen(1, 7), approved(2, ["M1"])];
    expect(doubted(...first, seen(3, 8), approved(4, ["M2"]))).toEqual([[["M1"], [2]]]);
    expect(doubted(...first, approved(4, ["M1", "M2"]))).toEqual([[["M1", "M2"], [4]]]);
    // Decided before conditions were those of its modules; what is by exception went by its own all the same.
    expect(doubted(...first, approved(4, ["M2"]))).toEqual([
      [
        ["M1", "M2"],
        [2, 4],
      ],
    ]);
    expect(doubted(...first, approved(4, ["M2"], true))).toEqual([[["M1"], [2]]]);
  });
});
