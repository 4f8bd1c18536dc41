import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StageAwaits, StageEventKind } from "../../db/values/stages";
import { openStop, strikable } from "../../lib/stages/rules/decide";
import { isDoubted } from "../../lib/stages/rules/doubted";
import { doubtedFor, doubtsIn } from "../../lib/stages/rules/doubts";
import { type Entered, evidenceOf, keyOfEvent } from "../../lib/stages/rules/entered";
import { ownGates } from "../../lib/stages/rules/gates";
import { changeBy, stageOf } from "../../lib/stages/rules/stage";
import { addDays } from "../../lib/time/civil";

const entry = (id: number, kind: StageEventKind, more: Partial<Entered & { enteredAt: number }> = {}) => ({
  ...{ id, kind, day: addDays("2026-01-01", id), ofId: null, awaits: null as StageAwaits | null },
  ...{
    toolId: 1,
    courseId: null,
    modules: null,
    exception: false,
    rubric: null,
    enteredBy: 1,
    enteredAt: id,
  },
  ...{ until: ["approved", "renewed"].includes(kind) ? "2029-01-01" : null },
  ...more,
});
type E = ReturnType<typeof entry>;
const stageNow = (all: readonly E[]) => stageOf(evidenceOf(all, ["M1"]), ownGates, "2028-01-01")?.stage;

describe("a way that says a decision to go on comes next", () => {
  it("has a stop that can be resumed, whatever was decided and struck out before, and goes on by resuming all of them", () => {
    const acts = ["suspend", "resume", "withdraw", "approve", "renew", "strike"] as const;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(20)), { minLength: 2, maxLength: 16 }),
        (steps) => {
          const all: E[] = [entry(1, "approved")];
          for (const [act, nth] of steps) {
            const id = all.length + 1;
            const stage = stageNow(all);
            const stop = openStop(all);
            if (act === "suspend" && !stop && stage !== "withdrawn") all.push(entry(id, "suspended"));
            if (act === "withdraw" && stage !== "withdrawn") all.push(entry(id, "withdrawn"));
            if (act === "approve" && stage === "withdrawn") all.push(entry(id, "approved"));
            if (act === "renew" && (stage === "certified" || stage === "renewed"))
              all.push(entry(id, "renewed"));
            if (act === "resume" && stop) all.push(entry(id, "resumed", { ofId: stop.id }));
            const of = all[nth % all.length]!;
            if (act === "strike" && strikable(all, of) === "yes")
              all.push(entry(id, "struck", { ofId: of.id }));
            expect(stageNow(all) === "suspended").toBe(openStop(all) !== undefined);
          }
          for (let stop = openStop(all); stop; stop = openStop(all))
            all.push(entry(all.length + 1, "resumed", { ofId: stop.id }));
          expect(stageNow(all)).not.toBe("suspended");
        },
      ),
    );
  });
});

describe("what strikes out", () => {
  const suspended = [entry(1, "approved"), entry(2, "suspended"), entry(3, "resumed", { ofId: 2 })];
  it("says beforehand what becomes of the stage", () => {
    const change = (key: number) =>
      changeBy(evidenceOf(suspended, ["M1"]), keyOfEvent(key), ownGates, "2026-06-01");
    expect(change(3)).toEqual({ from: "certified", to: "suspended" });
    expect(change(2)).toBeNull();
  });
  it("leaves a word by which a way went on once something was decided since", () => {
    expect(strikable(suspended, suspended[2]!)).toBe("yes");
    const renewed = [...suspended, entry(4, "renewed")];
    expect(strikable(renewed, renewed[2]!)).toBe("decidedOn");
  });
});

describe("a certification that rests on what was struck out", () => {
  const way = [entry(1, "examination"), entry(2, "approved"), entry(3, "struck", { ofId: 1 })];
  it("is looked at until it is left as it is, withdrawn or approved anew, and never closes by a renewal", () => {
    const ids = (all: readonly E[]) => doubtsIn(all).map(({ strike }) => strike.id);
    expect(ids(way)).toEqual([3]);
    for (const answer of [entry(4, "signed", { ofId: 3 }), entry(4, "withdrawn"), entry(4, "approved")])
      expect(ids([...way, answer])).toEqual([]);
    for (const other of [entry(4, "suspended"), entry(4, "renewed"), entry(4, "master_approved")])
      expect(ids([...way, other])).toEqual([3]);
    // Another module that was approved since leaves the one that is looked at as it is.
    const [examined, approved, struck] = way as [E, E, E];
    const first = [examined, { ...approved, modules: ["M1"] }, struck];
    expect(ids([...first, entry(4, "approved", { modules: ["M2"] })])).toEqual([3]);
    expect(ids([...first, entry(4, "approved", { modules: ["M1", "M2"] })])).toEqual([]);
  });
  it("is not one that was decided after the strike, nor one that goes by its paper, nor a mistake put right", () => {
    expect(doubtsIn([way[0]!, entry(2, "struck", { ofId: 1 }), entry(3, "approved")])).toEqual([]);
    const paper = [entry(1, "certified_before", { awaits: "confirmed" }), entry(2, "refresher")];
    expect(doubtsIn([...paper, entry(3, "approved", { ofId: 1 }), entry(4, "struck", { ofId: 2 })])).toEqual(
      [],
    );
    const seen = [entry(1, "observation"), entry(2, "approved")];
    expect(
      doubtsIn([...seen, entry(3, "struck", { ofId: 1 }), entry(4, "observation", { enteredAt: 3 })]),
    ).toEqual([]);
  });
});

