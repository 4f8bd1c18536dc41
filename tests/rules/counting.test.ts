import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beginOf,
  confirmedIn,
  countingOf,
  deliveredInFull,
  neverTaught,
  observationsToSign,
} from "../../lib/stages/rules/counting";
import { evidenceOf, keyOfCourse } from "../../lib/stages/rules/entered";
import { ownGates, presets } from "../../lib/stages/rules/gates";
import { type Evidence, stageOf } from "../../lib/stages/rules/stage";
import { isDrawn, withDraw } from "../../lib/stages/store/draw";
import { addDays } from "../../lib/time/civil";

type Workshop = Evidence & { kind: "workshop" };
const end = "2026-03-01";
const workshop = (more: Partial<Workshop> = {}): Workshop => ({
  ...{ kind: "workshop", key: "course 1 1", day: end, role: "lead", trainers: 1, roll: true },
  ...more,
});
const confirmation = (day: string, key = "c1", of = "course 1 1"): Evidence => ({
  ...{ kind: "workshop_confirmed", key, day, of },
});
const tot: Evidence = {
  ...{ kind: "tot_completed", key: "tot", day: "2026-01-01", modules: ["M1"], practicum: false },
};
const have = (history: Evidence[], countOneIn: number | undefined, day: string) =>
  stageOf(history, { ...ownGates, countOneIn }, day)?.gates.find(({ gate }) => gate === "workshops")?.have;

describe("a workshop of somebody on the way", () => {
  it("counts once it is confirmed, where every one is to be; from the day of that on", () => {
    expect(have([tot, workshop()], 1, "2026-12-01")).toBe(0);
    const confirmed = [tot, workshop(), confirmation("2026-03-10")];
    expect([have(confirmed, 1, "2026-03-09"), have(confirmed, 1, "2026-03-10")]).toEqual([0, 1]);
    expect(have([...confirmed, confirmation("2026-03-11", "c2")], 1, "2026-03-12")).toBe(1);
  });
  it("that the draw spared counts two weeks after its end, and not a day before; the others wait", () => {
    const spared = [tot, workshop({ spared: true })];
    expect([have(spared, 3, addDays(end, 13)), have(spared, 3, addDays(end, 14))]).toEqual([0, 1]);
    expect(have([tot, workshop({ spared: false })], 3, "2026-12-01")).toBe(0);
    // Where every one is confirmed nothing is drawn.
    expect(have(spared, 1, "2026-12-01")).toBe(0);
  });
  it("counts by no confirmation where the version asks for none, and never without anybody on its roll where it does", () => {
    expect(have([tot, workshop({ roll: false })], undefined, end)).toBe(0);
    expect(have([tot, workshop({ roll: false }), confirmation("2026-03-10")], 1, "2026-12-01")).toBe(0);
    // Whoever sets conditions sets it; what applies where nothing was set asks for none.
    expect([presets.own.countOneIn, presets.siyb.countOneIn, ownGates.countOneIn]).toEqual([
      ...[1, null, undefined],
    ]);
  });
  it("says what it waits for", () => {
    const of = (one: Workshop, countOneIn: number, day: string, confirmed: Evidence[] = []) =>
      countingOf(one, confirmedIn(confirmed), { ...ownGates, countOneIn }, day, "");
    expect(of(workshop(), 1, end)).toBe("toConfirm");
    expect(of(workshop({ spared: true }), 2, end)).toBe("later");
    expect(of(workshop({ roll: false }), 1, end)).toBe("noRoll");
    expect(of(workshop({ role: "apprentice" }), 1, end)).toBe("notAsTrainer");
    expect(of(workshop(), 1, end, [confirmation(end)])).toBe("counts");
    // Held before the training of trainers was completed it never counts, and nobody is asked to confirm it.
    const late: Evidence = { ...tot, day: addDays(end, 1) } as Evidence;
    expect(
      countingOf(workshop(), confirmedIn([]), { ...ownGates, countOneIn: 1 }, end, beginOf([late])),
    ).toBe("beforeTot");
    expect(have([late, workshop(), confirmation("2026-03-10")], 1, "2026-12-01")).toBe(0);
  });
  it("counts the same in whichever order it was entered, once however often it was confirmed", () => {
    const one = fc.record({ at: fc.nat(3), day: fc.nat(40), spared: fc.boolean(), roll: fc.boolean() });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ at }) => at }),
        fc.array(fc.record({ at: fc.nat(3), day: fc.nat(40) }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(60),
        fc.infiniteStream(fc.nat()),
        (held, confirmed, oneIn, on, dice) => {
          const history: Evidence[] = [
            tot,
            ...held.map(({ at, day, ...more }) =>
              workshop({ key: `course 1 ${at}`, day: addDays(end, day), ...more }),
            ),
            ...confirmed.map(({ at, day }, i) => confirmation(addDays(end, day), `c${i}`, `course 1 ${at}`)),
          ];
          const weight = new Map(history.map(({ key }) => [key, dice.next().value as number]));
          const shuffled = [...history].sort((a, b) => weight.get(a.key)! - weight.get(b.key)!);
          const day = addDays(end, on);
          const counted = have(history, oneIn, day)!;
          expect(have(shuffled, oneIn, day)).toBe(counted);
          expect(counted).toBeLessThanOrEqual(held.filter(({ roll }) => roll).length);
        },
      ),
    );
  });
});

