import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entered, evidenceOf, keyOfCourse, keyOfEvent, meanOf } from "../../lib/stages/rules/entered";
import { type Between, needsGround, whyNotObserver } from "../../lib/stages/rules/observer";
import { agreementOf, belowIn, criteria, lowestOf, reaches } from "../../lib/stages/rules/rubric";

const points = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 });
const said = (all: number[]) => ({ points: all, strengths: "", advice: "" });

describe("the rubric", () => {
  it("has a mean in tenths of a point, down to the whole tenth, between the least and the most", () => {
    expect(criteria).toHaveLength(12);
    expect(meanOf(said([...Array(11).fill(4), 3]))).toBe(39);
    fc.assert(
      fc.property(points, (all) => {
        const mean = meanOf(said(all));
        expect(mean).toBeGreaterThanOrEqual(lowestOf(said(all)) * 10);
        expect(mean).toBeLessThanOrEqual(Math.max(...all) * 10);
        expect(Number.isInteger(mean)).toBe(true);
      }),
    );
  });
  it("is reached by the mean and by each criterion: a good mean makes up for no criterion below the least", () => {
    const all = [...Array(11).fill(5), 2];
    const marks = { passMark: 35, criterionMinimum: 3 };
    expect(reaches({ mean: meanOf(said(all)), lowest: lowestOf(said(all)) }, marks)).toBe(false);
    expect(belowIn(said(all), 3)).toEqual(["closing"]);
    expect(reaches({ mean: 47, lowest: 2 }, { ...marks, criterionMinimum: 1 })).toBe(true);
    expect(reaches({ mean: 34, lowest: 3 }, marks)).toBe(false);
  });
  it("of two observers agrees in as many criteria as are within a point, whoever is named first", () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        expect(agreementOf(said(a), said(b))).toBe(agreementOf(said(b), said(a)));
        expect(agreementOf(said(a), said(a))).toBe(12);
      }),
    );
    expect(agreementOf(said(Array(12).fill(3)), said([...Array(10).fill(4), 5, 1]))).toBe(10);
  });
});

describe("who may observe", () => {
  const nobody: Between = {
    ...{ same: false, superior: false, coordinates: false, trains: true, stages: [], ledTot: false },
    ...{ teachesHere: false, nobodyCertified: false },
  };
  it("is certified or a master in the tool, or led the training of trainers; who coordinates as long as nobody is certified, on a ground", () => {
    expect(whyNotObserver(nobody)).toBe("observerNotQualified");
    for (const stage of ["certified", "renewed", "master_candidate", "master_trainer"] as const)
      expect(whyNotObserver({ ...nobody, stages: ["lapsed", stage] }), stage).toBeNull();
    for (const stage of ["candidate", "recommended", "lapsed", "suspended", "withdrawn"] as const)
      expect(whyNotObserver({ ...nobody, stages: [stage] }), stage).toBe("observerNotQualified");
    expect(whyNotObserver({ ...nobody, ledTot: true })).toBeNull();
    const coordinator = { ...nobody, coordinates: true };
    expect([whyNotObserver(coordinator), needsGround(coordinator)]).toEqual(["observerNotQualified", false]);
    const alone = { ...coordinator, nobodyCertified: true };
    expect([whyNotObserver(alone), needsGround(alone)]).toEqual([null, true]);
    expect(needsGround({ ...alone, ledTot: true })).toBe(false);
    expect(whyNotObserver({ ...nobody, nobodyCertified: true })).toBe("observerNotQualified");
    expect(whyNotObserver({ ...nobody, trains: false, ledTot: true })).toBe("observerNotQualified");
  });
  it("is never the trainer, nor whoever is above or below them or teaches beside them, whatever else they are", () => {
    const all: Between = { ...nobody, coordinates: true, stages: ["master_trainer"], ledTot: true };
    expect(whyNotObserver({ ...all, same: true })).toBe("ownObservation");
    expect(whyNotObserver({ ...all, superior: true })).toBe("observerSuperior");
    expect(whyNotObserver({ ...all, teachesHere: true })).toBe("observerTeachesHere");
  });
});

describe("what was entered, as pieces of a history", () => {
  const row: Entered = {
    ...{ id: 7, toolId: 2, kind: "recommended", day: "2026-05-04", ofId: null, awaits: null, courseId: null },
    ...{ modules: null, until: null, exception: false, rubric: null, enteredBy: 3 },
  };
  const of = (more: Partial<Entered>) => evidenceOf([{ ...row, ...more }], ["M1", "M2"]);
  const piece = { key: keyOfEvent(7), day: "2026-05-04" };
  it("of an observation are the workshop, the observer, the mean and the lowest", () => {
    const rubric = said([5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 2]);
    expect(of({ kind: "observation", courseId: 9, rubric })).toEqual([
      { ...piece, kind: "observation", of: keyOfCourse(2, 9), observer: "3", mean: 43, lowest: 2 },
    ]);
    expect(of({ kind: "observation", awaits: "confirmed", courseId: 9, rubric })).toMatchObject([
      { kind: "observation", bothSign: true },
    ]);
  });
  it("of a decision are what it answers, and of the whole tool all of its modules", () => {
    expect(of({})).toEqual([{ ...piece, kind: "recommended", modules: ["M1", "M2"] }]);
    expect(of({ kind: "approved", ofId: 4, modules: ["M1"], until: "2029-05-04", exception: true })).toEqual([
      {
        ...{ ...piece, kind: "approved", of: keyOfEvent(4), modules: ["M1"], until: "2029-05-04" },
        exception: true,
      },
    ]);
    expect(of({ kind: "certified_before", until: "2027-01-01" })).toMatchObject([
      { kind: "approved", of: null, modules: ["M1", "M2"], exception: false },
    ]);
    for (const kind of ["returned", "refused", "resumed", "struck"] as const)
      expect(of({ kind, ofId: 4 })).toEqual([{ ...piece, kind, of: keyOfEvent(4) }]);
    for (const kind of ["renewed", "master_approved"] as const)
      expect(of({ kind, until: "2028-01-01", exception: true })).toEqual([
        { ...piece, kind, until: "2028-01-01", exception: true },
      ]);
  });
  it("of all else are that it was and when, and a signature says what it is under", () => {
    for (const kind of ["practicum", "coaching_visit", "examination", "refresher", "withdrawn"] as const)
      expect(of({ kind })).toEqual([{ ...piece, kind }]);
    expect(of({ kind: "signed", ofId: 4 })).toEqual([]);
    const rubric = said(Array(12).fill(4));
    const observation: Entered = { ...row, id: 4, kind: "observation", courseId: 9, rubric };
    expect(evidenceOf([observation, { ...row, kind: "signed", ofId: 4 }], [])[1]).toEqual({
      ...{ ...piece, kind: "signed", of: keyOfEvent(4) },
    });
  });
});
