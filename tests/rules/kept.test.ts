import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterSending,
  insisting,
  type KeptMark,
  type KeptMarks,
  type MarkState,
  marksOf,
  noMarks,
  readKept,
  type Was,
  withMarks,
  without,
  withoutHeld,
  writeKept,
} from "../../lib/attendance/rules/onDevice";

const now = Date.parse("2027-01-12T09:00:00Z");
const mark = (state: MarkState, more: Partial<KeptMark> = {}): KeptMark => ({
  state,
  lateMinutes: 15,
  was: "none",
  at: now,
  ...more,
});
const states = fc.constantFrom<MarkState>("present", "late", "excused", "absent", "none");

describe("marks that a device keeps", () => {
  it("are the last of each person, upon what the roll said before the first", () => {
    const first = withMarks(noMarks, new Map([[7, mark("absent", { was: "present" })]]));
    const second = withMarks(first, new Map([[7, mark("excused", { was: "absent", at: now + 1 })]]));
    expect(second.get(7)).toEqual(mark("excused", { was: "present", at: now + 1 }));
  });
  it("go once they were sent, unless somebody marked anew meanwhile", () => {
    const sent = new Map([
      [7, mark("absent")],
      [8, mark("late")],
    ]);
    const meanwhile = withMarks(sent, new Map([[8, mark("present", { at: now + 1 })]]));
    expect(afterSending(meanwhile, sent, [])).toEqual(
      new Map([[8, mark("present", { was: "late 15", at: now + 1 })]]),
    );
  });
  it("wait for a decision where somebody else has marked since, and count upon that once it is taken", () => {
    const sent = new Map([[7, mark("absent")]]);
    const held = afterSending(sent, sent, [7]);
    expect(held.get(7)).toMatchObject({ state: "absent", held: true });
    expect(marksOf(insisting(held, 7, "late 20"))[7]?.was).toBe("late 20");
    expect(withoutHeld(sent, held).size, "nothing to undo").toBe(0);
    expect(without(held, [7]).size).toBe(0);
    // A new mark of the person takes its place, upon what the row now shows.
    expect(withMarks(held, new Map([[7, mark("excused", { was: "late" })]])).get(7)).toEqual(
      mark("excused", { was: "late" }),
    );
  });
  it("say each what they were made upon", () => {
    const marks = new Map([
      [7, mark("absent")],
      [8, mark("late", { lateMinutes: 20 })],
    ]);
    expect(marksOf(marks)).toEqual({
      7: { state: "absent", lateMinutes: 15, was: "none" },
      8: { state: "late", lateMinutes: 20, was: "none" },
    });
  });
  it("are kept as keys, states and minutes, and come back as they were, whatever the device's clock says", () => {
    const marks = fc
      .array(
        fc.tuple(
          fc.integer({ min: 1 }),
          fc.record({
            state: states,
            lateMinutes: fc.integer({ min: 1, max: 600 }),
            was: fc.oneof(states, fc.constantFrom<Was>("late 1", "late 20")),
            // A phone that lost its power begins in 2015, and jumps once there is a network.
            at: fc.integer({ min: 0, max: 2 * now }),
            held: fc.boolean(),
            tried: fc.constantFrom<Was[] | undefined>(undefined, ["absent"], ["none", "late 20"]),
          }),
        ),
      )
      .map((list) => new Map(list));
    fc.assert(
      fc.property(marks, (all) => {
        expect(readKept(writeKept(3, all))).toEqual(all.size > 0 ? { courseId: 3, marks: all } : null);
      }),
    );
  });
  it("are nothing where the storage holds anything else", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.constant(null)), (text) => {
        expect([null, "object"]).toContain(readKept(text) && "object");
      }),
    );
    expect(readKept('{"courseId":3,"marks":[[7,"gone",15,"none",1]]}')).toBeNull();
    expect(readKept(`{"courseId":3,"marks":[[7,"late",15,"none","${now}"],7,null]}`)).toBeNull();
  });
});

describe("marks that the version before kept", () => {
  it("are read and sent as they are: what was tried then is not known", () => {
    const read = readKept('{"courseId":3,"marks":[[7,"absent",15,"none",1400000000000,0]]}');
    expect(marksOf(read!.marks)).toEqual({ 7: { state: "absent", lateMinutes: 15, was: "none" } });
  });
});

describe("whatever the network does", () => {
  type Step =
    | { what: "mark"; id: number; state: MarkState }
    | { what: "send"; arrives: boolean; answered: boolean; meanwhile: [number, MarkState][] }
    | { what: "reload" };
  const made = fc.tuple(fc.integer({ min: 1, max: 4 }), states);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: made.map(([id, state]) => ({ what: "mark" as const, id, state })) },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant("send" as const),
        arrives: fc.boolean(),
        answered: fc.boolean(),
        meanwhile: fc.array(made, { maxLength: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ what: "reload" as const }) },
  );
  it("no mark is lost, the last of a person wins, and what was answered is not sent again", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let kept: KeptMarks = noMarks;
        let at = now;
        const server = new Map<number, MarkState>();
        const meant = new Map<number, MarkState>();
        const put = (id: number, state: MarkState) => {
          at += 1;
          kept = withMarks(kept, new Map([[id, mark(state, { at, was: server.get(id) ?? "none" })]]));
          meant.set(id, state);
        };
        const send = (arrives: boolean, answered: boolean, meanwhile: [number, MarkState][]) => {
          const sent = kept;
          for (const [id, state] of meanwhile) put(id, state);
          if (arrives) for (const [id, { state }] of sent) server.set(id, state);
          if (arrives && answered) kept = afterSending(kept, sent, []);
          if (arrives && answered && meanwhile.length === 0) expect(kept.size).toBe(0);
        };
        for (const s of steps) {
          if (s.what === "mark") put(s.id, s.state);
          else if (s.what === "reload") kept = readKept(writeKept(1, kept))?.marks ?? noMarks;
          else send(s.arrives, s.answered, s.meanwhile);
          // What somebody meant stands on the server or is still kept here.
          for (const [id, state] of meant)
            expect(kept.get(id)?.state ?? server.get(id), `person ${id}`).toBe(state);
        }
        send(true, true, []);
        expect(kept.size).toBe(0);
        expect(server).toEqual(meant);
      }),
      { numRuns: 500 },
    );
  });
});