describe("an observation", () => {
  it("counts once both have signed, from that day on; one from before by the observer's word", () => {
    const observation: Evidence = {
      ...{ kind: "observation", key: "o", day: end, of: "course 1 1", observer: "3", mean: 40, lowest: 4 },
      bothSign: true,
    };
    const signed: Evidence = { kind: "signed", key: "s", day: addDays(end, 3), of: "o" };
    const seen = (history: Evidence[], day: string) =>
      stageOf(history, ownGates, day)?.gates.find(({ gate }) => gate === "observations")?.have;
    const both = [tot, workshop(), observation, signed];
    expect([seen(both, addDays(end, 2)), seen(both, addDays(end, 3))]).toEqual([0, 1]);
    expect(observationsToSign([tot, workshop(), observation], ownGates)).toHaveLength(1);
    expect(observationsToSign(both, ownGates)).toEqual([]);
    const { bothSign: _, ...before } = observation as Evidence & { kind: "observation" };
    expect(seen([tot, workshop(), before], end)).toBe(1);
    // A signature under something else says nothing of it.
    expect(seen([tot, workshop(), observation, { ...signed, of: "another" } as Evidence], "2026-12-01")).toBe(
      0,
    );
  });
});

describe("what is drawn for a confirmation", () => {
  it("is one in so many over time, the same whenever it is asked, and another with another key", () => {
    const keys = Array.from({ length: 3000 }, (_, i) => keyOfCourse(1, i));
    const drawn = (key: string) => keys.filter((course) => isDrawn(key, course, 3));
    expect(drawn("a").length).toBeGreaterThan(900);
    expect(drawn("a").length).toBeLessThan(1100);
    expect(drawn("a")).toEqual(drawn("a"));
    expect(drawn("a")).not.toEqual(drawn("b"));
  });
  it("is written into a history by the version that somebody is judged by, and by none from before", () => {
    const history = [tot, workshop()];
    const gates = { ...ownGates, countOneIn: 4 };
    const spared = (version: Parameters<typeof withDraw>[1]) =>
      withDraw(history, version).flatMap((one) => (one.kind === "workshop" ? one.spared : []));
    expect(spared({ gates, drawKey: "a" })).toEqual([!isDrawn("a", "course 1 1", 4)]);
    expect(spared(null)).toEqual([undefined]);
    expect(spared({ gates: ownGates, drawKey: null })).toEqual([undefined]);
  });
  it("is confirmed by what was entered of that workshop", () => {
    const entered = {
      ...{
        id: 7,
        toolId: 2,
        kind: "workshop_confirmed" as const,
        day: end,
        ofId: null,
        awaits: null,
        courseId: 9,
      },
      ...{ modules: null, until: null, exception: false, rubric: null, enteredBy: 3 },
    };
    expect(evidenceOf([entered], [])).toMatchObject([{ kind: "workshop_confirmed", of: keyOfCourse(2, 9) }]);
  });
});

describe("what somebody taught", () => {
  const one = (key: string, more: object): Evidence => ({ ...workshop(), key, ...more }) as Evidence;
  it("is said of each module apart: one of which they taught none is named, also where the workshop has no roll", () => {
    const gates = { ...ownGates, inPairs: true };
    const all = [
      one("a", { modules: ["M1"], trainers: 2 }),
      one("b", { modules: ["M2"], trainers: 2, roll: false }),
      one("c", { modules: ["M3"], trainers: 2, role: "apprentice" }),
      one("d", { modules: ["M4"], trainers: 1 }),
    ];
    expect(neverTaught(all, gates, ["M1", "M2", "M3", "M4"])).toEqual(["M2", "M3", "M4"]);
    expect(neverTaught(all, ownGates, ["M1", "M2", "M3", "M4"])).toEqual(["M2", "M3"]);
    const tot: Evidence = { kind: "tot_taught", key: "t", day: end, modules: ["M3"], partly: true };
    expect(neverTaught([...all, tot], ownGates, ["M3"])).toEqual([]);
    expect([tot, { ...tot, partly: false }].map(deliveredInFull)).toEqual([false, true]);
  });
});