describe("a certification that rests on an observation that both sign", () => {
  const seen = entry(1, "observation", { awaits: "confirmed" });
  const signed = entry(2, "signed", { ofId: 1 });
  const way = [seen, signed, entry(3, "approved")];
  const ids = (all: readonly E[]) => doubtsIn(all).map(({ strike }) => strike.id);
  it("is looked at where the signature is struck out, as where the observation is, until it is signed anew", () => {
    for (const ofId of [1, 2]) expect(ids([...way, entry(4, "struck", { ofId })])).toEqual([4]);
    const struck = [...way, entry(4, "struck", { ofId: 2 })];
    const anew = [...struck, entry(5, "signed", { ofId: 1 })];
    expect(ids(anew)).toEqual([]);
    // What takes it away anew asks anew, be it that signature or the observation itself.
    for (const ofId of [1, 5]) expect(ids([...anew, entry(6, "struck", { ofId })])).toEqual([6]);
    // Once it does not count any more, nothing rests on the observation itself.
    const left = [...struck, entry(5, "signed", { ofId: 4 })];
    expect(ids([...left, entry(6, "struck", { ofId: 1 })])).toEqual([]);
  });
  it("is looked at where it was corrected, until that is signed, and where it was corrected to less", () => {
    const given = (points: number) => ({ points: Array(12).fill(points), strengths: "", advice: "" });
    const before = [{ ...seen, rubric: given(4) }, ...way.slice(1)];
    /** Corrected to so many points after what was entered before, the correction the last. */
    const corrected = (points: number, all: E[] = before) => {
      const id = all.length + 1;
      const stead = { awaits: "confirmed" as const, enteredAt: id, rubric: given(points) };
      return [...all, entry(id, "struck", { ofId: 1 }), entry(id + 1, "observation", stead)];
    };
    const signedAnew = (all: E[]) => [...all, entry(all.length + 1, "signed", { ofId: all.length })];
    expect(ids(corrected(4))).toEqual([4]);
    expect(ids(signedAnew(corrected(4)))).toEqual([]);
    expect(ids(signedAnew(corrected(2)))).toEqual([4]);
    // The signature struck out first, then corrected, and that signed.
    const later = corrected(4, [...before, entry(4, "struck", { ofId: 2 })]);
    expect([ids(later), ids(signedAnew(later))]).toEqual([[4], []]);
  });
  it("never rested on one that was signed only later, nor on a signature that nothing asked for", () => {
    const late = [seen, entry(2, "approved"), entry(3, "signed", { ofId: 1 })];
    for (const ofId of [1, 3]) expect(ids([...late, entry(4, "struck", { ofId })])).toEqual([]);
    const unasked = [entry(1, "observation"), ...way.slice(1)];
    expect(ids([...unasked, entry(4, "struck", { ofId: 2 })])).toEqual([]);
    expect(ids([...unasked, entry(4, "struck", { ofId: 1 })])).toEqual([4]);
  });
});

describe("a doubt about one of several certifications", () => {
  const seen = entry(1, "observation", { rubric: { points: Array(12).fill(4), strengths: "", advice: "" } });
  const first = entry(2, "approved", { modules: ["M1"] });
  const later = entry(3, "examination");
  const second = entry(4, "approved", { modules: ["M2"] });
  it("is marked on the modules whose decision went by what was struck out, and on no other one", () => {
    const all = [seen, first, later, second];
    expect(doubtedFor(all)).toBeNull();
    // What only the second went by.
    const one = doubtedFor([...all, entry(5, "struck", { ofId: 3 })]);
    expect([isDoubted(one, ["M1"]), isDoubted(one, ["M2"])]).toEqual([false, true]);
    // What both went by, until one is approved anew.
    const both = [...all, entry(5, "struck", { ofId: 1 })];
    expect(doubtedFor(both)).toEqual(["M1", "M2"]);
    expect(doubtedFor([...both, entry(6, "approved", { modules: ["M1"] })])).toEqual(["M2"]);
    // An approval that names no modules is of the whole tool.
    expect(doubtedFor([seen, entry(2, "approved"), entry(3, "struck", { ofId: 1 })])).toBe("all");
  });
  it("is over once what went by it was approved anew, or withdrawn before, whatever else was certified earlier", () => {
    const all = [first, entry(3, "examination"), second, entry(5, "struck", { ofId: 3 })];
    expect(doubtedFor(all)).toEqual(["M2"]);
    const anew = [...all, entry(6, "approved", { modules: ["M2"] })];
    expect([doubtsIn(anew), doubtedFor(anew)]).toEqual([[], null]);
    const ended = [...all.slice(0, 3), entry(5, "withdrawn"), entry(6, "struck", { ofId: 3 })];
    expect([doubtsIn(ended), doubtedFor(ended)]).toEqual([[], null]);
    // A renewal that went by it is approved anew as an approval is.
    const renewed = [first, entry(3, "refresher"), entry(4, "renewed", { modules: ["M1"] })];
    const struck = [...renewed, entry(5, "struck", { ofId: 3 })];
    expect(doubtedFor([...struck, entry(6, "approved", { modules: ["M2"] })])).toEqual(["M1"]);
    expect(doubtedFor([...struck, entry(6, "approved", { modules: ["M1"] })])).toBeNull();
  });
});
